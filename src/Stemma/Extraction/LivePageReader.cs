using Stemma.Extraction.Learning;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>
/// Tells the posts of a live page apart: by its structured data, else by its mark-up. What the page says apart from its
/// posts stays an article too.
/// </summary>
internal sealed class LivePageReader(OutletRegistry outlets)
{
    private const int LeastPosts = 2;
    private const int LeastWords = 3;
    private const int GeneralWords = 20;

    /// <summary>The general article, where there is one, then the posts in page order; empty for a page that is not live.</summary>
    /// <param name="page">The page.</param>
    /// <param name="kinds">As what each block is dropped; null for blocks of a body.</param>
    /// <param name="fetchedAt">Nothing may be dated later.</param>
    public List<ArticleDraft> Read(PageContext page, string?[] kinds, DateTimeOffset fetchedAt)
    {
        var posts = FromData(page);
        if (posts.Count < LeastPosts && IsLive(page))
        {
            posts = LivePosts.Find(page, kinds, fetchedAt);
        }
        posts = [.. posts.Where(p => p.Entry.Words >= LeastWords)];
        if (posts.Count < LeastPosts)
        {
            return [];
        }
        List<ArticleDraft> drafts = [];
        var whole = new HtmlDraftReader(outlets).Read(page, WithoutPosts(page, kinds, posts));
        whole.Kind = ArticleKind.Live;
        if (whole.Paragraphs.Sum(p => WordCounter.Count(p)) >= GeneralWords)
        {
            drafts.Add(whole);
        }
        foreach (var (entry, _, _) in posts)
        {
            drafts.Add(DraftOf(entry, whole, fetchedAt));
        }
        return drafts;
    }

    private static ArticleDraft DraftOf(LiveEntry entry, ArticleDraft page, DateTimeOffset fetchedAt)
    {
        var draft = new ArticleDraft
        {
            // A post without a headline goes under that of its page: it has no other.
            Title = entry.Headline.Length > 0 ? entry.Headline : page.Title,
            Outlet = page.Outlet,
            Published = entry.Published is { } time && time.At <= fetchedAt ? time : null,
            Language = page.Language,
            Url = entry.Url ?? page.Url,
            Section = page.Section,
            IsPaywalled = page.IsPaywalled,
            Kind = ArticleKind.Live,
        };
        foreach (var name in entry.Bylines)
        {
            draft.AddByline(name);
        }
        draft.Paragraphs.AddRange(entry.Paragraphs);
        draft.Dropped.AddRange(entry.Dropped);
        return draft;
    }

    /// <summary>The posts of the structured data, in page order where the page shows them, else after the others in theirs.</summary>
    private static List<(LiveEntry Entry, int FirstBlock, int EndBlock)> FromData(PageContext page)
    {
        var entries = LiveUpdates.Read(page.Tree, page.Metadata.Url);
        List<(LiveEntry Entry, int FirstBlock, int EndBlock)> posts = [];
        var seen = new Dictionary<ulong, int>();
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            seen.TryAdd(LineHash.Of(page.Blocks[i].Text), i);
        }
        foreach (var entry in entries)
        {
            var (first, end) = Place(page, entry, seen);
            posts.Add((entry, first, end));
        }
        return [.. posts.OrderBy(p => p.FirstBlock)];
    }

    /// <summary>From the block of its headline or first paragraph to the one after its last that is found; the page's end where none is.</summary>
    private static (int First, int End) Place(PageContext page, LiveEntry entry, Dictionary<ulong, int> seen)
    {
        var (first, end) = (page.Blocks.Count, page.Blocks.Count);
        foreach (var line in entry.Paragraphs.Prepend(entry.Headline).Where(l => l.Length > 0))
        {
            if (seen.TryGetValue(LineHash.Of(line), out var block))
            {
                (first, end) = first == page.Blocks.Count ? (block, block + 1) : (Math.Min(first, block), Math.Max(end, block + 1));
            }
        }
        if (first == page.Blocks.Count)
        {
            // Data often fold a post's paragraphs into one: the block that it begins with is its first.
            var text = entry.Paragraphs[0];
            for (var i = 0; i < page.Blocks.Count; i++)
            {
                if (page.Blocks[i].Text.Length >= 30 && text.StartsWith(page.Blocks[i].Text, StringComparison.Ordinal))
                {
                    first = i;
                    for (end = i + 1; end < page.Blocks.Count && text.Contains(page.Blocks[end].Text, StringComparison.Ordinal); end++)
                    {
                    }
                    break;
                }
            }
        }
        // Its time stands above it as often as below.
        while (first > 0 && first < page.Blocks.Count && (LivePosts.IsClock(page.Blocks[first - 1]) || (page.Blocks[first - 1].Words <= 8 && page.HasDate[first - 1])))
        {
            first--;
        }
        return (first, end);
    }

    private static string?[] WithoutPosts(PageContext page, string?[] kinds, List<(LiveEntry Entry, int FirstBlock, int EndBlock)> posts)
    {
        var first = posts.Min(p => p.FirstBlock);
        var last = posts.Where(p => p.FirstBlock < page.Blocks.Count).Select(p => p.EndBlock).DefaultIfEmpty(first).Max();
        var texts = string.Join('\n', posts.SelectMany(p => p.Entry.Paragraphs));
        var rest = (string?[])kinds.Clone();
        for (var i = 0; i < rest.Length; i++)
        {
            // What the posts hold is theirs; what stands between them, such as times and names, is no text of the page.
            if (rest[i] is null && ((i >= first && i < last) || texts.Contains(page.Blocks[i].Text, StringComparison.Ordinal)))
            {
                rest[i] = "post";
            }
        }
        return rest;
    }

    private static bool IsLive(PageContext page)
    {
        if (page.Metadata.Kind == ArticleKind.Live || page.Tree.Source.Contains("schema.org/LiveBlogPosting", StringComparison.Ordinal)
            || page.Tree.Source.Contains("liveBlogUpdate", StringComparison.Ordinal))
        {
            return true;
        }
        return IsLiveWord(page.Metadata.Url?.AbsolutePath ?? "") || IsLiveWord(page.Metadata.Title);
    }

    private static bool IsLiveWord(string text)
    {
        foreach (var word in new WordRuns(text))
        {
            if (word.Equals("live", StringComparison.OrdinalIgnoreCase) || word.Equals("liveblog", StringComparison.OrdinalIgnoreCase)
                || word.Equals("liveticker", StringComparison.OrdinalIgnoreCase) || word.Equals("newsticker", StringComparison.OrdinalIgnoreCase)
                || word.Equals("direct", StringComparison.OrdinalIgnoreCase) && text.Contains("en direct", StringComparison.OrdinalIgnoreCase)
                || word.Equals("ticker", StringComparison.OrdinalIgnoreCase) || word.Equals("minuto", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
