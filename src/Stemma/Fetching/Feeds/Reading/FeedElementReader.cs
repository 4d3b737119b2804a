namespace Stemma.Fetching;

/// <summary>Reads one element of a feed or entry into its draft. Feeds and entries share nearly all elements, in all formats.</summary>
internal sealed class FeedElementReader(FeedScope scope, FeedFaultList faults)
{
    private readonly FeedMarkup _markup = scope.Markup;
    private readonly FeedTextReader _texts = new(scope);
    private readonly FeedPersonReader _persons = new(scope);
    private readonly FeedLinkReader _links = new(scope);
    private readonly FeedMediaReader _media = new(scope);
    private readonly FeedPodcastReader _podcasts = new(scope);
    private readonly FeedFrameReader _frame = new(scope);

    /// <summary>Reads an element.</summary>
    /// <param name="node">The element.</param>
    /// <param name="draft">What it is read into.</param>
    /// <param name="isEntry">Whether that is an entry rather than the feed.</param>
    public void Read(int node, FeedDraft draft, bool isEntry)
    {
        ref readonly var element = ref _markup[node];
        switch (element.Vocabulary)
        {
            case FeedVocabulary.Core:
                ReadCore(node, element.Name!, draft, isEntry);
                break;
            case FeedVocabulary.DublinCore or FeedVocabulary.DublinTerms:
                ReadDublinCore(node, element.Name!, draft, isEntry);
                break;
            case FeedVocabulary.Content when element.Name is "encoded":
                draft.Contents.Add(_texts.ReadHtml(node));
                break;
            case FeedVocabulary.Xhtml when isEntry && element.Name is "body" or "div":
                draft.Contents.Add(_texts.ReadHtml(node));
                break;
            case FeedVocabulary.Media:
                _media.Read(node, draft, isEntry);
                break;
            case FeedVocabulary.Itunes or FeedVocabulary.Chapters:
                _podcasts.Read(node, draft, isEntry);
                break;
            case FeedVocabulary.Syndication:
                _frame.ReadSyndication(node, draft, element.Name is "updatebase" ? Date(node, null) : null);
                break;
            case FeedVocabulary.GeoRss or FeedVocabulary.Gml or FeedVocabulary.GeoPosition:
                FeedPlaceReader.Read(_markup, node, draft);
                break;
            case FeedVocabulary.CreativeCommons when element.Name is "license" && draft.Beats("license", 1):
                draft.License = scope.Resolve(node, _markup.AnyAttribute(node, "resource") ?? _markup.Text(node));
                break;
            case FeedVocabulary.History when element.Name is "complete":
                draft.IsFinished = true;
                break;
            case FeedVocabulary.Other:
                ReadOther(node, element.Name!, draft);
                break;
        }
    }

