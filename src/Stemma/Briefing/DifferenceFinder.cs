using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Finds what accounts do not agree about: numbers, dates, names, designations, qualifiers, words of a quotation.</summary>
internal sealed class DifferenceFinder(StoryTerms terms)
{
    /// <summary>The differences, outright ones first.</summary>
    public IReadOnlyList<Difference> Find(
        Story story, ClaimAlignment alignment, IReadOnlyList<Utterance> utterances)
    {
        if (story.Accounts.Count < 2)
        {
            return [];
        }
        return
        [
            .. new NumberDifferences(terms, alignment).Find(story)
                .Concat(new MeasureDifferences(terms).Find(story))
                .Concat(new DateDifferences(terms, alignment).Find(story))
                .Concat(new DesignationDifferences(terms, alignment).Find(story))
                .Concat(new CalledDifferences(terms, alignment).Find(story))
                .Concat(new NameDifferences(terms, alignment).Find(story))
                .Concat(new QualifierDifferences(terms).Find(story, utterances))
                .Concat(WordingDifferences.Find(story, utterances))
                .DistinctBy(d => d.Id)
                .OrderByDescending(d => d.IsOutright)
                .ThenByDescending(d => d.Sides.Sum(s => s.Words.Count))
                .ThenBy(d => d.Kind)
                .ThenBy(d => d.Id),
        ];
    }
}
