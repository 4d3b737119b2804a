using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>Cuts a page into its blocks of text. One pass over the nodes, no recursion.</summary>
internal sealed class BlockReader
{
    // Beyond this many blocks a page is no article; real ones have up to some 3,000.
    private const int MaxBlocks = 8_000;

    private readonly HtmlTree _tree;
    private readonly string _host;
    private readonly ClassHintLexicon _lexicon = ClassHintLexicon.Default;
    private readonly PageRegions[] _regions;
    private readonly ClassHints[] _own;
    private readonly ClassHints[] _all;
    private readonly int[] _blockOf;
    private readonly int[] _linkOf;
    private readonly List<PageBlock> _blocks = [];
    private readonly TextFolder _folder = new();
    private readonly Dictionary<string, ClassHints>.AlternateLookup<ReadOnlySpan<char>> _knownHints =
        new Dictionary<string, ClassHints>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();


    private int _node = -1;
    private int _firstText;
    private int _lastLink;
    private int _links;
    private int _pictures;
    private LinkHints _linksTo;
    private int _linkChars;
    private int _firstLinkAt = -1;
    private int _lastLinkEnd;
    private int _styledChars;
    private ClassHints _inlineHints;
    private PageRegions _inlineRegions;

    private BlockReader(HtmlTree tree, string host)
    {
        _tree = tree;
        _host = host;
        _regions = new PageRegions[tree.Count];
        _own = new ClassHints[tree.Count];
        _all = new ClassHints[tree.Count];
        _blockOf = new int[tree.Count];
        _linkOf = new int[tree.Count];
    }

    /// <summary>The blocks in page order; blocks without a letter or digit are left out.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="url">Its address, by which links to other sites are told; null if unknown.</param>
    public static List<PageBlock> Read(HtmlTree tree, Uri? url = null)
    {
        var host = url?.Host ?? "";
        var reader = new BlockReader(tree, host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host);
        reader.Run();
        return reader._blocks;
    }

    private void Run()
    {
        _linkOf[0] = -1;
        var breaks = 0;
        var skipUntil = 0;
        for (var i = 1; i < _tree.Count && _blocks.Count < MaxBlocks; i++)
        {
            ref readonly var node = ref _tree[i];
            Inherit(i, in node);
            if (i < skipUntil)
            {
                continue;
            }
            if (node.Tag == Tag.Text)
            {
                var raw = _tree.Raw(i);
                if (raw.IsWhiteSpace())
                {
                    _folder.Break();
                    continue;
                }
                breaks = breaks > 1 ? Flush() : 0;
                if (_node != _blockOf[i])
                {
                    Flush();
                    _node = _blockOf[i];
                }
                AddText(i, raw);
                breaks = 0;
            }
            else if (node.Tag == Tag.Br)
            {
                _folder.Break();
                breaks++;
            }
            else if (node.Tag == Tag.Img)
            {
                _pictures++;
            }
            else if (node.Tag == Tag.Other && IsReadingAid(_tree.Raw(i)))
            {
                skipUntil = node.End;
            }
            else if (TagKinds.IsSkipped(node.Tag))
            {
                skipUntil = node.End;
                if (node.Tag is Tag.Iframe or Tag.Video or Tag.Object)
                {
                    Flush();
                }
            }
            else if (TagKinds.IsBlock(node.Tag))
            {
                Flush();
            }
        }
        Flush();
    }

    /// <summary>The small letters above Chinese characters (ruby) say how to read them: twice the same words.</summary>
    private static bool IsReadingAid(ReadOnlySpan<char> name) =>
        name.Equals("rt", StringComparison.OrdinalIgnoreCase) || name.Equals("rp", StringComparison.OrdinalIgnoreCase);

