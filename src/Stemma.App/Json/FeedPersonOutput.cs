using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>Somebody a feed names.</summary>
internal sealed record FeedPersonOutput(string? Name, string? Email, string? Url)
{
    public static FeedPersonOutput Of(FeedPerson person) => new(person.Name, person.Email, person.Url);

    public static IReadOnlyList<FeedPersonOutput> All(IReadOnlyList<FeedPerson> persons) => [.. persons.Select(Of)];
}
