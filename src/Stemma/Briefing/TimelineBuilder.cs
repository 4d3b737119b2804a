using System.Globalization;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>What happened when: dated sentences by day, those of several accounts about one thing joined.</summary>
internal sealed class TimelineBuilder(StoryTerms terms)
{
    /// <summary>The events, by day, then by the number of accounts that tell them.</summary>
    public IReadOnlyList<TimelineEvent> Build(Story story)
    {
        var dated = story.Accounts.SelectMany(Dated).ToList();
        List<List<Dated>> groups = [];
        foreach (var item in dated)
        {
            var group = groups.Find(g => g[0].From == item.From && g[0].To == item.To
                && g.Any(o => terms.Likeness(o.Sentence, item.Sentence) >= BriefOptions.SameMatter));
            if (group is null)
            {
                groups.Add([item]);
            }
            else
            {
                group.Add(item);
            }
        }
        return
        [
            .. groups.Select(ToEvent)
                .OrderBy(e => e.From)
                .ThenBy(e => e.To)
                .ThenByDescending(e => e.Accounts.Count)
                .ThenBy(e => e.Id),
        ];
    }

    private IEnumerable<Dated> Dated(Account account)
    {
        foreach (var sentence in terms.ByAccount[account.Id])
        {
            if (!ShownLine.StandsAlone(sentence) || sentence.Sentence.Modality is Modality.Planned or Modality.Opinion)
            {
                continue;
            }
            // A date inside quotation marks is relative to the day of speaking, which the text seldom tells.
            var date = account.Analysis.Dates.FirstOrDefault(d => sentence.Sentence.Span.Contains(d.Span)
                && d.To.DayNumber - d.From.DayNumber <= BriefOptions.TimelineDays
                && !account.Analysis.Quotes.Any(q => q.Form is not QuoteForm.Indirect && q.Span.Contains(d.Span)));
            if (date is not null && sentence.Stems.Count >= 3)
            {
                yield return new Dated(sentence, date);
            }
        }
    }

    private static TimelineEvent ToEvent(List<Dated> group)
    {
        var first = group.OrderBy(d => d.Sentence.Sentence.Modality is not Modality.Asserted)
            .ThenBy(d => d.Sentence.Sentence.Span.Length).ThenBy(d => d.Sentence.Evidence).First();
        var accounts = group.Select(d => d.Sentence.Account.Id).Distinct().ToList();
        return new TimelineEvent(
            ItemId.Of('e', group.Select(d => d.Sentence.Evidence)),
            first.From,
            first.To,
            first.Sentence.Evidence,
            accounts,
            new Explanation(
                "brief.timeline",
                string.Create(CultureInfo.InvariantCulture, $"Dated by its own words. {first.Date.Explanation.Text}"),
                accounts.Count,
                [.. group.Select(d => new Evidence(d.Sentence.Account.Id, d.Date.Span))]));
    }
}
