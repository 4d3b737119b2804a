using Stemma.Extraction.Learning;

namespace Stemma.Extraction;

/// <summary>Describes a candidate for the byline by numbers, in a fixed order.</summary>
internal sealed class AuthorFeatures(PageSources page, IReadOnlyList<AuthorCandidate> candidates)
{
    /// <summary>How many numbers.</summary>
    public const int Count = 76;

    private const int AuthorSourceBits = 22;

    // A page of more is a list.
    private const int MostBlocks = 2000;

    private const AuthorSources Declared = AuthorSources.JsonPerson | AuthorSources.JsonUntyped | AuthorSources.MetaAuthor
        | AuthorSources.ArticleAuthor | AuthorSources.OtherMeta | AuthorSources.Citation | AuthorSources.SocialLabel;

    private const AuthorSources Seen = AuthorSources.Markup | AuthorSources.ClassName | AuthorSources.Lead | AuthorSources.Label;

    private readonly IReadOnlyList<PageBlock> _blocks = page.Blocks;
    private readonly int _titleBlock = page.TitleBlock;
    private readonly bool _anyDeclared = candidates.Any(c => (c.Sources & Declared) != 0);
    private readonly bool _anyDeclaredPerson = candidates.Any(c => (c.Sources & Declared) != 0 && c.Reading == NameReading.Strict);
    private readonly bool _anySeenNear = candidates.Any(c => (c.Sources & Seen) != 0 && Math.Abs(c.Block - page.TitleBlock) <= 8);
    private readonly int _firstSeen = candidates.Where(c => (c.Sources & Seen) != 0 && c.Block >= page.TitleBlock - 5).Select(c => c.Block).DefaultIfEmpty(-9).Min();
    private readonly int _classNamed = candidates.Where(c => (c.Sources & AuthorSources.ClassName) != 0).Select(c => c.Block).Distinct().Count();
    private readonly List<AuthorCandidate> _seenNear = [.. candidates.Where(c => IsSeenNear(c, page.Blocks, page.TitleBlock))];
    private readonly List<AuthorCandidate> _declaredPersons = [.. candidates.Where(IsDeclaredPerson)];
    private readonly bool?[] _hasDate = new bool?[page.Blocks.Count];
    private readonly Dictionary<string, (int InProse, bool IsShown)> _namesSeen = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _lastProse = LastProse(page.Blocks);
    private readonly int _firstProse = FirstProse(page.Blocks, page.TitleBlock);

    /// <summary>The numbers of one candidate.</summary>
    public float[] Of(AuthorCandidate candidate)
    {
        var numbers = new float[Count];
        var row = new FeatureRow(numbers);
        for (var bit = 0; bit < AuthorSourceBits; bit++)
        {
            row.Add(((int)candidate.Sources & (1 << bit)) != 0);
        }
        AddNames(ref row, candidate);
        AddPlace(ref row, candidate);
        AddRivals(ref row, candidate);
        System.Diagnostics.Debug.Assert(row.Count == Count, "Count says how many numbers are added.");
        return numbers;
    }

    private void AddNames(ref FeatureRow row, AuthorCandidate candidate)
    {
        var names = candidate.Names;
        var bylines = BylineReader.Default;
        row.Add((int)candidate.Reading);
        row.Add(System.Numerics.BitOperations.PopCount((uint)candidate.Sources));
        row.Add(System.Numerics.BitOperations.PopCount((uint)(candidate.Sources & Declared)));
        row.AddLog(candidate.Places);
        row.Add(names.Count);
        row.Add(names.Average(n => n.Count(c => c == ' ') + 1));
        row.Add(names.Max(n => n.Length));
        row.Add((double)names.Count(Forenames.Default.Open) / names.Count);
        row.Add((double)names.Count(n => bylines.IsPerson(n, isDeclared: false)) / names.Count);
        row.Add(names.Any(bylines.HoldsRole));
        row.Add(names.Any(bylines.HoldsStaffWord));
        row.Add(names.Any(n => !n.Any(char.IsUpper)));
        row.Add(names.Any(n => n.Any(char.IsDigit)));
        row.Add(names.Any(n => !n.Contains(' ', StringComparison.Ordinal)));
        row.Add(names.Any(n => n.StartsWith("The ", StringComparison.OrdinalIgnoreCase)));
        row.Add(names.Max(page.Site.Likeness));
        row.Add(names.Max(page.Common.Share));
        row.Add(names.Min(page.Common.Share));
        row.Add(names[0].IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? page.Common.Share(names[0][(space + 1)..]) : 0);
    }

