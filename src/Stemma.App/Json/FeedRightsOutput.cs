using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>Who may use a picture, film or sound, and how, as the media module tells.</summary>
internal sealed record FeedRightsOutput(
    string? Rating, string? Restriction, IReadOnlyList<string> Restricted, string? License, string? LicenseUrl, string? Copyright, string? PlayerUrl)
{
    public static FeedRightsOutput? Of(FeedMedia? media) => media is null or { Rating: null, RestrictionRelationship: null, License: null, LicenseUrl: null, Copyright: null, PlayerUrl: null } ? null : new FeedRightsOutput(
        media.Rating, media.RestrictionRelationship, media.Restrictions, media.License, media.LicenseUrl, media.Copyright, media.PlayerUrl);
}
