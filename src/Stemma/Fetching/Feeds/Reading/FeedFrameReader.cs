namespace Stemma.Fetching;

/// <summary>Reads what a feed says of itself as a service: pictures, program, timetable, search box, new address.</summary>
internal sealed class FeedFrameReader(FeedScope scope)
{
    private readonly FeedMarkup _markup = scope.Markup;

    /// <summary>Reads an element. False for one that is none of these.</summary>
    public bool Read(int node, string name, FeedDraft draft)
    {
        switch (name)
        {
            case "image":
                draft.Image = ReadImage(node) ?? draft.Image;
                break;
            case "icon":
                draft.Icon = scope.Resolve(node, _markup.Text(node));
                break;
            case "logo":
                // In CDF a logo is an empty element; in Atom its text is the address.
                draft.Logo = scope.Resolve(node, _markup.Attribute(node, "href") ?? _markup.Text(node));
                break;
            case "textinput" when _markup.HasElements(node):
                draft.TextInput = new FeedTextInput(
                    Child(node, "title"), Child(node, "description"), Child(node, "name"), scope.Resolve(node, Child(node, "link")));
                break;
            case "cloud":
                draft.Cloud = new FeedCloud(
                    _markup.Attribute(node, "domain"), _markup.Attribute(node, "port"), _markup.Attribute(node, "path"),
                    _markup.Attribute(node, "registerProcedure"), _markup.Attribute(node, "protocol"));
                break;
            case "generator":
                draft.Generator = new FeedGenerator(
                    _markup.Text(node) is { Length: > 0 } text ? text : null,
                    scope.Resolve(node, _markup.Attribute(node, "uri") ?? _markup.Attribute(node, "url")),
                    _markup.Attribute(node, "version"));
                break;
            case "docs":
                draft.Docs = scope.Resolve(node, _markup.Text(node));
                break;
            case "newlocation":
                draft.NewAddress = scope.Resolve(node, _markup.Text(node));
                break;
            case "ttl":
                var ttl = _markup.Text(node);
                draft.Schedule = draft.Schedule with { Ttl = ttl, TtlMinutes = FeedLinkReader.Number(ttl) };
                break;
            case "skiphours":
                draft.Schedule = draft.Schedule with
                {
                    // RSS 0.91 counts to 24, which is midnight.
                    SkipHours = [.. Children(node).Select(t => FeedLinkReader.Number(t) % 24 ?? -1).Where(h => h >= 0).Distinct().Take(24)],
                };
                break;
            case "skipdays":
                draft.Schedule = draft.Schedule with { SkipDays = [.. Children(node).Select(Day).OfType<DayOfWeek>().Distinct()] };
                break;
            case "textinput":
                break;
            default:
                return false;
        }
        return true;
    }

    /// <summary>The syndication module.</summary>
    public void ReadSyndication(int node, FeedDraft draft, FeedDate? date) => draft.Schedule = _markup[node].Name switch
    {
        "updateperiod" => draft.Schedule with { UpdatePeriod = _markup.Text(node).ToLowerInvariant() },
        "updatefrequency" => draft.Schedule with { UpdateFrequency = FeedLinkReader.Number(_markup.Text(node)) },
        "updatebase" => draft.Schedule with { UpdateBase = date },
        _ => draft.Schedule,
    };

    private FeedImage? ReadImage(int node)
    {
        var url = scope.Resolve(node, Child(node, "url") ?? _markup.Attribute(node, "href") ?? _markup.Attribute(node, "url"))
            ?? (_markup.HasElements(node) ? null : scope.Resolve(node, _markup.Text(node)));
        return url is null ? null : new FeedImage
        {
            Url = url,
            Title = Child(node, "title"),
            Link = scope.Resolve(node, Child(node, "link")),
            Description = Child(node, "description"),
            Width = FeedLinkReader.Number(Child(node, "width")),
            Height = FeedLinkReader.Number(Child(node, "height")),
        };
    }

    private string? Child(int node, string name)
    {
        for (var i = node + 1; i < _markup[node].End; i = _markup[i].End)
        {
            if (_markup[i].Name == name && _markup.Text(i) is { Length: > 0 } text)
            {
                return text;
            }
        }
        return null;
    }

    private IEnumerable<string> Children(int node)
    {
        for (var i = node + 1; i < _markup[node].End; i = _markup[i].End)
        {
            if (_markup[i].Name is not null)
            {
                yield return _markup.Text(i);
            }
        }
    }

    private static DayOfWeek? Day(string name) => Enum.TryParse<DayOfWeek>(name.Trim(), ignoreCase: true, out var day)
        && !char.IsAsciiDigit(name.Trim()[0]) ? day : null;
}
