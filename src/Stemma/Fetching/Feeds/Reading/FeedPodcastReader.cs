using System.Globalization;

namespace Stemma.Fetching;

/// <summary>Reads the iTunes module and chapters.</summary>
internal sealed class FeedPodcastReader(FeedScope scope)
{
    // What categories and keywords of the module are marked with, so that they stay apart from the outlet's own.
    private const string Scheme = "http://www.itunes.com/";

    private readonly FeedMarkup _markup = scope.Markup;
    private readonly FeedTextReader _texts = new(scope);
    private readonly FeedPersonReader _persons = new(scope);

    public void Read(int node, FeedDraft draft, bool isEntry)
    {
        var podcast = draft.Podcast ?? new FeedPodcast();
        if (_markup[node].Vocabulary == FeedVocabulary.Chapters)
        {
            if (_markup[node].Name == "chapters" && podcast.ChaptersVersion is null)
            {
                draft.Podcast = ReadChapters(node, podcast);
            }
            return;
        }
        switch (_markup[node].Name)
        {
            case "title" when draft.Beats("title", 4):
                draft.Title = _texts.Read(node);
                break;
            case "subtitle" when draft.Beats("subtitle", 3):
                draft.Subtitle = _texts.Read(node);
                break;
            case "summary" when draft.Beats(isEntry ? "summary" : "subtitle", 2):
                (draft.Summary, draft.Subtitle) = isEntry ? (_texts.Read(node), draft.Subtitle) : (draft.Summary, _texts.Read(node));
                break;
            case "author":
                FeedDraft.Add(draft.OtherAuthors, _persons.Read(node));
                break;
            case "owner" when draft.Beats("publisher", 3):
                draft.Publisher = _persons.Read(node);
                break;
            case "category":
                ReadCategories(node, draft);
                break;
            case "keywords":
                foreach (var word in _markup.Text(node).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    draft.Add(new FeedCategory(word, Scheme));
                }
                break;
            case "image" when Image(node) is { } image:
                draft.Image = new FeedImage { Url = image };
                break;
            case "link" when _markup.Attribute(node, "rel") is "image" && Image(node) is { } image:
                draft.Image = new FeedImage { Url = image };
                break;
            case "new-feed-url":
                draft.NewAddress ??= scope.Resolve(node, _markup.Text(node));
                break;
            case "block":
                draft.Podcast = podcast with { IsBlocked = Exact(node) == "yes" };
                break;
            case "explicit":
                draft.Podcast = podcast with
                {
                    Explicit = _markup.Text(node),
                    IsExplicit = Exact(node) switch
                    {
                        "yes" or "true" => true,
                        "no" or "false" or "clean" => false,
                        _ => null,
                    },
                };
                break;
            case "duration":
                draft.Podcast = podcast with { Duration = _markup.Text(node) };
                break;
            case "season":
                draft.Podcast = podcast with { Season = _markup.Text(node) };
                break;
            case "episode":
                draft.Podcast = podcast with { Episode = _markup.Text(node) };
                break;
            case "episodetype":
                draft.Podcast = podcast with { EpisodeType = _markup.Text(node) };
                break;
        }
    }

    private string? Image(int node) =>
        scope.Resolve(node, _markup.Attribute(node, "href") ?? _markup.Attribute(node, "url") ?? _markup.Text(node));

    /// <summary>The text, with white space: the module's words count only where they are written exactly so.</summary>
    private string Exact(int node) =>
        _markup[node].End == node + 2 && _markup[node + 1].Name is null ? _markup.TextNode(node + 1, trim: false) : _markup.Text(node);

    private void ReadCategories(int node, FeedDraft draft)
    {
        for (var i = node; i < _markup[node].End; i++)
        {
            if (_markup[i].Name == "category")
            {
                draft.Add(new FeedCategory(_markup.Attribute(i, "text") ?? _markup.OwnText(i), Scheme));
            }
        }
    }

    private FeedPodcast ReadChapters(int node, FeedPodcast podcast)
    {
        List<FeedChapter> chapters = [];
        for (var i = node + 1; i < _markup[node].End && chapters.Count < FeedLimits.Items; i = _markup[i].End)
        {
            if (_markup[i].Name == "chapter")
            {
                chapters.Add(new FeedChapter(
                    _markup.Attribute(i, "title"), Start(_markup.Attribute(i, "start")),
                    scope.Resolve(i, _markup.Attribute(i, "href")), scope.Resolve(i, _markup.Attribute(i, "image"))));
            }
        }
        return podcast with { Chapters = chapters, ChaptersVersion = _markup.Attribute(node, "version") ?? "" };
    }

    /// <summary>Normal play time: <c>03:07.250</c>, <c>1:02:03</c>, or seconds.</summary>
    private static TimeSpan? Start(string? text)
    {
        var seconds = 0.0;
        foreach (var part in (text ?? "").Split(':'))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1e6)
            {
                return null;
            }
            seconds = seconds * 60 + value;
        }
        return seconds < 1e7 ? TimeSpan.FromSeconds(seconds) : null;
    }
}
