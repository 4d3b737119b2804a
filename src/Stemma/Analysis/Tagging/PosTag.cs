namespace Stemma.Analyzing;

/// <summary>Universal part of speech (universaldependencies.org/u/pos).</summary>
internal enum PosTag : byte
{
    X,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
}
