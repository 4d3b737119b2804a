using Stemma.Fetching;

namespace Stemma.App.Evals.Feeds;

/// <summary>An entry in the shape the suite's expectations speak of.</summary>
internal static class FeedEntryShape
{
    public static Dictionary<string, object?> Of(FeedEntry entry)
    {
        var shape = new Dictionary<string, object?>(StringComparer.Ordinal);
        FeedShape.AddText(shape, entry.Title, "title");
        FeedShape.AddText(shape, entry.Subtitle, "subtitle");
        FeedShape.AddText(shape, entry.Summary ?? (entry.Contents is [var content, ..] ? content : null), "summary", "description");
        FeedShape.AddText(shape, entry.Rights, "rights", "copyright");
        FeedShape.Add(shape, entry.Id, "id", "guid");
        shape["guidislink"] = entry.IdIsLink;
        FeedShape.Add(shape, entry.Link, "link");
        FeedShape.Add(shape, entry.Comments, "comments");
        FeedShape.Add(shape, entry.Language, "language");
        FeedShape.Add(shape, entry.License, "license");
        FeedShape.AddPersons(shape, entry.Authors, entry.Contributors, entry.Publisher);
        FeedShape.AddLinks(shape, entry.Links);
        FeedShape.AddTags(shape, entry.Categories);
        FeedShape.AddDate(shape, entry.Updated, "updated");
        FeedShape.AddDate(shape, entry.Published, "published");
        FeedShape.AddDate(shape, entry.Created, "created");
        FeedShape.AddDate(shape, entry.Expired, "expired");
        FeedShape.AddPodcast(shape, entry.Podcast);
        FeedShape.AddExtensions(shape, entry.Extensions);
        shape["content"] = entry.Contents.Select(c => (object?)FeedShape.Detail(c)).ToList();
        if (entry.Image is not null)
        {
            shape["image"] = FeedShape.Named(("href", entry.Image));
        }
        if (entry.Source is not null)
        {
            shape["source"] = FeedShape.FrameOf(entry.Source);
        }
        AddPlace(shape, entry.Place);
        AddMedia(shape, entry.Media);
        return shape;
    }

    private static void AddPlace(Dictionary<string, object?> shape, FeedPlace? place)
    {
        if (place is null)
        {
            return;
        }
        List<object?> points = [.. place.Points.Select(p => (object?)p.Select(n => (object?)n).ToList())];
        shape["where"] = FeedShape.Named(
            ("type", place.Shape),
            ("coordinates", place.Shape switch { "Point" => points[0], "Polygon" => new List<object?> { points }, _ => points }));
    }

    private static void AddMedia(Dictionary<string, object?> shape, FeedMedia? media)
    {
        if (media is null)
        {
            return;
        }
        shape["media_credit"] = media.Credits.Select(c => (object?)FeedShape.Named(("content", c.Name), ("role", c.Role))).ToList();
        shape["media_restriction"] = FeedShape.Named(
            ("relationship", media.RestrictionRelationship), ("content", media.Restrictions.Select(r => (object?)r).ToList()));
        shape["media_license"] = FeedShape.Named(("content", media.License), ("href", media.LicenseUrl), ("type", media.LicenseType));
        shape["media_rating"] = FeedShape.Named(("content", media.Rating));
        shape["media_player"] = FeedShape.Named(("url", media.PlayerUrl));
    }
}
