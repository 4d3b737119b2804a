using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Finds where accounts give another figure for what has only one: the age of a person whom both name in full, the magnitude of
/// the quake that is the news. An account that gives several figures for it is left out.
/// </summary>
internal sealed partial class MeasureDifferences(StoryTerms terms)
{
    private const string Magnitude = "magnitude";

    /// <summary>Characters around a figure or a name in which what makes it one is sought.</summary>
    private const int Around = 40;

    /// <summary>Days between two accounts within which nobody grows older.</summary>
    private const int SameAgeDays = 7;

    /// <summary>Days before its publication of which an account still tells as of the news.</summary>
    private const int NewsDays = 10;

    /// <summary>By how much the magnitudes of one quake differ at most.</summary>
    private const double OneQuake = 1;

    /// <summary>One difference per thing measured. Cost: linear in the text.</summary>
    public IEnumerable<Difference> Find(Story story) =>
        story.Accounts.SelectMany(a => Ages(a).Concat(Magnitudes(a)))
            .GroupBy(m => m.Of, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => ToDifference([.. g]))
            .OfType<Difference>();

    private static IEnumerable<Measured> Ages(Account account)
    {
        var text = account.Article.Text;
        foreach (var mention in account.Analysis.Mentions.Where(m => m.Kind is MentionKind.Person))
        {
            var name = WordScanner.Fold(mention.Name);
            if (!mention.Name.Contains(' ', StringComparison.Ordinal) || mention.Span.Length < mention.Name.Length
                || account.Analysis.Sentences.FirstOrDefault(s => s.Span.Contains(mention.Span.Start)) is not { } sentence)
            {
                continue;
            }
            var before = Math.Max(sentence.Span.Start, mention.Span.Start - Around);
            var match = AgeBefore().Match(text[before..mention.Span.Start]);
            if (match.Success)
            {
                yield return Age(before + match.Index, match.Groups["age"].Value);
            }
            match = AgeAfter().Match(text[mention.Span.End..Math.Min(sentence.Span.End, mention.Span.End + Around)]);
            if (match.Success)
            {
                yield return Age(mention.Span.End + match.Groups["age"].Index, match.Groups["age"].Value);
            }

            Measured Age(int at, string age) =>
                new(account, sentence.Span, new TextSpan(at, at + age.Length), "age of " + name, age);
        }
    }

    // Found in the text as it stands: a full stop with a blank after it ("6. 1") may end a sentence.
    private IEnumerable<Measured> Magnitudes(Account account)
    {
        var text = account.Article.Text;
        foreach (Match match in MagnitudeOf().Matches(text))
        {
            var sentence = terms.ByAccount[account.Id].FirstOrDefault(s => s.Sentence.Span.Contains(match.Index));
            var figure = match.Groups["figure"];
            var value = figure.Value.Replace(" ", "", StringComparison.Ordinal);
            if (sentence is not null && !IsOpen(text, match.Index) && !TellsOfAnother(sentence, match))
            {
                yield return new Measured(
                    account, sentence.Sentence.Span, new TextSpan(figure.Index, figure.Index + figure.Length), Magnitude, value);
            }
        }
    }

    private static bool IsOpen(string text, int figure) =>
        Open().IsMatch(text[Math.Max(0, figure - 16)..figure]);

    // An aftershock, a quake of long ago, or what such quakes do.
    private static bool TellsOfAnother(SentenceTerms sentence, Match figure)
    {
        var text = sentence.Text;
        var published = sentence.Account.Article.Published?.Day;
        return Other().IsMatch(text)
            || figure.Groups["indefinite"].Success && Can().IsMatch(text)
            || sentence.Account.Analysis.Dates.Any(d => sentence.Sentence.Span.Contains(d.Span)
                && (published is { } day ? d.To.DayNumber < day.DayNumber - NewsDays : Month().IsMatch(d.Span.Of(sentence.Account.Article.Text))));
    }

    private static Difference? ToDifference(List<Measured> all)
    {
        var single = all.GroupBy(m => m.Account.Id)
            .Where(g => g.Select(m => m.Value).Distinct(StringComparer.Ordinal).Count() == 1)
            .Select(g => g.First())
            .ToList();
        var sides = single.GroupBy(m => m.Value, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        var days = single.Select(m => m.Account.Article.Published?.Day.DayNumber).OfType<int>().ToList();
        if (sides.Count < 2 || (days.Count > 1 && days.Max() - days.Min() > SameAgeDays))
        {
            return null;
        }
        var isMagnitude = single[0].Of == Magnitude;
        var values = single.ConvertAll(m => double.Parse(m.Value.Replace(',', '.'), CultureInfo.InvariantCulture));
        if (isMagnitude && values.Max() - values.Min() > OneQuake)
        {
            return null;
        }
        var words = single.ConvertAll(m => new Evidence(m.Account.Id, m.Span));
        return new Difference(
            ItemId.Of('d', words, single[0].Of),
            DifferenceKind.Number,
            true,
            [
                .. sides.Select(s => new DifferenceSide(
                    s.Key,
                    [.. s.Select(m => new Evidence(m.Account.Id, m.Span))],
                    [.. s.Select(m => new Evidence(m.Account.Id, m.Sentence))])),
            ],
            new Explanation(
                isMagnitude ? "brief.difference.magnitude" : "brief.difference.age",
                isMagnitude
                    ? "Each account gives one magnitude for the quake that is the news, and not the same."
                    : "The accounts name the same person in full and give another age.",
                null,
                words));
    }

    [GeneratedRegex(
        @"\b(?<age>[1-9]\d)\s?-\s?year\s?-\s?old\s+((?!of|for|by|from|whose|who|with|and|or|to|in|at|named|called|as)\p{L}[\p{L}\-]*\.?\s+){0,3}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AgeBefore();

    [GeneratedRegex(@"^\s?(,\s|\s?\()(aged\s|age\s)?(?<age>[1-9]\d)(?=\s?[,;)]|\.\s|\.$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AgeAfter();

    [GeneratedRegex(
        """
        \bmagnitude(\s?-\s?|\s+of\s+|\s+at\s+|\s+)(?<figure>\d\.\s?\d)(?!\d)
        |(?<indefinite>\ban?\s+)?\b(?<figure>\d\.\s?\d)\s?-?\s?(magnitude|strength)\b
        |\bmeasur(ed|ing)\s+(?<figure>\d\.\s?\d)(?!\d)(?=\s+(degrees\s+)?(on\s+the\s+(open-ended\s+)?richter|in\s+magnitude))
        |\bstärke\s+(von\s+)?(?<figure>\d,\d)(?!\d)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex MagnitudeOf();

    [GeneratedRegex(@"\b(about|around|some|nearly|almost|roughly|approximately|least|over|than|up to|between|etwa|rund|mindestens)\s+(a\s+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Open();

    [GeneratedRegex(
        @"\b(aftershocks?|foreshocks?|second|another|earlier|previous(ly)?|preliminary|initial(ly)?|revised|downgraded|upgraded|nachbeben|zweites?|früher\w*|last\s+(year|month)|(in|im)\s+(\w+\s+)?(19|20)\d\d|years?\s+ago)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Other();

    [GeneratedRegex(@"\b(can|could|may|capable|considered|kann)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Can();

    [GeneratedRegex(@"^(in|last|im)\b|\b(19|20)\d\d\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Month();
}
