namespace Stemma.Text;

/// <summary>What the letters of a term look like.</summary>
internal enum TermShape : byte
{
    Lower,
    Capitalised,
    AllCapitals,
    Number,

    /// <summary>Of a script without capitals or word breaks: two neighbouring signs make one term.</summary>
    Ideographic,
}
