using System.Text.RegularExpressions;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Judges how a party's stand may be shown: whether it is on the news, and whether its party is somebody.</summary>
internal sealed partial class ShownStatements(StoryTerms terms)
{
    /// <summary>Share of the news terms from which a sentence speaks of the news.</summary>
    private const double OfTheNews = 0.1;

    /// <summary>Days before an account appeared from which a day that it names is of another matter.</summary>
    private const int LongBefore = 14;

    public Statement Judge(Statement statement) => statement with
    {
        IsOnTheNews = statement.Words.Any(IsOnTheNews),
        Party = statement.Party is { } party && IsThing().IsMatch(party) && !IsSomebody().IsMatch(party) ? null : statement.Party,
    };

    private bool IsOnTheNews(Evidence words)
    {
        if (!terms.ByAccount.TryGetValue(words.Article, out var sentences)
            || sentences.Find(s => s.Sentence.Span.Overlaps(words.Span)) is not { } sentence)
        {
            return true;
        }
        var published = sentence.Account.Article.Published?.Day;
        return terms.NewsShare(sentence.Account.Article.Text, sentence.Sentence.Span) >= OfTheNews
            && !(published is { } day && sentence.Dates.Count > 0 && sentence.Dates.All(d => d.To < day.AddDays(-LongBefore)));
    }

    // "a harbour wall", "the crossing": words for things, in lower case after an article.
    [GeneratedRegex(@"^(a|an|the|this|that|ein|eine|der|die|das) \p{Ll}[\p{L}\- ’']*$", RegexOptions.CultureInvariant)]
    private static partial Regex IsThing();

    [GeneratedRegex(
        @"\b(\w*(official|spokes\w+|minist(er|ry)|office|officer|company|owner|operator|police|authorit\w*|government|department|agency|court|bureau|council|union|group|firm|team|club|party|army|military|guard|service|board|committee|commission\w*|embassy|bank|church|school|university|hospital|lawyers?|attorneys?|prosecutors?|judge|president|mayor|governor|director|chief|head|leader|member|man|woman|people|person|family|father|mother|witness\w*|victim|suspect|aide|source|adviser|advisor|campaign|administration|palace|house|senate|congress|parliament|network|newspaper|paper|broadcaster|publisher|airline|airport|manager|editor|author|doctor|teacher|student|driver|captain|crew|pilot|soldier|rebels?|sprecher(in)?|behörde|amt|regierung|firma|polizei|gericht))s?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsSomebody();
}
