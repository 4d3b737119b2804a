using Stemma.Model;
using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>A quoted stretch, or several of one turn, in one account.</summary>
internal sealed class QuoteTurn
{
    public QuoteTurn(Account account, string speakerKey, IReadOnlyList<Quote> quotes, (DateOnly From, DateOnly To)? day)
    {
        Account = account;
        SpeakerKey = speakerKey;
        Quotes = quotes;
        Day = day;
        var text = account.Article.Text;
        foreach (var quote in quotes)
        {
            var words = WordScanner.Scan(text, quote.Span).Select(w => WordScanner.Fold(text.AsSpan(w.Start, w.Length))).ToList();
            WordCount += words.Count;
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

    /// <summary>Words in a row that are never the same by chance.</summary>
    public const int RunLength = 5;

    public Account Account { get; }

    public string SpeakerKey { get; }

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
