namespace Stemma.Extraction;

/// <summary>Says of each line of a plain-text page what it is, looking at the line alone.</summary>
internal sealed class TextLineClassifier(OutletNames outletNames)
{
    // A line with fewer words is prose only if it ends as sentences do.
    private const int ProseWords = 22;
    private const int ShortProseWords = 6;
    private const int DateLineWords = 14;

    /// <summary>Sets the kinds of all lines.</summary>
    public void Classify(IReadOnlyList<TextLine> lines)
    {
        var counts = lines.GroupBy(l => l.Text, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var line in lines)
        {
            line.Kind = KindOf(line);
            if (line.Kind == TextLineKind.Prose && counts.ContainsKey(line.Text) && line.Words < 60)
            {
                // Dumps repeat captions, since pages hold them twice; a newspaper does not repeat a paragraph.
                line.Kind = TextLineKind.Caption;
            }
        }
    }

    private TextLineKind KindOf(TextLine line)
    {
        if (CaptionShape.Read(line.Text) is not null)
        {
            return TextLineKind.Caption;
        }
        if (IsDateLine(line))
        {
            return TextLineKind.Date;
        }
        if (FurnitureKinds.Of(line.Text, line.Words) is { } furniture)
        {
            line.Furniture = furniture;
            // Running text may speak of donations and newsletters: a long line is furniture only in furniture's company.
            return IsLongProse(line) ? TextLineKind.Prose : TextLineKind.Furniture;
        }
        if (line.Words <= 14 && BylineReader.Default.HasLead(line.Text) && !line.EndsSentence
            && (BylineReader.Default.Read(line.Text, isDeclared: false).Count > 0 || outletNames.Known(line.Text[3..]) is not null))
        {
            return TextLineKind.Byline;
        }
        if (line.Words <= 6 && outletNames.ReadCredit(line.Text).Outlet is not null)
        {
            return TextLineKind.Credit;
        }
        return IsLongProse(line) || (line.Words >= ShortProseWords && line.EndsSentence) || OpensQuote(line)
            ? TextLineKind.Prose : TextLineKind.Short;
    }

    private static bool IsLongProse(TextLine line) => line.Words > ProseWords && (line.Words > 45 || line.EndsSentence);

    private static bool OpensQuote(TextLine line) =>
        line.Words >= 4 && line.Text[0] is '"' or '“' or '„' or '«' && line.EndsSentence;

    private static bool IsDateLine(TextLine line)
    {
        if (line.Words > DateLineWords || line.Text.Length > 120)
        {
            return false;
        }
        if (DateReader.Find(line.Text) is not { } date)
        {
            return FurniturePhrases.Default.Find(line.Text, anywhere: false) == "metadata" && line.Words <= 2;
        }
        // What is left besides the date must be short: author, credit, "Published", "Updated at".
        return line.Words - WordCounter.Count(line.Text.AsSpan(date.Start, date.End - date.Start)) <= 10 && !line.EndsSentence;
    }
}
