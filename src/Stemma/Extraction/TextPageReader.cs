using System.Text.RegularExpressions;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>
/// Reads plain text: dumps of web pages, mails, wire feeds. Tells several articles in one text apart, finds head, body and
/// tail of each, and reads what the head says.
/// </summary>
internal sealed partial class TextPageReader(OutletRegistry outlets)
{
    // How far below a headline its date, byline or credit may stand.
    private const int HeadLines = 8;
    private const int MinimumWords = 20;

    private readonly OutletNames _names = new(outlets);

    /// <summary>The articles of the text in its order; empty if it holds no running text.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="fetchedAt">Nothing in an article may be dated later.</param>
    public List<ArticleDraft> Read(string text, DateTimeOffset fetchedAt)
    {
        var told = ReadFields(ref text);
        var lines = TextLines.Split(text);
        new TextLineClassifier(_names).Classify(lines);
        List<ArticleDraft> drafts = [];
        var starts = FindStarts(lines);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : lines.Count;
            var draft = new TextArticleReader(outlets, _names, fetchedAt).Read(lines[starts[i]..end], starts.Count == 1);
            if (draft is not null)
            {
                drafts.Add(draft);
            }
        }
        if (drafts.Count == 1 && told.Count > 0)
        {
            Apply(told, drafts[0], fetchedAt);
        }
        return drafts.Where(d => d.Paragraphs.Sum(p => WordCounter.Count(p)) >= MinimumWords).ToList();
    }

    /// <summary>
    /// Where articles begin: the first line, and each headline-like line that a date, byline or credit follows before any
    /// prose, once a body has been read. A subhead is followed by prose, so it starts nothing.
    /// </summary>
    internal static List<int> FindStarts(List<TextLine> lines)
    {
        List<int> starts = [0];
        var prose = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == TextLineKind.Prose)
            {
                prose++;
                continue;
            }
            if (prose >= 2 && IsHeadline(lines[i]) && BodyAfterHead(lines, i) is var body and > 0)
            {
                starts.Add(i);
                prose = 0;
                i = body - 1;
            }
        }
        return starts;
    }

    private static bool IsHeadline(TextLine line) =>
        line.Kind == TextLineKind.Short && line.Words is >= 3 and <= 30 && !line.Text.EndsWith(':')
        && !char.IsLower(line.Text[0]);

    /// <summary>Where the body begins if line <paramref name="at"/> is a headline; 0 if it is none.</summary>
    private static int BodyAfterHead(List<TextLine> lines, int at)
    {
        var marked = false;
        for (var i = at + 1; i < Math.Min(lines.Count, at + 1 + HeadLines); i++)
        {
            marked |= lines[i].Kind is TextLineKind.Date or TextLineKind.Byline or TextLineKind.Credit;
            if (lines[i].Kind == TextLineKind.Prose)
            {
                if (!marked && i == at + 1 && lines[i].Words <= 30 && i + 1 < lines.Count
                    && lines[i + 1].Kind is TextLineKind.Date or TextLineKind.Byline)
                {
                    // A standfirst written as a sentence.
                    continue;
                }
                var words = 0;
                for (var j = i; j < Math.Min(lines.Count, i + 4); j++)
                {
                    words += lines[j].Kind == TextLineKind.Prose ? lines[j].Words : 0;
                }
                return marked && words >= 40 ? i : 0;
            }
        }
        return 0;
    }

    /// <summary>Fields that a dump puts before the text: <c>date 2026-03-03 The ferry …</c>, <c>title: …</c>.</summary>
    private static Dictionary<string, string> ReadFields(ref string text)
    {
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        for (var rounds = 0; rounds < 8; rounds++)
        {
            var match = DateField().Match(text);
            match = match.Success ? match : LineField().Match(text);
            if (!match.Success)
            {
                break;
            }
            fields.TryAdd(match.Groups["k"].Value, match.Groups["v"].Value.Trim());
            text = text[match.Length..];
        }
        return fields;
    }

    private static void Apply(Dictionary<string, string> told, ArticleDraft draft, DateTimeOffset fetchedAt)
    {
        foreach (var (key, value) in told.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            switch (key.ToLowerInvariant())
            {
                case "date" or "published" or "pubdate":
                    if (DateReader.Read(value) is { } moment && moment.At <= fetchedAt)
                    {
                        draft.Published ??= moment;
                    }
                    break;
                case "title" or "headline":
                    draft.Title = value;
                    break;
                case "author" or "byline":
                    BylineReader.Default.Read(value, isDeclared: true).ForEach(draft.AddByline);
                    break;
                case "url":
                    draft.Url = Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
                    break;
                case "source" or "outlet" or "publisher":
                    draft.Outlet ??= value.Length <= 60 && !value.Contains("://", StringComparison.Ordinal) ? value : null;
                    break;
            }
        }
    }

    [GeneratedRegex(@"^\s*(?<k>date|published|pubdate)[\s:=]+(?<v>\d{4}-\d{2}-\d{2}(T\S+)?)\s+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateField();

    [GeneratedRegex(@"^\s*(?<k>title|headline|author|byline|url|source|outlet|publisher|date)\s?[:=]\s?(?<v>[^\n]{1,300})\n", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineField();
}
