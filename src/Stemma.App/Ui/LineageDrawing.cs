using System.Globalization;
using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>
/// Where everything of a drawn lineage stands. Roots are at the left, time runs to the right, and every account has a row
/// of its own below the one it rests on; so the lines of one root never cross each other, however many accounts there are.
/// </summary>
/// <remarks>
/// The horizontal axis is the time of publication with long quiet stretches shortened: a gap takes the logarithm of its
/// length, because a story told in two bursts a week apart would otherwise be two dots. Units are CSS pixels at full width.
/// </remarks>
public sealed class LineageDrawing
{
    public const double Width = 960;
    public const double RootX = 226;
    private const double PlotLeft = 268;
    private const double PlotRight = 728;
    private const double Top = 40;
    private const double BandGap = 20;
    private const double Bend = 12;
    private const int MostSideLinks = 4;
    private readonly StoryReading _story;
    private readonly TimeScale _scale;
    private readonly List<DrawnRow> _rows = [];
    private readonly List<DrawnLink> _trunks = [];
    private readonly List<DrawnLink> _sideLinks = [];
    private readonly Dictionary<int, (double X, double Y)> _places = [];
    private readonly ILookup<int, RootMark> _referred;
    private double _y = Top;

    public LineageDrawing(StoryReading story)
    {
        _story = story;
        RowHeight = story.Accounts.Count <= 60 ? 30 : 19;
        var roots = story.Roots.Select(r => r.Node).ToHashSet();
        _scale = new TimeScale(
            [.. story.Brief.Lineage.Nodes
                .Where(n => n.Account is not null && !roots.Contains(n.Index))
                .Select(n => TimeOf(n)).OfType<Moment>()],
            PlotLeft, PlotRight);
        for (var i = 0; i < story.Forest.Roots.Count; i++)
        {
            PlaceRoot(story.Forest.Roots[i].Branch, story.Roots[i]);
        }
        if (story.Forest.Unclear.Count > 0)
        {
            UnclearY = _y;
            _y += 6;
            foreach (var branch in story.Forest.Unclear)
            {
                Place(branch, null, null, isUnclear: true);
            }
            _y += BandGap;
        }
        _referred = _rows
            .SelectMany(r => r.Branch.Branches.Where(b => b.IsReference && r.Mark is not null).Select(b => (b.Node.Index, Mark: r.Mark!)))
            .ToLookup(r => r.Index, r => r.Mark);
        LinkSideways();
        Height = _y;
    }

    public double RowHeight { get; }

    public double Height { get; }

    /// <summary>Top of the band of accounts whose origin is unclear; null if there are none.</summary>
    public double? UnclearY { get; }

    public IReadOnlyList<DrawnRow> Rows => _rows;

    /// <summary>Vertical lines from which the rows of one parent branch off.</summary>
    public IReadOnlyList<DrawnLink> Trunks => _trunks;

    /// <summary>Lines to a second root or account; empty where there would be so many that nothing could be followed.</summary>
    public IReadOnlyList<DrawnLink> SideLinks => _sideLinks;

    public IReadOnlyList<(double X, string Text)> Ticks => _scale.Ticks;

    /// <summary>Roots a row rests on besides the one it hangs below: those of its account, and those it is referred to under.</summary>
    public IEnumerable<RootMark> AlsoOn(DrawnRow row, IReadOnlyList<RootMark> ofAccount) =>
        ofAccount.Concat(_referred[row.Branch.Node.Index]).Where(m => m != row.Mark).Distinct().OrderBy(m => m.Letter, StringComparer.Ordinal);

    /// <summary>A number as SVG writes it, to a tenth of a unit.</summary>
    public static string Svg(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private Moment? TimeOf(LineageNode node) => node.Account is { } id ? _story.ArticleOf(id)?.Time : null;

    private void PlaceRoot(LineageBranch branch, RootMark mark)
    {
        var top = _y;
        _places[branch.Node.Index] = (RootX, _y + (RowHeight / 2));
        _rows.Add(new DrawnRow(branch, mark, RootX, _y + (RowHeight / 2), null, true));
        var first = branch.Branches.Where(b => !b.IsReference).ToList();
        foreach (var below in first)
        {
            Place(below, (RootX, top + (RowHeight / 2)), mark, isUnclear: false);
        }
        CloseTrunk(RootX, top + (RowHeight / 2), first, mark);
        // The root's own label takes three lines.
        _y = Math.Max(_y, top + 62) + BandGap;
    }

    private void Place(LineageBranch branch, (double X, double Y)? parent, RootMark? mark, bool isUnclear)
    {
        var y = _y + (RowHeight / 2);
        var x = TimeOf(branch.Node) is { } time ? _scale.X(time) : PlotLeft - 14;
        // A child published in its parent's minute (or before it, by a wrong clock) still stands to the right of the trunk.
        x = parent is { } p ? Math.Max(x, p.X + Bend + 12) : x;
        _places[branch.Node.Index] = (x, y);
        var path = parent is not { } from ? null
            : y - from.Y < Bend ? $"M{Svg(from.X)} {Svg(y)}H{Svg(x - 5)}"
            : $"M{Svg(from.X)} {Svg(y - Bend)}q0 {Svg(Bend)} {Svg(Bend)} {Svg(Bend)}H{Svg(x - 5)}";
        _rows.Add(new DrawnRow(branch, mark, x, y, path, false));
        _y += RowHeight;
        var first = branch.Branches.Where(b => !b.IsReference).ToList();
        foreach (var below in first)
        {
            Place(below, (x, y), mark, isUnclear);
        }
        CloseTrunk(x, y, first, mark);
    }

    private void CloseTrunk(double x, double y, List<LineageBranch> below, RootMark? mark)
    {
        if (below.Count > 0)
        {
            var last = _places[below[^1].Node.Index].Y - Bend;
            if (last > y)
            {
                _trunks.Add(new DrawnLink($"M{Svg(x)} {Svg(y)}V{Svg(last)}", null, mark));
            }
        }
    }

    private void LinkSideways()
    {
        var drawn = _rows.SelectMany(r => r.Branch.Branches.Where(b => b.IsReference).Select(b => (To: r, From: b))).ToList();
        if (drawn.Count > MostSideLinks)
        {
            return;
        }
        foreach (var (to, from) in drawn)
        {
            if (_places.TryGetValue(from.Node.Index, out var place))
            {
                var middle = (to.X + place.X) / 2;
                _sideLinks.Add(new DrawnLink(
                    $"M{Svg(place.X - 4)} {Svg(place.Y + (to.Y > place.Y ? 3 : -3))}C{Svg(middle)} {Svg(place.Y)} {Svg(middle)} {Svg(to.Y)} {Svg(to.X + 6)} {Svg(to.Y)}",
                    from, to.Mark));
            }
        }
    }
}
