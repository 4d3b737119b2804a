using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>Lists everything of a brief that has an id: what <c>stemma explain</c> can be asked for.</summary>
internal static class StoryItems
{
    public static IEnumerable<StoryItem> Of(StoryBrief brief) =>
    [
        new(brief.Story.Id.ToString(), "story", brief),
        .. brief.Story.Accounts.Select(a => new StoryItem(a.Id.ToString(), "account", a)),
        .. brief.Story.Accounts.SelectMany(a => a.EarlierVersions)
            .Select(v => new StoryItem(v.Id.ToString(), "earlier version", v)),
        .. brief.Lineage.Links.Select(l => new StoryItem(l.Id.ToString(), "link", l)),
        .. brief.Claims.Select(c => new StoryItem(c.Id.ToString(), "claim", c)),
        .. brief.Statements.Select(s => new StoryItem(s.Id.ToString(), "statement", s)),
        .. brief.Utterances.Select(u => new StoryItem(u.Id.ToString(), "utterance", u)),
        .. brief.Differences.Select(d => new StoryItem(d.Id.ToString(), "difference", d)),
        .. brief.OnlyInOne.Select(o => new StoryItem(o.Id.ToString(), "only in one account", o)),
        .. brief.Next.Select(n => new StoryItem(n.Id.ToString(), "what is next", n)),
        .. brief.Matters.Select(m => new StoryItem(m.Id.ToString(), "why it matters", m)),
        .. brief.Timeline.Select(e => new StoryItem(e.Id.ToString(), "event", e)),
        .. brief.People.Select(p => new StoryItem(p.Id.ToString(), "person", p)),
    ];
}