    private void ReadCore(int node, string name, FeedDraft draft, bool isEntry)
    {
        switch (name)
        {
            case "title" when draft.Beats("title", 1):
                draft.Title = _texts.Read(node);
                break;
            case "link":
                draft.Add(_links.Read(node));
                break;
            case "guid" or "id" when draft.Beats("id", 1):
                draft.Id = ReadId(node);
                draft.IdIsPermanentLink = name == "guid"
                    && _markup.Attribute(node, "isPermaLink")?.Equals("false", StringComparison.OrdinalIgnoreCase) is not true;
                break;
            case "description" or "summary" or "abstract" or "subtitle" or "tagline":
                ReadSummary(node, draft, isEntry && name is not ("subtitle" or "tagline"));
                break;
            case "content" when isEntry || _markup.Attribute(node, "type") is not null:
                draft.Contents.Add(_texts.Read(node));
                break;
            case "fullitem" or "body":
                draft.Contents.Add(_texts.ReadHtml(node));
                break;
            case "info" when draft.Beats("info", 1):
                draft.Info = _texts.Read(node);
                break;
            case "author" or "managingeditor":
                FeedDraft.Add(draft.Authors, _persons.Read(node));
                break;
            case "contributor":
                FeedDraft.Add(draft.Contributors, _persons.Read(node));
                break;
            case "webmaster" or "publisher" when draft.Beats("publisher", 1):
                draft.Publisher = _persons.Read(node);
                break;
            case "category" or "keywords":
                draft.Add(new FeedCategory(
                    _markup.Attribute(node, "term") ?? _markup.OwnText(node),
                    _markup.Attribute(node, "scheme") ?? _markup.Attribute(node, "domain"),
                    _markup.Attribute(node, "label")));
                break;
            case "pubdate" or "published":
                draft.Published = Later("published", 1, draft.Published, node, draft);
                break;
            case "issued":
                draft.Published = Later("published", 2, draft.Published, node, draft);
                break;
            case "updated" or "lastbuilddate" or "modified":
                draft.Updated = Later("updated", 1, draft.Updated, node, draft);
                break;
            case "date":
                draft.Updated = Later("updated", 3, draft.Updated, node, draft);
                break;
            case "created":
                draft.Created = Later("created", 1, draft.Created, node, draft);
                break;
            case "expirationdate":
                draft.Expired = Later("expired", 1, draft.Expired, node, draft);
                break;
            case "comments":
                draft.Comments ??= scope.Resolve(node, _markup.OwnText(node));
                break;
            case "enclosure":
                draft.Add(_links.ReadEnclosure(node));
                break;
            case "source" when isEntry:
                draft.Source ??= ReadSource(node);
                break;
            case "rights" or "copyright" when draft.Beats("rights", 1):
                draft.Rights = _texts.Read(node);
                break;
            case "license" when draft.Beats("license", 1):
                draft.License = scope.Resolve(node, _markup.AnyAttribute(node, "resource") ?? _markup.Text(node));
                break;
            case "language" when draft.Beats("language", 1):
                draft.Language = FeedScope.Tag(_markup.OwnText(node));
                break;
            default:
                if (!_frame.Read(node, name, draft) && !IsSeen(name))
                {
                    Keep(node, name, draft);
                }
                break;
        }
    }

    /// <summary>The first is the summary; a second one that says something else is more than a summary.</summary>
    private void ReadSummary(int node, FeedDraft draft, bool isEntry)
    {
        if (!isEntry)
        {
            if (draft.Beats("subtitle", 1))
            {
                draft.Subtitle = _texts.Read(node);
            }
            return;
        }
        if (draft.Beats("summary", 1))
        {
            draft.Summary = _texts.Read(node);
        }
        else
        {
            var more = _texts.Read(node);
            if (more.Value.Length > 0 && more.Value != draft.Summary?.Value && draft.Contents.Count < FeedLimits.Items)
            {
                draft.Contents.Add(more);
            }
        }
    }

    private void ReadDublinCore(int node, string name, FeedDraft draft, bool isEntry)
    {
        switch (name)
        {
            case "title" when draft.Beats("title", 2):
                draft.Title = _texts.Read(node);
                break;
            case "creator" or "author":
                FeedDraft.Add(draft.Authors, _persons.Read(node));
                break;
            case "contributor":
                FeedDraft.Add(draft.Contributors, _persons.Read(node));
                break;
            case "publisher" when draft.Beats("publisher", 2):
                draft.Publisher = _persons.Read(node);
                break;
            case "subject":
                draft.Add(new FeedCategory(_markup.Text(node)));
                break;
            case "description" or "abstract" when draft.Beats(isEntry ? "summary" : "subtitle", 2):
                (draft.Summary, draft.Subtitle) = isEntry ? (_texts.Read(node), draft.Subtitle) : (draft.Summary, _texts.Read(node));
                break;
            case "date" or "modified" or "updated":
                draft.Updated = Later("updated", name == "date" ? 3 : 2, draft.Updated, node, draft);
                break;
            case "issued" or "available" or "dateaccepted":
                draft.Published = Later("published", 3, draft.Published, node, draft);
                break;
            case "created":
                draft.Created = Later("created", 2, draft.Created, node, draft);
                break;
            case "valid":
                ReadValidity(node, draft);
                break;
            case "identifier" when draft.Beats("id", 3):
                draft.Id = NullIfEmpty(_markup.Text(node));
                draft.IdIsPermanentLink = false;
                break;
            case "language" when draft.Beats("language", 2):
                draft.Language = FeedScope.Tag(_markup.Text(node));
                break;
            case "rights" or "rightsholder" when draft.Beats("rights", 2):
                draft.Rights = _texts.Read(node);
                break;
            case "license" when draft.Beats("license", 2):
                draft.License = scope.Resolve(node, _markup.AnyAttribute(node, "resource") ?? _markup.Text(node));
                break;
            case "source" or "type" or "format" or "relation" or "coverage" or "spatial" or "temporal" or "extent" or "references" or "ispartof":
                Keep(node, name, draft);
                break;
        }
    }

