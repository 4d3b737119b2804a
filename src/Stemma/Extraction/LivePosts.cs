using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Extraction.Html;
using Stemma.Extraction.Learning;
using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>
/// Finds the posts of a live page in its mark-up: elements of one make beside each other, each with a time of its own and
/// some text. Only for pages that are known to be live: comments and teasers look alike.
/// </summary>
internal sealed partial class LivePosts
{
    private const int LeastPosts = 3;
    private const int LeastWords = 3;
    private const int Levels = 7;
    private const int MaxPosts = 500;

    private readonly PageContext _page;
    private readonly string?[] _kinds;
    private readonly DateTimeOffset _fetchedAt;

    private LivePosts(PageContext page, string?[] kinds, DateTimeOffset fetchedAt) =>
        (_page, _kinds, _fetchedAt) = (page, kinds, fetchedAt);

    /// <summary>The posts in page order with the first block of each; empty unless there are three or more.</summary>
    public static List<(LiveEntry Entry, int FirstBlock, int EndBlock)> Find(PageContext page, string?[] kinds, DateTimeOffset fetchedAt) =>
        new LivePosts(page, kinds, fetchedAt).Find();

    private List<(LiveEntry Entry, int FirstBlock, int EndBlock)> Find()
    {
        // Every element above a time may be a post; those of one parent and one make are counted together.
        Dictionary<(int Parent, int Make), SortedSet<int>> groups = [];
        for (var i = 1; i < _page.Tree.Count; i++)
        {
            if (_page.Tree[i].Tag == Tag.Time)
            {
                AddAncestors(i, groups);
            }
        }
        foreach (var block in _page.Blocks)
        {
            if (IsClock(block))
            {
                AddAncestors(block.FirstNode, groups);
            }
        }
        List<(LiveEntry Entry, int FirstBlock, int EndBlock)> best = [];
        var bestWords = 0;
        foreach (var group in groups.Where(g => g.Value.Count >= LeastPosts).OrderBy(g => g.Value.Min).ThenBy(g => g.Key.Make))
        {
            var posts = group.Value.Take(MaxPosts).Select(Read).Where(p => p.Entry.Words >= LeastWords).ToList();
            var words = posts.Sum(p => p.Entry.Words);
            if (posts.Count >= LeastPosts && posts.Count * 2 >= group.Value.Count
                && (words > bestWords || (words == bestWords && posts.Count > best.Count)))
            {
                (best, bestWords) = (posts, words);
            }
        }
        return best;
    }

    /// <summary>Whether a line is a clock time with a few words at most.</summary>
    public static bool IsClock(PageBlock block) => block.Words <= 8 && ClockTime().IsMatch(block.Text);

    private void AddAncestors(int node, Dictionary<(int Parent, int Make), SortedSet<int>> groups)
    {
        var up = _page.Tree[node].Parent;
        for (var level = 0; level < Levels && up > 0; level++, up = _page.Tree[up].Parent)
        {
            if (TagKinds.IsBlock(_page.Tree[up].Tag))
            {
                var key = (_page.Tree[up].Parent, MakeOf(up));
                if (!groups.TryGetValue(key, out var nodes))
                {
                    groups[key] = nodes = [];
                }
                nodes.Add(up);
            }
        }
    }

    private int MakeOf(int node)
    {
        var code = (int)_page.Tree[node].Tag;
        if (_page.Tree.TryGetRaw(node, "class", out var names))
        {
            // The first name is the make; later ones say "pinned", "key-event", "last".
            names = names.Trim();
            var end = names.IndexOfAny(' ', '\n');
            foreach (var c in end < 0 ? names[..Math.Min(names.Length, 80)] : names[..Math.Min(end, 80)])
            {
                code = char.IsAsciiDigit(c) ? code : (code * 31) + c;
            }
        }
        return code;
    }

    private (LiveEntry Entry, int FirstBlock, int EndBlock) Read(int node)
    {
        var first = FirstBlockAt(node);
        var end = FirstBlockAt(_page.Tree[node].End);
        var headline = "";
        List<string> text = [];
        List<string> names = [];
        List<DroppedBlock> dropped = [];
        Moment? time = TimeIn(node);
        for (var i = first; i < end; i++)
        {
            var block = _page.Blocks[i];
            if (block.IsHeading && headline.Length == 0 && text.Count == 0)
            {
                headline = block.Text;
            }
            else if (IsClock(block) || (block.Words <= 8 && _page.HasDate[i]))
            {
                time ??= AtClock(block.Text);
            }
            else if (text.Count == 0 && _page.HasByline[i])
            {
                names.AddRange(BylineReader.Default.Read(block.Text, isDeclared: false));
            }
            else if (_kinds[i] is not { } kind)
            {
                text.Add(block.Text);
            }
            else
            {
                dropped.Add(new DroppedBlock(kind, block.Text));
            }
        }
        Uri? url = null;
        if (_page.Metadata.Url is { } page && _page.Tree.TryGetRaw(node, "id", out var id) && id.Length is > 0 and < 100)
        {
            url = new UriBuilder(page) { Fragment = HtmlEntities.Decode(id) }.Uri;
        }
        return (new LiveEntry(headline, text, time, names, url, dropped), first, end);
    }

    private Moment? TimeIn(int node)
    {
        for (var i = node; i < _page.Tree[node].End; i++)
        {
            if (_page.Tree[i].Tag == Tag.Time && DateReader.Read(_page.Tree.Attribute(i, "datetime")) is { } moment && moment.At <= _fetchedAt)
            {
                return moment;
            }
        }
        return null;
    }

    /// <summary>A clock time is of the day the page was last changed on, as far as that is told; a later hour is of the day before.</summary>
    private Moment? AtClock(string text)
    {
        if (DateReader.Read(text) is { } whole && whole.At <= _fetchedAt)
        {
            return whole;
        }
        var match = ClockTime().Match(text);
        if (!match.Success || (_page.Metadata.Updated ?? _page.Metadata.Published) is not { } day)
        {
            return null;
        }
        var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var half = match.Groups["p"].ValueSpan;
        hour = half.Length == 0 ? hour : (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        var at = new DateTimeOffset(day.Day.ToDateTime(new TimeOnly(hour, int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture))), day.At.Offset);
        return new Moment(at > day.Latest && day.HasTime ? at.AddDays(-1) : at, true);
    }

    private int FirstBlockAt(int node)
    {
        var (low, high) = (0, _page.Blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _page.Blocks[middle].FirstNode < node ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    [GeneratedRegex(@"^\W{0,3}(?<h>[01]?\d|2[0-3])\s?[:.h]\s?(?<n>[0-5]\d)(?!\d)\s?(?<p>[ap]\.?m\b)?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();
}
