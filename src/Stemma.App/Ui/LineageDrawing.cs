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
    private const double PlotRight = 690;
    private const double Top = 40;
    private const double BandGap = 20;
    private const double Bend = 12;
    private const double RootRim = 7;
    private const double Rim = 5;
    private const int MostGhosts = 24;
    private readonly StoryReading _story;
    private readonly TimeScale _scale;
    private readonly List<DrawnRow> _rows = [];
    private readonly List<DrawnTrunk> _trunks = [];
    private readonly ILookup<int, RootMark> _referred;
    private readonly bool _hasGhosts;
    private double _y = Top;

    public LineageDrawing(StoryReading story)
    {
        _story = story;
        RowHeight = story.Accounts.Count <= 60 ? 30 : 19;
        // A reference is drawn as a faint row of its own, unless there are so many that they would drown the rest.
        var references = story.Forest.Roots.SelectMany(r => r.Branch.Walk()).Concat(story.Forest.Unclear.SelectMany(b => b.Walk()))
            .Count(b => b.Branch.IsReference);
        _hasGhosts = references <= MostGhosts;
        var placed = story.Forest.Roots.SelectMany(r => r.Branch.Walk().Skip(1)).Concat(story.Forest.Unclear.SelectMany(u => u.Walk()))
            .Where(p => !p.Branch.IsReference || _hasGhosts);
        _scale = new TimeScale([.. placed.Select(p => TimeOf(p.Branch.Node)).OfType<Moment>()], PlotLeft, PlotRight, story.Texts);
        for (var i = 0; i < story.Forest.Roots.Count; i++)
        {
            var root = story.Forest.Roots[i].Root;
            if (!root.OnTheNews && BesideY is null)
            {
                BesideY = _y;
                _y += 10;
            }
            PlaceRoot(story.Forest.Roots[i].Branch, story.Roots[i], root.OnTheNews);
        }
        if (story.Forest.Unclear.Count > 0)
        {
            _y += BesideY is null ? 0 : BandGap;
            UnclearY = _y;
            _y += 6;
            foreach (var branch in story.Forest.Unclear)
            {
                Place(branch, null, null);
            }
            _y += BandGap;
        }
        _referred = _rows
            .SelectMany(r => r.Branch.Branches.Where(b => b.IsReference && r.Mark is not null).Select(b => (b.Node.Index, Mark: r.Mark!)))
            .ToLookup(r => r.Index, r => r.Mark);
        Arcs = [.. ArcsBetweenRoots()];
        Height = _y;
    }

    public double RowHeight { get; }

    public double Height { get; }

    /// <summary>Top of the roots that are roots only of something beside the news; null if there are none.</summary>
    public double? BesideY { get; }

    /// <summary>Top of the band of accounts whose origin is unclear; null if there are none.</summary>
    public double? UnclearY { get; }

    public IReadOnlyList<DrawnRow> Rows => _rows;

    /// <summary>Vertical lines from which the rows of one parent branch off.</summary>
    public IReadOnlyList<DrawnTrunk> Trunks => _trunks;

    /// <summary>Arcs from one who confirms to one whose report is confirmed, to the left of the roots.</summary>
    public IReadOnlyList<DrawnArc> Arcs { get; }

    public IReadOnlyList<(double X, string Text)> Ticks => _scale.Ticks;

    /// <summary>Roots a row rests on besides the one it hangs below: those of its account, and those it is referred to under.</summary>
    public IEnumerable<RootMark> AlsoOn(DrawnRow row, IReadOnlyList<RootMark> ofAccount) =>
        ofAccount.Concat(_referred[row.Branch.Node.Index]).Where(m => m != row.Mark).Distinct().OrderBy(m => m.Letter, StringComparer.Ordinal);

    /// <summary>A number as SVG writes it, to a tenth of a unit.</summary>
    public static string Svg(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private Moment? TimeOf(LineageNode node) => node.Account is { } id ? _story.ArticleOf(id)?.Time : null;

    private void PlaceRoot(LineageBranch branch, RootMark mark, bool isOnTheNews)
    {
        var top = _y;
        var rim = isOnTheNews ? RootRim : Rim;
        _rows.Add(new DrawnRow(branch, mark, RootX, _y + (RowHeight / 2), null, true, isOnTheNews));
        var first = Drawn(branch);
        var last = top;
        foreach (var below in first)
        {
            last = _y + (RowHeight / 2);
            Place(below, (RootX, top + (RowHeight / 2), rim), mark);
        }
        CloseTrunk(RootX, top + (RowHeight / 2), rim, last, mark);
        // The label of a root of the news takes three lines, that of another one.
        _y = isOnTheNews ? Math.Max(_y, top + 62) + BandGap : Math.Max(_y, top + 26) + 4;
    }

    private void Place(LineageBranch branch, (double X, double Y, double Rim)? parent, RootMark? mark)
    {
        var y = _y + (RowHeight / 2);
        var x = TimeOf(branch.Node) is { } time ? _scale.X(time) : PlotLeft - 14;
        // A child published in its parent's minute (or before it, by a wrong clock) still stands to the right of the trunk.
        x = parent is { } p ? Math.Max(x, p.X + Bend + 12) : x;
        var path = parent is not { } from ? null
            : y - from.Y < Bend ? $"M{Svg(from.X + from.Rim)} {Svg(y)}H{Svg(x - Rim)}"
            : $"M{Svg(from.X)} {Svg(y - Bend)}q0 {Svg(Bend)} {Svg(Bend)} {Svg(Bend)}H{Svg(x - Rim)}";
        _rows.Add(new DrawnRow(branch, mark, x, y, path, false, true));
        _y += RowHeight;
        var first = Drawn(branch);
        var last = y;
        foreach (var below in first)
        {
            last = _y + (RowHeight / 2);
            Place(below, (x, y, Rim), mark);
        }
        CloseTrunk(x, y, Rim, last, mark);
    }

    private List<LineageBranch> Drawn(LineageBranch branch) =>
        [.. branch.Branches.Where(b => !b.IsReference || _hasGhosts)];

    private void CloseTrunk(double x, double y, double rim, double lastY, RootMark? mark)
    {
        if (lastY - Bend > y + rim)
        {
            _trunks.Add(new DrawnTrunk($"M{Svg(x)} {Svg(y + rim)}V{Svg(lastY - Bend)}", mark));
        }
    }

    private IEnumerable<DrawnArc> ArcsBetweenRoots()
    {
        var roots = _rows.Where(r => r.IsRoot).ToDictionary(r => r.Branch.Node.Index);
        foreach (var from in roots.Values)
        {
            foreach (var link in from.Branch.Confirming)
            {
                if (roots.TryGetValue(link.To, out var to))
                {
                    yield return new DrawnArc(
                        $"M{Svg(RootX - RootRim)} {Svg(from.Y)}C{Svg(RootX - 30)} {Svg(from.Y)} {Svg(RootX - 30)} {Svg(to.Y)} {Svg(RootX - RootRim)} {Svg(to.Y)}",
                        link, from.Mark);
                }
            }
        }
    }
}