    private void ReadOther(int node, string name, FeedDraft draft)
    {
        var prefix = _markup.Prefix(node);
        switch (name)
        {
            case "generatoragent" when draft.Generator is null && _markup.AnyAttribute(node, "resource") is { } agent:
                draft.Generator = new FeedGenerator(null, agent);
                return;
            case "origlink" when prefix == "feedburner" && scope.Resolve(node, _markup.Text(node)) is { } original:
                draft.Add(new FeedLink { Href = original, Rel = "canonical" });
                return;
            case "browserfriendly" when prefix == "feedburner" && draft.Beats("info", 2):
                draft.Info = _texts.Read(node);
                return;
            case "commentrss" or "commentsrss" when scope.Resolve(node, _markup.Text(node)) is { } replies:
                draft.Add(new FeedLink { Href = replies, Rel = "replies", Type = "application/rss+xml" });
                return;
            case "comment" when prefix == "wfw" && scope.Resolve(node, _markup.Text(node)) is { } post:
                draft.Add(new FeedLink { Href = post, Rel = "comment-api" });
                return;
        }
        Keep(node, name, draft);
    }

    /// <summary>Keeps what has no meaning here as it stands.</summary>
    private void Keep(int node, string name, FeedDraft draft)
    {
        if (draft.Extensions.Count < FeedLimits.Items)
        {
            draft.Extensions.Add(new FeedExtension(_markup.Prefix(node), name, _markup.Text(node), [.. _markup.Attributes(node)]));
        }
    }

    /// <summary>Elements that were passed over because a better or an earlier one is there, or that only hold others.</summary>
    private static bool IsSeen(string name) => name is "title" or "guid" or "id" or "info" or "webmaster" or "publisher" or "rights"
        or "copyright" or "license" or "language" or "content" or "source" or "items" or "item" or "entry" or "channel";

    /// <summary>
    /// The id as written; but one that is an address without its host is made whole, since other feeds have the same.
    /// </summary>
    private string? ReadId(int node)
    {
        var id = _markup.OwnText(node);
        return id.StartsWith('/') ? scope.Resolve(node, id) : NullIfEmpty(id);
    }

    private Feed ReadSource(int node)
    {
        var draft = new FeedDraft();
        if (_markup.Attribute(node, "url") is { } url && scope.Resolve(node, url) is { } address)
        {
            draft.Add(new FeedLink { Href = address, Rel = "self" });
            draft.Title = _texts.Read(node);
        }
        else if (!_markup.HasElements(node))
        {
            draft.Title = _texts.Read(node);
        }
        else
        {
            for (var i = node + 1; i < _markup[node].End; i = _markup[i].End)
            {
                if (_markup[i].Name is not (null or "source"))
                {
                    Read(i, draft, isEntry: false);
                }
            }
        }
        return draft.ToFeed(scope.Format, []);
    }

    private void ReadValidity(int node, FeedDraft draft)
    {
        foreach (var part in _markup.Text(node).Split(';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = equals > 0 ? part[..equals].Trim() : "";
            if (key is "start" or "end")
            {
                var value = part[(equals + 1)..].Trim();
                var date = new FeedDate(value, FeedDateReader.Read(value));
                (draft.ValidFrom, draft.ValidUntil) = key == "start" ? (date, draft.ValidUntil) : (draft.ValidFrom, date);
            }
        }
    }

    /// <summary>The date of a node, unless one of a better place is there; of two of the same place the last that makes sense.</summary>
    private FeedDate? Later(string field, int rank, FeedDate? before, int node, FeedDraft draft) =>
        draft.Has(field, rank) ? Date(node, before)
        : draft.Beats(field, rank) ? Date(node, null) ?? before
        : before;

    private FeedDate? Date(int node, FeedDate? before)
    {
        var text = _markup.OwnText(node);
        if (text.Length == 0)
        {
            return before;
        }
        var moment = FeedDateReader.Read(text);
        if (moment is null)
        {
            faults.Add(FeedFaultKind.BadDate, text.Length > 60 ? text[..60] : text);
            return before ?? new FeedDate(text, null);
        }
        return new FeedDate(text, moment);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
