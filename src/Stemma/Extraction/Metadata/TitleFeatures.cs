using System.Numerics;
using Stemma.Extraction.Html;
using Stemma.Extraction.Learning;

namespace Stemma.Extraction;

/// <summary>Describes a candidate for the title by numbers, in a fixed order.</summary>
internal sealed class TitleFeatures
{
    /// <summary>How many numbers.</summary>
    public const int Count = 58;

    private const int SourceKinds = 11;

    private static readonly TitleSources[] Compared =
        [TitleSources.TopHeading, TitleSources.Social, TitleSources.OtherMeta, TitleSources.Structured, TitleSources.Window];

    private readonly HtmlTree _tree;
    private readonly IReadOnlyList<TitleCandidate> _candidates;
    private readonly SiteIdentity _site;
    private readonly WordSet _slug;
    private readonly WordSet[] _wholes;
    private readonly string?[] _texts;
    private readonly int _topHeadings;
    private readonly int _firstProse;
    private readonly Dictionary<int, PageBlock> _blockOf = [];

    public TitleFeatures(PageSources page, IReadOnlyList<TitleCandidate> candidates)
    {
        (_tree, _candidates, _site) = (page.Tree, candidates, page.Site);
        var path = page.Url?.AbsolutePath.TrimEnd('/') ?? "";
        _slug = new WordSet(path[(path.LastIndexOf('/') + 1)..].Replace('-', ' ').Replace('_', ' '));
        _texts = [.. Compared.Select(s => candidates.FirstOrDefault(c => (c.Sources & s) != 0)?.Text)];
        _wholes = [.. _texts.Select(t => new WordSet(t ?? ""))];
        _topHeadings = candidates.Count(c => (c.Sources & TitleSources.TopHeading) != 0);
        _firstProse = int.MaxValue;
        foreach (var block in page.Blocks)
        {
            if (_firstProse == int.MaxValue && BodyContainer.Weight(block) >= 8 && block.Words > 25)
            {
                _firstProse = block.FirstNode;
            }
            _blockOf.TryAdd(block.Node, block);
        }
    }

    /// <summary>The numbers of one candidate.</summary>
    public float[] Of(TitleCandidate candidate)
    {
        var numbers = new float[Count];
        var row = new FeatureRow(numbers);
        for (var bit = 0; bit < SourceKinds; bit++)
        {
            row.Add(((int)candidate.Sources & (1 << bit)) != 0);
        }
        row.Add(BitOperations.PopCount((uint)candidate.Sources));
        row.Add(BitOperations.PopCount((uint)candidate.Sources & 0x7B));
        AddLikeness(ref row, candidate);
        AddWording(ref row, candidate);
        AddHeading(ref row, candidate);
        System.Diagnostics.Debug.Assert(row.Count == Count, "Count says how many numbers are added.");
        return numbers;
    }

    private void AddLikeness(ref FeatureRow row, TitleCandidate candidate)
    {
        var (sum, best) = (0.0, 0.0);
        for (var i = 0; i < Compared.Length; i++)
        {
            var overlap = _texts[i] is null ? -1 : _wholes[i].Overlap(candidate.Text);
            row.Add(overlap);
            row.Add(_texts[i] is { } text && text.StartsWith(candidate.Text, StringComparison.OrdinalIgnoreCase));
            sum += Math.Max(0, overlap);
            best = (candidate.Sources & Compared[i]) == 0 ? Math.Max(best, overlap) : best;
        }
        row.Add(sum);
        row.Add(best);
        row.Add(_slug.Overlap(candidate.Text));
        row.Add(_candidates.Max(c => c == candidate || (c.Sources & TitleSources.TopHeading) == 0 ? 0 : _slug.Overlap(c.Text)));
        row.Add(_candidates.Count(c => c != candidate && c.Text.Length > candidate.Text.Length && c.Text.Contains(candidate.Text, StringComparison.OrdinalIgnoreCase)));
        row.Add(_candidates.Count(c => c != candidate && c.Text.Length < candidate.Text.Length && candidate.Text.Contains(c.Text, StringComparison.OrdinalIgnoreCase)));
    }

    private void AddWording(ref FeatureRow row, TitleCandidate candidate)
    {
        var text = candidate.Text;
        row.Add(WordCounter.Count(text));
        row.Add(text.Length);
        row.Add(_site.Likeness(text));
        row.Add(text.Any(char.IsLetter) && !text.Any(char.IsLower));
        row.Add(text[^1] is '…' or '-' or ':');
        row.Add(text[^1] is '?' or '!');
        row.Add(text.Any(char.IsDigit));
        row.Add(candidate.Separator);
        row.Add(candidate.IsTail);
        row.Add(WordCounter.Count(candidate.Cut));
        row.Add(candidate.Cut.Length == 0 ? -1 : _site.Likeness(candidate.Cut.Trim(' ', '|', '-', '–', '—', ':', '·', '•')));
        row.Add(candidate.Cut.Length == 0 ? -1 : _slug.Overlap(candidate.Cut));
        row.Add(candidate.Cut.Length == 0 ? -1 : _texts[0] is null ? -2 : _wholes[0].Overlap(candidate.Cut));
    }

    private void AddHeading(ref FeatureRow row, TitleCandidate candidate)
    {
        var block = candidate.Node >= 0 ? _blockOf.GetValueOrDefault(candidate.Node) : null;
        row.Add(candidate.Heading);
        row.Add(_topHeadings);
        row.Add(candidate.Node < 0 ? -1 : candidate.Node < _firstProse ? 1 : 0);
        row.Add(candidate.Node < 0 ? -1 : (double)candidate.Node / _tree.Count);
        row.Add(candidate.Node >= 0 && candidate.Node < _firstProse && _firstProse < int.MaxValue ? Math.Log2(1 + _firstProse - candidate.Node) : -1);
        row.Add(block is not null && (block.Regions & (PageRegions.Nav | PageRegions.Footer | PageRegions.Aside | PageRegions.Dialog | PageRegions.Hidden)) != 0);
        row.Add(block is not null && (block.Regions & (PageRegions.Article | PageRegions.Main)) != 0);
        row.Add(block is not null && (block.OwnHints & ClassHints.Title) != 0);
        row.Add(block is not null && (block.AllHints & (ClassHints.Related | ClassHints.Popular | ClassHints.Promo | ClassHints.Comment)) != 0);
        row.Add(block?.LinkShare ?? -1);
        row.Add(_texts[1] is not null);
        row.Add(_texts[3] is not null);
        row.Add(_texts[0] is null || _texts[1] is null ? -1 : _wholes[0].Overlap(_texts[1]!));
        row.Add(_texts[0] is null || _texts[4] is null ? -1 : _wholes[0].Overlap(_texts[4]!));
        row.Add(_candidates.Count);
    }
}
