using System.Buffers;
using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>Gathers from everywhere on a page who might be the author, equal readings put together.</summary>
internal sealed class AuthorCandidates(PageSources page, Func<string, bool> isOutlet)
{
    // Bylines below the headline are searched this far, author boxes anywhere.
    private const int Reach = 16;
    private const int MaxCandidates = 150;

    private static readonly string[] OtherMetaNames =
    [
        "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
        "og:article:author", "article:author_name", "article_author", "cxenseparse:author", "creator", "authors", "bt:author",
    ];

    private static readonly string[] Labels =
    [
        "by", "written by", "author", "authors", "author(s)", "words by", "article by", "posted by", "words", "text by", "contributors", "von",
        "autor", "autorin", "autoren", "par", "auteur", "auteurs", "por", "di", "door", "about the author", "about the authors",
        "meet the author", "article written by", "published by",
    ];

    private static readonly SearchValues<string> AuthorWords = SearchValues.Create(
        ["author", "byline", "by-line", "writer", "autor", "auteur", "verfasser", "redakteur", "posted-by", "created-by", "contributor"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> SeveralNames = SearchValues.Create(",;|•·\n@");
    private static readonly SearchValues<char> EndOfHolder = SearchValues.Create(".|,·•–-");

    private readonly HtmlTree _tree = page.Tree;
    private readonly IReadOnlyList<PageBlock> _blocks = page.Blocks;
    private readonly MetaTags _meta = page.Meta;
    private readonly int _titleBlock = page.TitleBlock;
    private readonly BylineReader _bylines = BylineReader.Default;
    private readonly List<AuthorCandidate> _found = [];
    private readonly Dictionary<string, AuthorCandidate> _byNames = new(StringComparer.Ordinal);

    /// <summary>All texts that the page or its metadata lay to an author, for who looks for agencies.</summary>
    public List<string> Claims { get; } = [];

    /// <summary>The candidates, in the order found; at most some hundred and fifty.</summary>
    /// <param name="isDeclaredRead">False leaves out what the metadata declare: so training learns what visible bylines alone tell.</param>
    public IReadOnlyList<AuthorCandidate> Read(bool isDeclaredRead = true)
    {
        if (isDeclaredRead)
        {
            ReadDeclared();
        }
        ReadVisible();
        ReadLinks();
        if ((_meta.First("og:site_name") ?? page.Outlet) is { } siteName)
        {
            Add(siteName, AuthorSources.SiteName, isDeclared: false, -1, strictOnly: true);
            ReadOwner(siteName, -1);
        }
        return _found;
    }

    private void ReadDeclared()
    {
        if (page.Structured is { } structured)
        {
            Add(structured.Authors, structured.AuthorsArePersons ? AuthorSources.JsonPerson : AuthorSources.JsonUntyped);
            Add(structured.Organisations, AuthorSources.JsonOrganisation);
        }
        foreach (var node in page.Nodes.Where(n => n != page.Structured).Take(6))
        {
            Add(node.Authors, AuthorSources.JsonOther);
        }
        Add(_meta.All("author"), AuthorSources.MetaAuthor);
        Add(_meta.All("article:author"), AuthorSources.ArticleAuthor);
        foreach (var name in OtherMetaNames)
        {
            Add(_meta.All(name), AuthorSources.OtherMeta);
        }
        Add(_meta.All("citation_author"), AuthorSources.Citation);
        Add(_meta.All("citation_authors"), AuthorSources.Citation);
        for (var i = 1; i <= 2; i++)
        {
            if ((_meta.First($"twitter:label{i}") ?? "").Contains("ritten", StringComparison.Ordinal))
            {
                Add(_meta.All($"twitter:data{i}"), AuthorSources.SocialLabel);
            }
        }
    }

    private void Add(IReadOnlyList<string> values, AuthorSources source)
    {
        if (values.Count == 1)
        {
            Claims.Add(values[0]);
            Add(values[0], source, isDeclared: true, -1);
        }
        else if (values.Count > 1)
        {
            Claims.AddRange(values.Take(20));
            // "Lund, Ada": scholarly metadata turn names round.
            var isTurned = values.All(v => v.Count(c => c == ',') == 1);
            var names = values.Distinct(StringComparer.OrdinalIgnoreCase).Take(40)
                .Select(v => isTurned ? string.Join(' ', v.Split(',', StringSplitOptions.TrimEntries).Reverse()) : v).ToList();
            var strict = names.SelectMany(n => _bylines.Read(n, isDeclared: true)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var loose = names.SelectMany(_bylines.ReadLoosely).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            Put(strict, NameReading.Strict, source, -1);
            Put(loose, NameReading.Loose, source, -1);
            Add(values[0], source, isDeclared: true, -1);
        }
    }

    private void ReadVisible()
    {
        for (var i = 0; i < _blocks.Count; i++)
        {
            var block = _blocks[i];
            if (block.Words > 40 || block.Text.Length > 300)
            {
                continue;
            }
            if (block.Words <= 12)
            {
                ReadOwner(block.Text, i);
            }
            var distance = i - Math.Max(0, _titleBlock);
            var isNear = distance is >= -5 and <= Reach;
            var source = SourcesOf(block, i);
            if (source != 0)
            {
                Claims.AddRange(isNear ? [block.Text] : []);
                var isSure = (source & (AuthorSources.Markup | AuthorSources.Label | AuthorSources.ClassName)) != 0;
                Add(WithoutDate(block.Text), source, isSure, i, strictOnly: !isNear && !isSure);
                ReadPieces(block, source, i);
            }
            if ((source & AuthorSources.Label) != 0)
            {
                ReadList(i);
            }
            if (distance is >= -3 and <= 12 && block.Words <= 14)
            {
                ReadShortLine(block, i);
            }
            if (block.Words <= 5 && i + 1 < _blocks.Count)
            {
                ReadNoteHead(block, i);
            }
            if (i > _blocks.Count * 3 / 4 && block.Words <= 25 && block.Text.AsSpan().ContainsAny("©") && (block.Regions & PageRegions.Footer) != 0)
            {
                Add(HolderOf(block.Text), AuthorSources.Copyright, isDeclared: false, i, strictOnly: true);
            }
        }
    }

    private AuthorSources SourcesOf(PageBlock block, int i)
    {
        var source = (block.Regions & PageRegions.AuthorProperty) != 0 ? AuthorSources.Markup : AuthorSources.None;
        source |= ((block.OwnHints | block.NearHints) & ClassHints.Author) != 0 ? AuthorSources.WeakClassName : 0;
        source |= IsNamedAuthor(block.FirstNode) ? AuthorSources.ClassName : 0;
        source |= block.Words <= 20 && _bylines.HasLead(block.Text) ? AuthorSources.Lead : 0;
        source |= i > 0 && block.Words <= 12 && IsLabel(_blocks[i - 1].Text) ? AuthorSources.Label : 0;
        if (WrittenBy(block.Text) is { } rest)
        {
            Add(rest, source | AuthorSources.Lead, isDeclared: false, i, strictOnly: true);
        }
        return source;
    }

    /// <summary>Whether the class or id of one of the five elements around a text says that it is the author's.</summary>
    private bool IsNamedAuthor(int text)
    {
        var node = text;
        for (var up = 0; up < 5 && (node = _tree[node].Parent) > 0; up++)
        {
            foreach (var attribute in (ReadOnlySpan<string>)["class", "id"])
            {
                if (_tree.TryGetRaw(node, attribute, out var names) && (names.Length > 300 ? names[..300] : names).ContainsAny(AuthorWords))
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>"This post was written by Ada Lund, head of …": what follows the words.</summary>
    private static string? WrittenBy(string text)
    {
        foreach (var words in (ReadOnlySpan<string>)["ritten by ", "osted by ", "uthored by ", "eported by "])
        {
            if (text.IndexOf(words, StringComparison.Ordinal) is var at and > 0)
            {
                var rest = text[(at + words.Length)..];
                var end = rest.AsSpan().IndexOfAny(".(|•·");
                return end > 3 && rest[..end].Contains(' ', StringComparison.Ordinal) ? rest[..end] : rest;
            }
        }
        return null;
    }

    /// <summary>The runs of text of a byline one by one: name and office often stand in elements of their own.</summary>
    private void ReadPieces(PageBlock block, AuthorSources source, int i)
    {
        List<string> persons = [];
        var end = Math.Min(i + 1 < _blocks.Count ? _blocks[i + 1].FirstNode : _tree.Count, block.FirstNode + 40);
        for (var node = block.FirstNode; node < end; node++)
        {
            if (_tree[node].Tag == Tag.Text && _tree[node].Length is > 2 and < 120 && _tree.TextOf(node) is { Length: > 2 } text
                && text.Length < block.Text.Length)
            {
                Add(text, source | AuthorSources.Piece, (source & ~AuthorSources.Lead) != 0, i, strictOnly: false);
                if (_bylines.IsPerson(text, isDeclared: false))
                {
                    persons.Add(text);
                }
            }
        }
        if (persons.Count is > 1 and <= 8)
        {
            Put(persons.Distinct(StringComparer.OrdinalIgnoreCase).ToList(), NameReading.Strict, source, i);
        }
    }

    /// <summary>The lines below a label such as "Authors", as long as each is a person's name.</summary>
    private void ReadList(int first)
    {
        List<string> names = [];
        for (var i = first; i < Math.Min(_blocks.Count, first + 12) && _blocks[i].Words <= 10; i++)
        {
            if (_blocks[i].Text is { Length: 2 or 3 } initials && initials.All(char.IsUpper))
            {
                // What stands for a portrait.
                continue;
            }
            var read = _bylines.Read(_blocks[i].Text, isDeclared: false);
            if (read.Count == 0)
            {
                break;
            }
            names.AddRange(read);
        }
        if (names.Count > 1)
        {
            Put(names.Distinct(StringComparer.OrdinalIgnoreCase).ToList(), NameReading.Strict, AuthorSources.Label, first);
        }
    }

    private void ReadShortLine(PageBlock block, int i)
    {
        if (DateReader.Find(block.Text) is { } date)
        {
            Add(block.Text[..date.Start] + " | " + block.Text[date.End..], AuthorSources.Dated, isDeclared: false, i, strictOnly: true);
        }
        else if (block.Words <= 6 && i != _titleBlock && (_bylines.IsPerson(block.Text, isDeclared: false)
            || (block.Words == 1 && i > _titleBlock && Forenames.Default.Open(block.Text) && _bylines.IsPerson(block.Text, isDeclared: true))))
        {
            Add(block.Text, AuthorSources.NearTitle, isDeclared: true, i, strictOnly: true);
        }
        else if (block.Words <= 12 && i > _titleBlock && block.Text.AsSpan().ContainsAny(",&·|") || block.Text.Contains(" and ", StringComparison.Ordinal))
        {
            Add(block.Text, AuthorSources.NearTitle, isDeclared: false, i, strictOnly: true);
        }
    }

    /// <summary>A line that is a name, before a note that begins with that name.</summary>
    private void ReadNoteHead(PageBlock block, int i)
    {
        for (var next = i + 1; next < Math.Min(_blocks.Count, i + 4); next++)
        {
            if (_blocks[next].Words > 8 && _blocks[next].Text.StartsWith(block.Text, StringComparison.Ordinal) && _bylines.IsPerson(block.Text, isDeclared: false))
            {
                Add(block.Text, AuthorSources.Note, isDeclared: false, i, strictOnly: true);
                return;
            }
        }
    }

    /// <summary>"About Ada Lund" on adalund.org: two or three words in a row that make up the address.</summary>
    private void ReadOwner(string text, int i)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; first + 1 < words.Length && first < 12; first++)
        {
            for (var count = 2; count <= 3 && first + count <= words.Length; count++)
            {
                var name = string.Join(' ', words[first..(first + count)]).TrimEnd('.', ',', ':', ';', '!', '|');
                if (page.Site.IsHost(name) && _bylines.IsPerson(name, isDeclared: false))
                {
                    Put([name], NameReading.Strict, AuthorSources.Owner, i);
                }
            }
        }
    }

    private void ReadLinks()
    {
        var (links, block) = (0, 0);
        for (var i = 0; i < _tree.Count && links < 60; i++)
        {
            if (_tree[i].Tag == Tag.A && _tree.TryGetRaw(i, "href", out var address) && LinkReader.IsAuthor(address))
            {
                while (block + 1 < _blocks.Count && _blocks[block + 1].FirstNode <= _tree[i].End)
                {
                    block++;
                }
                links++;
                Add(_tree.TextOf(i), AuthorSources.Link, isDeclared: true, _blocks.Count > 0 ? block : -1);
            }
        }
    }

    private void Add(string text, AuthorSources source, bool isDeclared, int block, bool strictOnly = false)
    {
        text = text.Trim();
        if (text.Length is < 2 or > 300 || text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }
        var strict = _bylines.Read(text, isDeclared);
        Put(strict, NameReading.Strict, source, block);
        if (text.IndexOf(',', StringComparison.Ordinal) is var comma and > 4)
        {
            // "Ada Lund, Community Development": the first alone.
            Put(_bylines.Read(text[..comma], isDeclared), NameReading.Strict, source, block);
        }
        if (strictOnly)
        {
            return;
        }
        Put(_bylines.ReadLoosely(text), NameReading.Loose, source, block);
        if (strict.Count < 2 && text.Length <= 80 && !text.AsSpan().ContainsAny(SeveralNames) && _bylines.WithoutLead(text) is { Length: > 1 } whole && _bylines.CanBeName(whole.Trim()))
        {
            Put([whole.Trim()], NameReading.Whole, source, block);
        }
    }

    private void Put(List<string> names, NameReading reading, AuthorSources source, int block)
    {
        names = names.FindAll(n => !isOutlet(n));
        if (names.Count == 0)
        {
            return;
        }
        var key = string.Join('|', names.Select(n => n.ToLowerInvariant()).Order(StringComparer.Ordinal));
        if (!_byNames.TryGetValue(key, out var candidate))
        {
            if (_found.Count >= MaxCandidates)
            {
                return;
            }
            _found.Add(_byNames[key] = candidate = new AuthorCandidate(names, reading));
        }
        candidate.Reading = reading < candidate.Reading ? reading : candidate.Reading;
        candidate.Sources |= source;
        candidate.Places++;
        if (block >= 0 && (candidate.Block < 0 || Distance(block) < Distance(candidate.Block)))
        {
            candidate.Block = block;
        }
    }

    private int Distance(int block) => Math.Abs(block - Math.Max(0, _titleBlock));

    private static bool IsLabel(string text) =>
        text.Length <= 24 && Labels.Contains(text.TrimEnd(':', ' ').ToLowerInvariant(), StringComparer.Ordinal);

    private static string WithoutDate(string byline) =>
        DateReader.Find(byline) is { } date ? byline[..date.Start] + " | " + byline[date.End..] : byline;

    /// <summary>"© 2025 Ada Lund. All rights reserved." without sign, year and sentence.</summary>
    private static string HolderOf(string text)
    {
        var holder = text[(text.IndexOf('©', StringComparison.Ordinal) + 1)..].TrimStart(' ', ',', '-', '–', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var end = holder.AsSpan().IndexOfAny(EndOfHolder);
        return (end > 0 ? holder[..end] : holder).Trim();
    }
}
