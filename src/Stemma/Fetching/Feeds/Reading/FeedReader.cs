using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Reads a feed written in XML: finds its root, then reads the feed and its entries element by element.</summary>
internal sealed class FeedReader
{
    private readonly FeedMarkup _markup;
    private readonly FeedScope _scope;
    private readonly FeedFaultList _faults;
    private readonly FeedElementReader _elements;
    private readonly List<FeedEntry> _entries = [];
    private readonly FeedDraft _feed = new();

    private FeedReader(FeedMarkup markup, FeedScope scope, FeedFaultList faults)
    {
        _markup = markup;
        _scope = scope;
        _faults = faults;
        _elements = new FeedElementReader(scope, faults);
    }

    /// <summary>The feed; null where the document has no element that begins one.</summary>
    public static Feed? Read(FeedMarkup markup, FetchedDocument document, FeedFaultList faults)
    {
        var root = FeedRoot.Find(markup);
        if (root < 0)
        {
            return null;
        }
        FeedRoot.NoteJunk(markup, root, faults);
        var address = FeedAddresses.Base(document.ContentLocation, document.Url?.AbsoluteUri);
        var scope = new FeedScope(markup, address, FeedScope.Tag(document.ContentLanguage)) { Format = FeedRoot.FormatOf(markup, root) };
        scope.DocumentBase ??= FeedRoot.OwnAddress(markup, root);
        return new FeedReader(markup, scope, faults).ReadRoot(root);
    }

    private Feed ReadRoot(int root)
    {
        if (_markup[root].Name is "feed" or "channel")
        {
            ReadFrame(root);
        }
        else
        {
            for (var i = root + 1; i < _markup[root].End; i = _markup[i].End)
            {
                switch (_markup[i].Name)
                {
                    case null:
                        break;
                    case "channel" or "redirect":
                        ReadFrame(i);
                        break;
                    case "item" or "entry":
                        ReadEntry(i);
                        break;
                    default:
                        // RDF puts picture and search box beside the channel; so do broken feeds with anything.
                        _elements.Read(i, _feed, isEntry: false);
                        break;
                }
            }
        }
        _feed.Language ??= _scope.Language(root);
        return _feed.ToFeed(_scope.Format, FeedKeys.Assign(_entries, _faults));
    }

    private void ReadFrame(int frame)
    {
        ReadAttributes(frame, _feed);
        for (var i = frame + 1; i < _markup[frame].End; i = _markup[i].End)
        {
            switch (_markup[i].Name)
            {
                case null:
                    break;
                case "item" or "entry" when _markup[i].Vocabulary == FeedVocabulary.Core:
                    ReadEntry(i);
                    break;
                case "items" or "channel":
                    ReadInner(i);
                    break;
                default:
                    _elements.Read(i, _feed, isEntry: false);
                    break;
            }
        }
    }

    /// <summary>Entries that stand one level too deep. Once only: this does not recurse.</summary>
    private void ReadInner(int holder)
    {
        for (var i = holder + 1; i < _markup[holder].End; i = _markup[i].End)
        {
            if (_markup[i].Name is "item" or "entry")
            {
                ReadEntry(i);
            }
        }
    }

    private void ReadEntry(int node)
    {
        // Entries that were never closed stand inside each other; each is read without those in it.
        var pending = new Queue<int>();
        pending.Enqueue(node);
        while (pending.TryDequeue(out var entry))
        {
            if (_entries.Count >= FeedLimits.Entries)
            {
                _faults.Add(FeedFaultKind.TooManyEntries, $"over {FeedLimits.Entries}");
                return;
            }
            var draft = new FeedDraft();
            ReadAttributes(entry, draft);
            for (var i = entry + 1; i < _markup[entry].End; i = _markup[i].End)
            {
                if (_markup[i].Name is "item" or "entry" && _markup[i].Vocabulary == FeedVocabulary.Core)
                {
                    pending.Enqueue(i);
                }
                else if (_markup[i].Name is not null)
                {
                    _elements.Read(i, draft, isEntry: true);
                }
            }
            draft.Language ??= _markup.HasXmlAttributes ? _scope.Language(entry) : null;
            _entries.Add(draft.ToEntry());
        }
    }

    /// <summary>What RDF and CDF say in attributes of the element itself.</summary>
    private void ReadAttributes(int node, FeedDraft draft)
    {
        if (_markup[node].Count == 0)
        {
            return;
        }
        if (_markup.AnyAttribute(node, "about") is { Length: > 0 } about && draft.Beats("id", 2))
        {
            draft.Id = about;
        }
        if (_markup.Attribute(node, "href") is { } href && _scope.Resolve(node, href) is { } page)
        {
            draft.Add(new FeedLink { Href = page });
        }
        if (_markup.Attribute(node, "lastmod") is { } changed)
        {
            draft.Updated = new FeedDate(changed, FeedDateReader.Read(changed));
        }
    }
}