    private void Inherit(int i, ref readonly HtmlNode node)
    {
        var parent = node.Parent;
        _linkOf[i] = _linkOf[parent] is var link and >= 0 && i < _tree[link].StyleEnd ? link : -1;
        _regions[i] = _regions[parent];
        _all[i] = _all[parent];
        _blockOf[i] = TagKinds.IsBlock(_tree[parent].Tag) || parent == 0 ? parent : _blockOf[parent];
        if (node.Tag == Tag.Text)
        {
            return;
        }
        if (node.Tag == Tag.A)
        {
            _linkOf[i] = i;
        }
        _regions[i] |= RegionOf(node.Tag);
        if (node.AttributeCount > 0)
        {
            ReadAttributes(i);
        }
    }

    private void ReadAttributes(int i)
    {
        var count = _tree[i].AttributeCount;
        for (var k = 0; k < count; k++)
        {
            _tree.RawAttribute(i, k, out var name, out var value);
            // By length first: a page has tens of thousands of attributes, few of them ours.
            switch (name.Length)
            {
                case 5 when name.Equals("class", StringComparison.OrdinalIgnoreCase):
                case 2 when name.Equals("id", StringComparison.OrdinalIgnoreCase):
                    _own[i] |= HintsOf(value);
                    break;
                case 5 when name.Equals("style", StringComparison.OrdinalIgnoreCase):
                    _regions[i] |= IsInvisible(value) ? PageRegions.Hidden : PageRegions.None;
                    break;
                case 6 when name.Equals("hidden", StringComparison.OrdinalIgnoreCase):
                    _regions[i] |= PageRegions.Hidden;
                    break;
                case 11 when name.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase):
                    _regions[i] |= value.Equals("true", StringComparison.OrdinalIgnoreCase) ? PageRegions.Hidden : PageRegions.None;
                    break;
                case 8 when name.Equals("itemprop", StringComparison.OrdinalIgnoreCase):
                    _regions[i] |= value.Contains("articleBody", StringComparison.OrdinalIgnoreCase) ? PageRegions.BodyProperty
                        : value.Contains("author", StringComparison.OrdinalIgnoreCase) ? PageRegions.AuthorProperty
                        : PageRegions.None;
                    break;
                case 3 when name.Equals("rel", StringComparison.OrdinalIgnoreCase):
                    _regions[i] |= value.Contains("author", StringComparison.OrdinalIgnoreCase) ? PageRegions.AuthorProperty : PageRegions.None;
                    break;
                case 4 when name.Equals("role", StringComparison.OrdinalIgnoreCase):
                    _regions[i] |= RegionOfRole(value);
                    break;
            }
        }
        _all[i] |= _tree[i].Tag == Tag.Body ? ClassHints.None : _own[i];
    }

    private ClassHints HintsOf(ReadOnlySpan<char> names)
    {
        if (names.Length is 0 or > 300)
        {
            return _lexicon.Find(names);
        }
        // A page repeats its class lists hundreds of times.
        if (!_knownHints.TryGetValue(names, out var hints))
        {
            _knownHints[names] = hints = _lexicon.Find(names);
        }
        return hints;
    }

    private static bool IsInvisible(ReadOnlySpan<char> style)
    {
        style = style.Length > 300 ? style[..300] : style;
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static PageRegions RegionOfRole(ReadOnlySpan<char> role) => role switch
    {
        "navigation" => PageRegions.Nav,
        "contentinfo" => PageRegions.Footer,
        "banner" => PageRegions.Header,
        "complementary" => PageRegions.Aside,
        "dialog" or "alertdialog" => PageRegions.Dialog,
        "main" => PageRegions.Main,
        "article" => PageRegions.Article,
        "heading" => PageRegions.Heading,
        _ => PageRegions.None,
    };

    private static PageRegions RegionOf(Tag tag) => tag switch
    {
        Tag.Nav or Tag.Menu => PageRegions.Nav,
        Tag.Footer => PageRegions.Footer,
        Tag.Header => PageRegions.Header,
        Tag.Aside => PageRegions.Aside,
        Tag.Form or Tag.Fieldset => PageRegions.Form,
        Tag.Figure => PageRegions.Figure,
        Tag.Figcaption or Tag.Caption => PageRegions.Caption,
        Tag.Button or Tag.Label => PageRegions.Button,
        Tag.Li or Tag.Dd or Tag.Dt => PageRegions.List,
        Tag.Td or Tag.Th => PageRegions.Table,
        Tag.Blockquote or Tag.Q => PageRegions.Quote,
        Tag.Article => PageRegions.Article,
        Tag.Main => PageRegions.Main,
        Tag.Pre => PageRegions.Pre,
        Tag.Details or Tag.Summary => PageRegions.Details,
        Tag.Address => PageRegions.Address,
        Tag.Dialog => PageRegions.Dialog,
        Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6 => PageRegions.Heading,
        _ => PageRegions.None,
    };

    private void AddText(int i, ReadOnlySpan<char> raw)
    {
        if (_folder.Length == 0)
        {
            _firstText = i;
        }
        var before = _folder.Length;
        _folder.Append(raw);
        var added = _folder.Length - before;
        if (_linkOf[i] >= 0)
        {
            _linkChars += added;
            _firstLinkAt = _firstLinkAt < 0 ? before : _firstLinkAt;
            _lastLinkEnd = _folder.Length;
            if (_linkOf[i] != _lastLink)
            {
                _links++;
                _lastLink = _linkOf[i];
                _linksTo |= _tree.TryGetRaw(_lastLink, "href", out var address) ? LinkReader.Of(address, _host) : LinkHints.Here;
            }
        }
        for (var up = _tree[i].Parent; up > 0 && up != _node; up = _tree[up].Parent)
        {
            _inlineHints |= _own[up];
            _inlineRegions |= _regions[up] & ~_regions[Math.Max(_node, 0)];
            if (_tree[up].Tag is Tag.B or Tag.Strong or Tag.Em or Tag.I)
            {
                _styledChars += added;
                break;
            }
        }
    }

    private int Flush()
    {
        if (_folder.Length > 0)
        {
            var text = _folder.Take();
            var words = WordCounter.Count(text);
            var isRule = words == 0 && text.Length >= 3 && !text.AsSpan().ContainsAnyExcept('_');
            if (words > 0 || isRule)
            {
                AddBlock(text, words, isRule);
            }
        }
        (_links, _linkChars, _styledChars, _lastLink, _linksTo) = (0, 0, 0, -1, LinkHints.None);
        (_inlineHints, _inlineRegions) = (ClassHints.None, PageRegions.None);
        (_firstLinkAt, _lastLinkEnd) = (-1, 0);
        _node = -1;
        return 0;
    }

    private void AddBlock(string text, int words, bool isRule)
    {
        var node = Math.Max(_node, 0);
        var parent = Math.Max(_tree[node].Parent, 0);
        var grandparent = Math.Max(_tree[parent].Parent, 0);
        _blocks.Add(new PageBlock
        {
            Index = _blocks.Count,
            Node = node,
            FirstNode = _firstText,
            Text = text,
            LinkChars = Math.Min(_linkChars, text.Length),
            FirstLinkAt = _firstLinkAt < 0 ? text.Length : Math.Min(_firstLinkAt, text.Length),
            LastLinkEnd = _firstLinkAt < 0 ? text.Length : Math.Min(_lastLinkEnd, text.Length),
            Links = _links,
            LinksTo = _linksTo,
            Pictures = _pictures,
            StyledChars = Math.Min(_styledChars, text.Length),
            Tag = _tree[node].Tag,
            Regions = _regions[node] | _inlineRegions,
            OwnHints = _own[node] | _inlineHints,
            NearHints = _own[parent] | _own[grandparent],
            AllHints = _all[node],
            Words = words,
            IsRule = isRule,
        });
        _pictures = 0;
    }
}