    private void AddPlace(ref FeatureRow row, AuthorCandidate candidate)
    {
        var at = candidate.Block;
        var block = at >= 0 ? _blocks[at] : null;
        row.Add(at < 0 ? 99 : Math.Clamp(at - Math.Max(0, _titleBlock), -20, 60));
        row.Add(_titleBlock >= 0);
        row.Add(at < 0 ? -1 : (double)at / _blocks.Count);
        row.Add(at >= 0 && at < _firstProse);
        row.Add(block?.Words ?? 0);
        row.Add(block is not null && (block.Regions & (PageRegions.Nav | PageRegions.Footer | PageRegions.Aside)) != 0);
        row.Add(block is not null && (block.AllHints & (ClassHints.Related | ClassHints.Comment | ClassHints.Teaser | ClassHints.Popular)) != 0);
        row.Add(block is not null && (block.Regions & (PageRegions.Quote | PageRegions.Hidden | PageRegions.Dialog)) != 0);
        row.Add(block is not null && block.IsHeading);
        row.Add(block is not null && (block.LinksTo & LinkHints.Author) != 0);
        row.Add(block is not null && (block.OwnHints & ClassHints.Author) != 0);
        row.Add(block is null ? 0 : System.Numerics.BitOperations.PopCount((uint)(block.OwnHints | block.NearHints)));
        row.Add(at >= 0 && at == _firstSeen);
        row.Add(at < 0 || _firstSeen < 0 ? -9 : Math.Clamp(at - _firstSeen, -9, 30));
        row.AddLog(_classNamed);
        row.Add(HasDate(at) || HasDate(at - 1) || HasDate(at + 1) || HasDate(at + 2));
        row.Add(block is null ? 0 : (double)candidate.Names.Sum(n => n.Length) / Math.Max(1, block.Text.Length));
        row.Add(Shown(candidate, Math.Max(0, _titleBlock - 5), Math.Max(0, _titleBlock) + 16));
        row.Add(MentionsOf(candidate.Names[0]).IsShown);
        row.Add(at >= 0 && OtherCredits.Has(_blocks, at, candidate.Names[0]));
        row.Add(at < 0 ? -99 : Math.Clamp(at - _lastProse, -40, 40));
        row.AddLog(MentionsOf(candidate.Names[0]).InProse);
        row.Add(candidate.Names.Count(page.Site.IsHost));
    }

    private void AddRivals(ref FeatureRow row, AuthorCandidate candidate)
    {
        row.Add(candidates.Count);
        row.Add(candidates.Any(c => c.Names.Count > candidate.Names.Count && candidate.Names.All(n => c.Names.Contains(n, StringComparer.OrdinalIgnoreCase))));
        row.Add(candidates.Any(c => c.Names.Count < candidate.Names.Count && c.Names.All(n => candidate.Names.Contains(n, StringComparer.OrdinalIgnoreCase))));
        row.Add(_anyDeclared);
        row.Add(_anyDeclaredPerson);
        row.Add(_anySeenNear);
        row.Add(candidates.Count(c => (c.Sources & AuthorSources.Link) != 0));
        row.Add(candidates.Any(c => c != candidate && (c.Sources & candidate.Sources & Seen) != 0 && c.Block == candidate.Block));
        row.Add(_seenNear.Exists(c => AreOthers(c, candidate)));
        row.Add(_declaredPersons.Exists(c => AreOthers(c, candidate)));
        row.Add(candidates.Count(c => (c.Sources & Seen) != 0 && c.Reading == NameReading.Strict && AreOthers(c, candidate)));
        row.Add(_seenNear.Contains(candidate));
    }

    private static bool IsSeenNear(AuthorCandidate c, IReadOnlyList<PageBlock> blocks, int titleBlock) =>
        c.Reading == NameReading.Strict && (c.Sources & (Seen | AuthorSources.Link)) != 0 && c.Block >= titleBlock - 3 && c.Block <= titleBlock + 8
        && c.Names.All(n => BylineReader.Default.IsPerson(n, isDeclared: false)) && !OtherCredits.Has(blocks, c.Block, c.Names[0]);

    private static bool IsDeclaredPerson(AuthorCandidate c) =>
        (c.Sources & Declared) != 0 && c.Reading == NameReading.Strict && c.Names.All(n => BylineReader.Default.IsPerson(n, isDeclared: false));

    private static bool AreOthers(AuthorCandidate a, AuthorCandidate b) =>
        !a.Names.Any(n => b.Names.Contains(n, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// How many paragraphs speak of somebody (the people of a story are not its authors), and whether any short block does. Many
    /// candidates bear one name.
    /// </summary>
    private (int InProse, bool IsShown) MentionsOf(string name)
    {
        if (!_namesSeen.TryGetValue(name, out var seen))
        {
            for (var i = 0; i < Math.Min(MostBlocks, _blocks.Count); i++)
            {
                var words = _blocks[i].Words;
                if ((words > 25 || (words <= 40 && !seen.IsShown)) && _blocks[i].Text.Contains(name, StringComparison.OrdinalIgnoreCase))
                {
                    seen = (seen.InProse + (words > 25 ? 1 : 0), seen.IsShown || words <= 40);
                }
            }
            _namesSeen.Add(name, seen);
        }
        return seen;
    }

    private bool HasDate(int i) =>
        i >= 0 && i < _blocks.Count && (_hasDate[i] ??= _blocks[i].Words <= 14 && DateReader.Find(_blocks[i].Text) is not null);

    private bool Shown(AuthorCandidate candidate, int from, int to)
    {
        var name = candidate.Names[0];
        for (var i = from; i < Math.Min(to, _blocks.Count); i++)
        {
            if (_blocks[i].Words <= 40 && _blocks[i].Text.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static int LastProse(IReadOnlyList<PageBlock> blocks)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (BodyContainer.Weight(blocks[i]) >= 8 && blocks[i].Words > 25)
            {
                return i;
            }
        }
        return 0;
    }

    private static int FirstProse(IReadOnlyList<PageBlock> blocks, int titleBlock)
    {
        for (var i = Math.Max(0, titleBlock + 1); i < blocks.Count; i++)
        {
            if (BodyContainer.Weight(blocks[i]) >= 8 && blocks[i].Words > 25)
            {
                return i;
            }
        }
        return blocks.Count;
    }
}
