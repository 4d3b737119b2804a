using System.Globalization;

namespace Stemma.Fetching;

/// <summary>Reads where an entry plays. Feeds write latitude first; here longitude comes first, as in GeoJSON.</summary>
internal static class FeedPlaceReader
{
    // Corners of one shape.
    private const int MostPoints = 10_000;

    public static void Read(FeedMarkup markup, int node, FeedDraft draft)
    {
        switch (markup[node].Name)
        {
            case "lat" when Numbers(markup.Text(node)) is [var latitude, ..]:
                draft.Latitude = latitude;
                break;
            case "long" or "lon" when Numbers(markup.Text(node)) is [var longitude, ..]:
                draft.Longitude = longitude;
                break;
            case "point" when markup[node].Vocabulary == FeedVocabulary.GeoRss:
                draft.Place = Shape("Point", Numbers(markup.Text(node)), 2, true, 1) ?? draft.Place;
                break;
            case "line":
                draft.Place = Shape("LineString", Numbers(markup.Text(node)), 2, true, 2) ?? draft.Place;
                break;
            case "polygon" when markup[node].Vocabulary == FeedVocabulary.GeoRss:
                draft.Place = Shape("Polygon", Numbers(markup.Text(node)), 2, true, 4) ?? draft.Place;
                break;
            case "box":
                draft.Place = Shape("Box", Numbers(markup.Text(node)), 2, true, 2) ?? draft.Place;
                break;
            case "where" or "point" or "linestring" or "polygon" or "envelope":
                ReadGml(markup, node, draft);
                break;
        }
    }

    private static void ReadGml(FeedMarkup markup, int node, FeedDraft draft)
    {
        for (var i = node; i < markup[node].End; i++)
        {
            switch (markup[i].Name)
            {
                case "pos":
                    draft.Place = Of(markup, i, "Point", 1) ?? draft.Place;
                    return;
                case "poslist":
                    var isRing = Parent(markup, i, "polygon") >= 0;
                    draft.Place = Of(markup, i, isRing ? "Polygon" : "LineString", isRing ? 4 : 2) ?? draft.Place;
                    return;
                case "lat" or "long":
                    Read(markup, i, draft);
                    break;
            }
        }
    }

    private static FeedPlace? Of(FeedMarkup markup, int node, string shape, int least)
    {
        string? system = null, dimension = null;
        for (var i = node; i >= 0 && markup[i].Vocabulary == FeedVocabulary.Gml; i = markup[i].Parent)
        {
            system ??= markup.Attribute(i, "srsName");
            dimension ??= markup.Attribute(i, "srsDimension");
        }
        return Shape(shape, Numbers(markup.Text(node)), dimension == "3" ? 3 : 2, IsLatitudeFirst(system), least);
    }

    private static int Parent(FeedMarkup markup, int node, string name)
    {
        while (node >= 0 && markup[node].Name != name)
        {
            node = markup[node].Parent;
        }
        return node;
    }

    /// <summary>Geographic systems give latitude first; projected ones, told by their EPSG number, easting first.</summary>
    private static bool IsLatitudeFirst(string? system)
    {
        var colon = system?.LastIndexOf(':') ?? -1;
        return colon < 0 || !int.TryParse(system.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is >= 4000 and < 5000;
    }

    private static FeedPlace? Shape(string shape, List<double> numbers, int dimensions, bool isLatitudeFirst, int least)
    {
        List<IReadOnlyList<double>> points = [];
        for (var i = 0; i + dimensions <= numbers.Count; i += dimensions)
        {
            var (x, y) = isLatitudeFirst ? (numbers[i + 1], numbers[i]) : (numbers[i], numbers[i + 1]);
            points.Add(dimensions == 3 ? [x, y, numbers[i + 2]] : [x, y]);
        }
        return points.Count < least ? null : new FeedPlace(shape, shape == "Point" ? points[..1] : points);
    }

    private static List<double> Numbers(string text)
    {
        List<double> numbers = [];
        foreach (var part in text.Split([' ', ',', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries).Take(MostPoints * 2))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                return [];
            }
            numbers.Add(number);
        }
        return numbers;
    }
}
