using System.Globalization;

namespace Stemma.Fetching;

/// <summary>Reads the media module.</summary>
internal sealed class FeedMediaReader(FeedScope scope)
{
    private const string Scheme = "http://search.yahoo.com/mrss/category_schema";

    private readonly FeedMarkup _markup = scope.Markup;
    private readonly FeedTextReader _texts = new(scope);

    public void Read(int node, FeedDraft draft, bool isEntry)
    {
        var media = draft.Media ?? new FeedMedia();
        switch (_markup[node].Name)
        {
            case "group":
                ReadInner(node, draft, isEntry);
                break;
            case "content":
                if (File(node, isThumbnail: false) is { } file && media.Files.Count < FeedLimits.Items)
                {
                    draft.Media = media with { Files = [.. media.Files, file] };
                }
                ReadInner(node, draft, isEntry);
                break;
            case "thumbnail" when File(node, isThumbnail: true) is { } thumbnail && media.Files.Count < FeedLimits.Items:
                draft.Media = media with { Files = [.. media.Files, thumbnail] };
                break;
            case "title" when draft.Beats("title", 3):
                draft.Title = _texts.Read(node);
                break;
            case "description" when draft.Beats(isEntry ? "summary" : "subtitle", 4):
                (draft.Summary, draft.Subtitle) = isEntry ? (_texts.Read(node), draft.Subtitle) : (draft.Summary, _texts.Read(node));
                break;
            case "credit" when _markup.Text(node) is { Length: > 0 } name && media.Credits.Count < FeedLimits.Items:
                draft.Media = media with
                {
                    Credits = [.. media.Credits, new FeedMediaCredit(name, _markup.Attribute(node, "role"), _markup.Attribute(node, "scheme"))],
                };
                break;
            case "keywords":
                draft.Media = media with
                {
                    Keywords = [.. _markup.Text(node).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(FeedLimits.Items)],
                };
                break;
            case "rating":
                draft.Media = media with { Rating = _markup.Text(node) };
                break;
            case "adult":
                draft.Media = media with { Rating = media.Rating ?? (_markup.Text(node) == "true" ? "adult" : "nonadult") };
                break;
            case "restriction":
                draft.Media = media with
                {
                    RestrictionRelationship = _markup.Attribute(node, "relationship"),
                    Restrictions = [.. _markup.Text(node).ToLowerInvariant().Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Take(FeedLimits.Items)],
                };
                break;
            case "license":
                draft.Media = media with
                {
                    License = _markup.Text(node),
                    LicenseUrl = scope.Resolve(node, _markup.Attribute(node, "href")),
                    LicenseType = _markup.Attribute(node, "type"),
                };
                break;
            case "copyright":
                draft.Media = media with { Copyright = _markup.Text(node) };
                break;
            case "player":
                draft.Media = media with { PlayerUrl = scope.Resolve(node, _markup.Attribute(node, "url")) };
                break;
            case "category":
                draft.Add(new FeedCategory(
                    _markup.OwnText(node), _markup.Attribute(node, "scheme") ?? Scheme, _markup.Attribute(node, "label")));
                break;
        }
    }

    private void ReadInner(int node, FeedDraft draft, bool isEntry)
    {
        for (var i = node + 1; i < _markup[node].End; i = _markup[i].End)
        {
            // Title and description of one picture among others are its own, not the entry's.
            if (_markup[i].Name is not (null or "group") && _markup[i].Vocabulary == FeedVocabulary.Media
                && !(_markup[node].Name == "content" && _markup[i].Name is "title" or "description"))
            {
                Read(i, draft, isEntry);
            }
        }
    }

    private FeedMediaFile? File(int node, bool isThumbnail)
    {
        if (scope.Resolve(node, _markup.Attribute(node, "url")) is not { } url)
        {
            return null;
        }
        string? title = null, description = null, credit = null;
        for (var i = node + 1; i < _markup[node].End; i = _markup[i].End)
        {
            switch (_markup[i].Name)
            {
                case "title":
                    title ??= _texts.Read(i).ToText();
                    break;
                case "description":
                    description ??= _texts.Read(i).ToText();
                    break;
                case "credit":
                    credit ??= _markup.Text(i);
                    break;
            }
        }
        return new FeedMediaFile
        {
            Url = url,
            Type = _markup.Attribute(node, "type"),
            Medium = _markup.Attribute(node, "medium"),
            Width = FeedLinkReader.Number(_markup.Attribute(node, "width")),
            Height = FeedLinkReader.Number(_markup.Attribute(node, "height")),
            DurationSeconds = double.TryParse(_markup.Attribute(node, "duration"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
            Length = long.TryParse(_markup.Attribute(node, "fileSize"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
            IsThumbnail = isThumbnail,
            IsDefault = _markup.Attribute(node, "isDefault") == "true",
            Title = title,
            Description = description,
            Credit = credit,
        };
    }
}
