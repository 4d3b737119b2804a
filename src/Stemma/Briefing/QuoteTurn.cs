using Stemma.Model;
using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>A quoted stretch, or several of one turn, in one account.</summary>
internal sealed class QuoteTurn
{
    public QuoteTurn(Account account, SpeakerKey speaker, IReadOnlyList<Quote> quotes, (DateOnly From, DateOnly To)? day)
    {
        Account = account;
        Speaker = speaker;
        Quotes = quotes;
        Day = day;
        var text = account.Article.Text;
        foreach (var quote in quotes)
        {
            var words = WordScanner.Scan(text, quote.Span)
                .SelectMany(w => WordScanner.Fold(text.AsSpan(w.Start, w.Length)).Split(Joints, StringSplitOptions.RemoveEmptyEntries))
                .Select(w => w.Replace("'", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal))
                .ToList();
            WordCount += words.Count;
            _words.AddRange(words);
            Folded += " " + string.Join(' ', words) + " ";
            for (var i = 0; i + RunLength <= words.Count; i++)
            {
                Runs.Add(string.Join(' ', words.Skip(i).Take(RunLength)));
            }
            foreach (var piece in PiecesOf(text, quote.Span))
            {
                var stems = ContentWords.Of(text, piece).Select(w => w.Stem).Distinct().ToList();
                Stems.UnionWith(stems);
                if (stems.Count > 0)
                {
                    Pieces.Add(stems);
                }
            }
        }
    }

    // "world-class" is written "world class" elsewhere, "can't" "cant", "U.S." "US"
    private static readonly char[] Joints = ['-', '–', '/'];

    private readonly List<string> _words = [];

    /// <summary>Its words, folded.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>
    /// The sentences of this stretch that another, shorter one renders: those that share the most content words with it, and
    /// whatever stands between them. The whole where it is one sentence.
    /// </summary>
    public QuoteTurn PartFor(QuoteTurn other)
    {
        if (Quotes is not [var quote])
        {
            return this;
        }
        var text = Account.Article.Text;
        var pieces = Account.Analysis.Sentences
            .Where(s => s.Span.Overlaps(quote.Span))
            .Select(s => new TextSpan(Math.Max(s.Span.Start, quote.Span.Start), Math.Min(s.Span.End, quote.Span.End)))
            .Select(p => (Span: p, Shared: ContentWords.Of(text, p).Select(w => w.Stem).Distinct().Count(other.Stems.Contains)))
            .ToList();
        var most = pieces.Count == 0 ? 0 : pieces.Max(p => p.Shared);
        var chosen = pieces.Where(p => p.Shared > 0 && 2 * p.Shared >= most).ToList();
        return most == 0 || chosen.Count == pieces.Count
            ? this
            : new QuoteTurn(
                Account, Speaker, [quote with { Span = new TextSpan(chosen[0].Span.Start, chosen[^1].Span.End) }], Day);
    }

    /// <summary>How often the words of another stretch stand in this one in a row.</summary>
    public int CountOf(QuoteTurn other)
    {
        var count = 0;
        for (var at = Folded.IndexOf(other.Folded, StringComparison.Ordinal); at >= 0; at = Folded.IndexOf(other.Folded, at + 1, StringComparison.Ordinal))
        {
            count++;
        }
        return count;
    }

    /// <summary>Words in a row that are never the same by chance.</summary>
    public const int RunLength = 5;

    public Account Account { get; }

    public SpeakerKey Speaker { get; }

    public IReadOnlyList<Quote> Quotes { get; }

    /// <summary>When it was said, where the sentence around it tells.</summary>
    public (DateOnly From, DateOnly To)? Day { get; }

    public int WordCount { get; }

    /// <summary>Its words, folded, each between spaces.</summary>
    public string Folded { get; } = "";

    /// <summary>The content words of each sentence of the quote.</summary>
    public List<IReadOnlyList<string>> Pieces { get; } = [];

    public HashSet<string> Stems { get; } = new(StringComparer.Ordinal);

    /// <summary>Every five words in a row.</summary>
    public HashSet<string> Runs { get; } = new(StringComparer.Ordinal);

    private static IEnumerable<TextSpan> PiecesOf(string text, TextSpan quote)
    {
        var start = quote.Start;
        for (var i = quote.Start; i < quote.End; i++)
        {
            if (text[i] is '.' or '!' or '?' or ';' && (i + 1 >= quote.End || char.IsWhiteSpace(text[i + 1])))
            {
                yield return new TextSpan(start, i + 1);
                start = i + 1;
            }
        }
        if (start < quote.End)
        {
            yield return new TextSpan(start, quote.End);
        }
    }
}
