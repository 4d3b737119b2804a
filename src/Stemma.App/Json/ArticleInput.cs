using System.Globalization;
using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>An article as <c>analyze</c>, <c>cluster</c>, <c>reuse</c> and the evaluations read it: one object a line.</summary>
internal sealed record ArticleInput
{
    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Outlet { get; init; }

    public string? Lang { get; init; }

    public string? Published { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    /// <summary>The article. Its text is taken as it is, so that the caller's offsets hold; blank lines part paragraphs.</summary>
    public Article ToArticle()
    {
        var text = Text ?? "";
        return new Article
        {
            Id = new ArticleId(ContentId.Of(Id ?? "", Url ?? "", Outlet ?? "", Title ?? "", text)),
            Source = Id ?? Url ?? "-",
            Url = Uri.TryCreate(Url, UriKind.Absolute, out var url) ? url : null,
            Outlet = Outlet,
            Title = Title ?? "",
            Language = Lang ?? "und",
            Published = ParseMoment(Published),
            Text = text,
            Paragraphs = SplitParagraphs(text),
        };
    }

    private static Moment? ParseMoment(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Moment.OfDay(day)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? new Moment(at, true)
                : null;

    private static List<TextSpan> SplitParagraphs(string text)
    {
        List<TextSpan> paragraphs = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var span = Trim(text, start, end);
            if (!span.IsEmpty)
            {
                paragraphs.Add(span);
            }
            start = end + 1;
        }
        return paragraphs;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return new TextSpan(start, end);
    }
}
