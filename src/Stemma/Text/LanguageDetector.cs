using System.Globalization;

namespace Stemma.Text;

/// <summary>
/// Tells the language of a text of some forty words or more: by its script where that is enough (Greek, Thai, Korean …),
/// else by its commonest words. The words stand in language-stopwords.tsv.
/// </summary>
internal sealed class LanguageDetector
{
    /// <summary>What <see cref="Detect"/> returns for text it cannot tell.</summary>
    public const string Unknown = "und";

    // Enough to decide; more of the same text changes nothing and costs time.
    private const int SampleChars = 6000;

    // Below this share of stop words a text is a list, code or a language not listed. Running text has 0.25 and more.
    private const double MinimumShare = 0.08;

    private static readonly Lazy<LanguageDetector> Shared = new(() => new LanguageDetector());

    private readonly List<string> _languages = [];
    private readonly Dictionary<string, List<(int Language, double Weight)>>.AlternateLookup<ReadOnlySpan<char>> _words;

    private LanguageDetector()
    {
        Dictionary<string, List<int>> owners = new(StringComparer.Ordinal);
        using var stream = typeof(LanguageDetector).Assembly.GetManifestResourceStream("Text/language-stopwords.tsv")
            ?? throw new InvalidOperationException("Could not find the stop words while starting: they are not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            _languages.Add(line[..tab]);
            foreach (var word in line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
            {
                if (!owners.TryGetValue(word, out var languages))
                {
                    owners[word] = languages = [];
                }
                languages.Add(_languages.Count - 1);
            }
        }
        // A word of many languages ("de", "a") tells little of which.
        _words = owners.ToDictionary(
            o => o.Key, o => o.Value.Select(l => (l, 1.0 / Math.Sqrt(o.Value.Count))).ToList(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The detector with the word lists that ship with Stemma; they are read once, when first asked for.</summary>
    public static LanguageDetector Default => Shared.Value;

    /// <summary>ISO 639-1 code of the text's language; <c>und</c> where the text does not tell. Reads at most 6,000 characters.</summary>
    public string Detect(ReadOnlySpan<char> text)
    {
        text = text.Length > SampleChars ? text[..SampleChars] : text;
        if (ByScript(text) is { } certain)
        {
            return certain;
        }
        var scores = new double[_languages.Count];
        var words = 0;
        Span<char> lower = stackalloc char[32];
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && IsWordPart(text[end]))
            {
                end++;
            }
            if (end > at)
            {
                words++;
                if (end - at <= lower.Length)
                {
                    Score(lower[..text[at..end].ToLowerInvariant(lower)], scores);
                }
            }
            at = Math.Max(end, at + 1);
        }
        return Best(scores, words);
    }

    private string Best(double[] scores, int words)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }
        return words >= 8 && scores[best] >= words * MinimumShare ? _languages[best] : Unknown;
    }

    private void Score(ReadOnlySpan<char> word, double[] scores)
    {
        if (_words.TryGetValue(word, out var languages))
        {
            foreach (var (language, weight) in languages)
            {
                scores[language] += weight;
            }
        }
    }

    private static bool IsWordPart(char c) => char.IsLetter(c) || c is '\'' or '’' or '-' || IsMark(c);

    private static bool IsMark(char c) => c > '\u0300'
        && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The language of scripts that one language alone is written in, as far as news goes.</summary>
    private static string? ByScript(ReadOnlySpan<char> text)
    {
        var (letters, han, kana) = (0, 0, 0);
        Span<int> scripts = stackalloc int[16];
        foreach (var c in text)
        {
            if (c < '\u0370' || !char.IsLetter(c))
            {
                letters += char.IsLetter(c) ? 1 : 0;
                continue;
            }
            letters++;
            han += c is >= '\u4e00' and <= '\u9fff' ? 1 : 0;
            kana += c is >= '\u3040' and <= '\u30ff' ? 1 : 0;
            if (ScriptOf(c) is var script and >= 0)
            {
                scripts[script]++;
            }
        }
        if (letters < 12)
        {
            return null;
        }
        if (han + kana > letters / 2)
        {
            return kana > letters / 20 ? "ja" : "zh";
        }
        for (var i = 0; i < Scripts.Length; i++)
        {
            if (scripts[i] > letters / 2)
            {
                return Scripts[i].Language;
            }
        }
        return null;
    }

    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u0370', '\u03ff', "el"), ('\u0590', '\u05ff', "he"), ('\u0530', '\u058f', "hy"), ('\u0980', '\u09ff', "bn"),
        ('\u0a00', '\u0a7f', "pa"), ('\u0a80', '\u0aff', "gu"), ('\u0b80', '\u0bff', "ta"), ('\u0c00', '\u0c7f', "te"),
        ('\u0c80', '\u0cff', "kn"), ('\u0d00', '\u0d7f', "ml"), ('\u0d80', '\u0dff', "si"), ('\u0e00', '\u0e7f', "th"),
        ('\u1000', '\u109f', "my"), ('\u10a0', '\u10ff', "ka"), ('\u1780', '\u17ff', "km"), ('\uac00', '\ud7af', "ko"),
    ];

    private static int ScriptOf(char c)
    {
        for (var i = 0; i < Scripts.Length; i++)
        {
            if (c >= Scripts[i].First && c <= Scripts[i].Last)
            {
                return i;
            }
        }
        return -1;
    }
}
