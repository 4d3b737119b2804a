using Stemma.Model;
using Stemma.Text;

namespace Stemma.Tracing;

/// <summary>A sentence of an account with its content words.</summary>
internal sealed class SentenceTerms(Account account, int index, Sentence sentence, IReadOnlyList<ContentWord> words)
{
    public Account Account { get; } = account;

    /// <summary>Its place among the sentences of the account, from 0.</summary>
    public int Index { get; } = index;

    public Sentence Sentence { get; } = sentence;

    public IReadOnlyList<ContentWord> Words { get; } = words;

    /// <summary>Its stems, each once.</summary>
    public IReadOnlySet<string> Stems { get; } = words.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those that stand in lower case: what is said of the names.</summary>
    public IReadOnlySet<string> PlainStems { get; } = words.Where(w => !w.IsCapitalised && !w.IsNumber)
        .Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>Sum of its weights; 0 until first asked for. Set by <see cref="StoryTerms"/>.</summary>
    public double Total { get; set; }

    /// <summary>Length of its weighted vector; 0 until first asked for. Set by <see cref="StoryTerms"/>.</summary>
    public double Norm { get; set; }

    /// <summary>Whether it is a line of its own without a full stop: a heading inside the text.</summary>
    public bool IsHeading { get; } =
        sentence.Paragraph < account.Article.Paragraphs.Count
        && account.Article.Paragraphs[sentence.Paragraph] == sentence.Span
        && words.Count <= 12
        && char.IsLetterOrDigit(account.Article.Text[sentence.Span.End - 1]);

    /// <summary>Share of the sentence between quotation marks, in [0, 1].</summary>
    public double QuotedShare { get; } = QuotedLength(account.Analysis, sentence.Span) / (double)Math.Max(1, sentence.Span.Length);

    public Evidence Evidence => new(Account.Id, Sentence.Span);

    public string Text => Sentence.Span.Of(Account.Article.Text);

    private static int QuotedLength(Analysis analysis, TextSpan span) =>
        analysis.Quotes
            .Where(q => q.Form is not QuoteForm.Indirect && q.Span.Overlaps(span))
            .Sum(q => Math.Min(q.Span.End, span.End) - Math.Max(q.Span.Start, span.Start));

    /// <summary>The dates told in it.</summary>
    public IReadOnlyList<DateExpression> Dates => field ??= [.. Account.Analysis.Dates.Where(d => Sentence.Span.Contains(d.Span))];

    /// <summary>The stems of its names: capitalised words but for the first and for those of dates.</summary>
    public IReadOnlySet<string> Names => field ??= Words
        .Where(w => w.IsCapitalised && w.Span.Start > Sentence.Span.Start + 1 && !Account.Analysis.Dates.Any(d => d.Span.Contains(w.Span)))
        .Select(static w => w.Stem)
        .ToHashSet(StringComparer.Ordinal);
}
