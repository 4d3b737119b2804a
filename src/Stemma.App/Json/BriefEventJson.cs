using System.Globalization;
using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>Something that happened, with its days.</summary>
internal sealed record BriefEventJson(
    string Id, string From, string To, BriefEvidenceJson Words, IReadOnlyList<string> Accounts, BriefExplanationJson Explanation)
{
    public static BriefEventJson Of(TimelineEvent happened, BriefTexts texts) => new(
        happened.Id.ToString(),
        Iso(happened.From),
        Iso(happened.To),
        texts.Json(happened.Words),
        [.. happened.Accounts.Select(a => a.ToString())],
        texts.Json(happened.Explanation));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Somebody the story names.</summary>
internal sealed record BriefPersonJson(
    string Id, string Name, BriefEvidenceJson? Description, int Accounts, int Quotes, BriefEvidenceJson FirstMention)
{
    public static BriefPersonJson From(Person person, BriefTexts texts) => new(
        person.Id.ToString(),
        person.Name,
        person.Description is { } words ? texts.Json(words) : null,
        person.Accounts,
        person.Quotes,
        texts.Json(person.FirstMention));
}
