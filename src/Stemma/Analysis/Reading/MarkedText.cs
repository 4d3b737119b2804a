using System.Runtime.InteropServices;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>An article's text cut into tokens, sentences and quoted stretches, with the parts of speech: what every
/// rule reads.</summary>
internal sealed class MarkedText
{
    public MarkedText(Article article, Tokenizer tokenizer, SentenceSplitter splitter, PosTagger tagger,
        IReadOnlySet<string>? prepositions = null)
    {
        Article = article;
        Paragraphs = article.Paragraphs.Count > 0
            || article.Text.Length == 0 ? article.Paragraphs : SplitLines(article.Text);
        Tokens = [.. tokenizer.Tokenize(article.Text)];
        Sentences = [.. splitter.Split(article.Text, Tokens, Paragraphs)];
        Words = LowerWords(article.Text, Tokens);
        SentenceOf = new int[Tokens.Length];
        Array.Fill(SentenceOf, -1);
        Tags = TagWords(tagger, prepositions);
        Stretches = [.. new QuotationScanner(article.Text, Tokens).Scan(Paragraphs)];
        StretchOf = new int[Tokens.Length];
        Array.Fill(StretchOf, -1);
        for (var s = 0; s < Stretches.Length; s++)
        {
            Array.Fill(StretchOf, s, Stretches[s].First, Stretches[s].Last - Stretches[s].First);
        }
    }

    public Article Article { get; }

    public string Text => Article.Text;

    public IReadOnlyList<TextSpan> Paragraphs { get; }

    public Token[] Tokens { get; }

    /// <summary>Each token in lower case, with typewriter apostrophes.</summary>
    public string[] Words { get; }

    public PosTag[] Tags { get; }

    public SentenceRange[] Sentences { get; }

    /// <summary>For each token the index of its sentence; -1 outside the paragraphs.</summary>
    public int[] SentenceOf { get; }

    public Stretch[] Stretches { get; }

    /// <summary>For each token the index of the quoted stretch it lies in, the marks included; -1 outside.</summary>
    public int[] StretchOf { get; }

    /// <summary>The lower-case word at a position, or nothing outside the text.</summary>
    public string Word(int token) => (uint)token < (uint)Words.Length ? Words[token] : "";

    public PosTag Tag(int token) => (uint)token < (uint)Tags.Length ? Tags[token] : PosTag.X;

    /// <summary>Whether the token begins with a capital letter.</summary>
    public bool IsCapital(int token) =>
        (uint)token < (uint)Tokens.Length && Tokens[token].Kind == TokenKind.Word
            && char.IsUpper(Text[Tokens[token].Start]);

    /// <summary>The characters from the first token to just before the token <paramref name="last"/>.</summary>
    public TextSpan Span(int first, int last) => new(Tokens[first].Start, Tokens[Math.Max(first, last - 1)].End);

    public string Slice(int first, int last) => Span(first, last).Of(Text);

    public SentenceRange SentenceAt(int token) => Sentences[SentenceOf[token]];

    /// <summary>Index of the first token that starts at or after the offset.</summary>
    public int TokenAt(int offset)
    {
        var low = 0;
        var high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    /// <summary>Whether the words from <paramref name="token"/> on are these, parted by spaces in
    /// <paramref name="phrase"/>.</summary>
    public bool Matches(int token, string phrase)
    {
        var rest = phrase.AsSpan();
        for (; rest.Length > 0; token++)
        {
            if ((uint)token >= (uint)Words.Length)
            {
                return false;
            }
            var space = rest.IndexOf(' ');
            var word = space < 0 ? rest : rest[..space];
            if (!word.SequenceEqual(Words[token]))
            {
                return false;
            }
            rest = space < 0 ? [] : rest[(space + 1)..];
        }
        return true;
    }

    private PosTag[] TagWords(PosTagger tagger, IReadOnlySet<string>? prepositions)
    {
        var hashes = new WordHash[Tokens.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = WordHash.Of(NormalForm(Text.AsSpan(Tokens[i].Start, Tokens[i].Length)));
        }
        var tags = new PosTag[Tokens.Length];
        for (var s = 0; s < Sentences.Length; s++)
        {
            var (first, last, _) = Sentences[s];
            Array.Fill(SentenceOf, s, first, last - first);
            tagger.Tag(hashes.AsSpan(first, last - first), tags.AsSpan(first, last - first));
        }
        for (var i = 0; i < tags.Length; i++)
        {
            if (Tokens[i].Kind == TokenKind.Mark || (Tokens[i].Kind == TokenKind.Punctuation && tags[i] != PosTag.Sym))
            {
                tags[i] = PosTag.Punct;
            }
            else if (prepositions is not null && prepositions.Contains(Words[i]))
            {
                tags[i] = PosTag.Adp;
            }
        }
        return tags;
    }

    // The treebanks write the typewriter's marks.
    private static ReadOnlySpan<char> NormalForm(ReadOnlySpan<char> word) =>
        word.Length == 1
            ? word[0] switch { '“' or '”' or '„' or '«' or '»' => "\"", '’' or '‘' or '‚' => "'", '–' or '—' => "-",
            _ => word }
            : word is "’s" ? "'s" : word is "n’t" ? "n't" : word is "’re" ? "'re" : word is "’ve" ? "'ve"
            : word is "’ll" ? "'ll" : word is "’d" ? "'d" : word is "’m" ? "'m" : word;

    private static string[] LowerWords(string text, Token[] tokens)
    {
        var pool = new Dictionary<string, string>(StringComparer.Ordinal);
        var lookup = pool.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[160];
        var words = new string[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = Math.Min(buffer.Length, tokens[i].Length);
            var lower = buffer[..length];
            text.AsSpan(tokens[i].Start, length).ToLowerInvariant(lower);
            lower.Replace('’', '\'');
            ref var pooled = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, lower, out var known);
            words[i] = known ? pooled! : pooled = lower.ToString();
        }
        return words;
    }

    private static List<TextSpan> SplitLines(string text)
    {
        List<TextSpan> lines = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                lines.Add(new TextSpan(start, end));
            }
            start = end + 1;
        }
        return lines;
    }

    /// <summary>Whether one of the words stands among the next few after a token, before the limit.</summary>
    public bool WithinNext(int i, int limit, int reach, params ReadOnlySpan<string> words)
    {
        for (var k = i + 1; k < Math.Min(limit, i + 1 + reach); k++)
        {
            if (words.Contains(Words[k]))
            {
                return true;
            }
        }
        return false;
    }
}
