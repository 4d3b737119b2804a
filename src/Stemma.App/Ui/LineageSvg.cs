using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Stemma.App.Ui.Shell;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Ui;

/// <summary>
/// Writes the drawn lineage as SVG. Each row is a link to its proof in the list below, so that it can be reached with the
/// keyboard, and carries the proof as its title, so that pointing at it shows the words.
/// </summary>
/// <remarks>Written by hand because Razor takes SVG's text element for its own.</remarks>
internal sealed class LineageSvg
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _svg = new();
    private readonly StoryReading _story;
    private readonly LineageDrawing _drawing;
    private readonly Texts _texts;

    private LineageSvg(StoryReading story)
    {
        _story = story;
        _drawing = new LineageDrawing(story);
        _texts = story.Texts;
    }

    public static string Draw(StoryReading story) => new LineageSvg(story).Draw();

    private string Draw()
    {
        _svg.Append($"<svg viewBox=\"0 0 {LineageDrawing.Width} {N(_drawing.Height)}\" role=\"group\" aria-label=\"{T(_texts["lineage.svg"])}\">");
        foreach (var (x, text) in _drawing.Ticks)
        {
            _svg.Append($"<path class=\"tick\" d=\"M{N(x)} 26V{N(_drawing.Height - 8)}\"/><text class=\"tl\" x=\"{N(x)}\" y=\"18\">{T(text)}</text>");
        }
        foreach (var trunk in _drawing.Trunks)
        {
            _svg.Append($"<path class=\"k{Colour(trunk.Mark)}\" d=\"{trunk.Path}\"/>");
        }
        foreach (var arc in _drawing.Arcs)
        {
            _svg.Append($"<a href=\"#{arc.Link.Id}\" class=\"row{Colour(arc.Mark)}\"><title>{T(Proof(arc.Link))}</title><path class=\"k confirms\" d=\"{arc.Path}\"/></a>");
        }
        if (_drawing.BesideY is { } beside)
        {
            _svg.Append($"<text class=\"tb\" x=\"12\" y=\"{N(beside + 4)}\">{T(_texts["lineage.beside"])}</text>");
        }
        if (_drawing.UnclearY is { } top)
        {
            _svg.Append($"<text class=\"rn\" x=\"12\" y=\"{N(top + 11 + (_drawing.RowHeight / 2))}\">{T(_texts["lineage.unclear"])}</text>");
        }
        foreach (var row in _drawing.Rows)
        {
            Append(row);
        }
        return _svg.Append("</svg>").ToString();
    }

    private void Append(DrawnRow row)
    {
        var node = row.Branch.Node;
        _svg.Append($"<a href=\"#{Target(row.Branch)}\" class=\"row{Colour(row.Mark)}{(row.Branch.IsReference ? " ghost" : "")}\"><title>{T(Proof(row.Branch))}</title>");
        if (row.Path is not null)
        {
            _svg.Append($"<path class=\"k {Kind(row.Branch)}\" d=\"{row.Path}\"/>");
        }
        _svg.Append($"<circle class=\"d {Dot(node)}\" cx=\"{N(row.X)}\" cy=\"{N(row.Y)}\" r=\"{(row is { IsRoot: true, IsOnTheNews: true } ? "7" : "4.5")}\"/>");
        if (row.IsRoot)
        {
            AppendRootLabel(row);
        }
        else
        {
            _svg.Append($"<text x=\"{N(row.X + 11)}\" y=\"{N(row.Y + 4.5)}\">{T(Cut(_story.Outlet(node), 24))}<tspan>\u00a0 {(row.Branch.IsReference ? "" : node.Account is null ? T(_texts["lineage.nothere"]) : T(Time(node)))}</tspan>");
            if (node.Account is { } id && !row.Branch.IsReference)
            {
                foreach (var also in _drawing.AlsoOn(row, _story.RootsOf(id)).Take(2))
                {
                    _svg.Append($"<tspan class=\"t r{also.Colour} also\" dx=\"5\">+{also.Letter}</tspan>");
                }
            }
            _svg.Append("</text>");
        }
        _svg.Append("</a>");
    }

    private void AppendRootLabel(DrawnRow row)
    {
        var node = row.Branch.Node;
        var under = node.Account is { } id
            ? Time(node) + (_story.FirstHandOf(id) == FirstHand.Yes ? " · " + _texts["hand.short"] : "")
            : _texts["lineage.cited"];
        _svg.Append($"<rect class=\"rb\" x=\"12\" y=\"{N(row.Y - 10)}\" width=\"20\" height=\"20\" rx=\"3\"/>")
            .Append($"<text class=\"rl\" x=\"22\" y=\"{N(row.Y + 5)}\">{row.Mark?.Letter}</text>")
            .Append($"<text class=\"{(row.IsOnTheNews ? "rn" : "rb2")}\" x=\"40\" y=\"{N(row.Y + 5)}\">{T(Cut(_story.Outlet(node), row.IsOnTheNews ? 22 : 26))}</text>");
        if (!row.IsOnTheNews)
        {
            return;
        }
        _svg
            .Append($"<text class=\"rt\" x=\"40\" y=\"{N(row.Y + 23)}\">{T(under)}</text>");
        if (row.Branch.Told.Count > 0)
        {
            var told = _texts.Of("lineage.from", Cut(_story.Brief.Lineage.Nodes[row.Branch.Told[0].To].Name, 22))
                + (row.Branch.Told.Count > 1 ? $" + {row.Branch.Told.Count - 1}" : "");
            _svg.Append($"<text class=\"rt\" x=\"40\" y=\"{N(row.Y + 39)}\">{T(told)}</text>");
        }
    }

    private static string N(double value) => LineageDrawing.Svg(value);

    private static string T(string text) => Encoder.Encode(text);

    private static string Cut(string name, int length) => Excerpt.Start(CleanText.Of(name), length);

    private static string Colour(RootMark? mark) => mark is null ? "" : $" r{mark.Colour}";

    private static string Kind(LineageBranch? branch) =>
        branch is { Links.Count: > 0 } ? branch.Links[0].Kind.ToString().ToLowerInvariant() : "unproved";

    private string Dot(LineageNode node) =>
        node.Account is { } id ? _story.FirstHandOf(id).ToString().ToLowerInvariant() : "cited";

    private string Time(LineageNode node) => node.Account is { } id ? MomentText.Compact(_story.ArticleOf(id)?.Time, _texts) : "";

    // The link's place in the list where it has one, else the account's.
    private string Target(LineageBranch branch) =>
        branch.Links.Count > 0 ? branch.Links[0].Id.ToString()
        : branch.Node.Account is { } id ? id.ToString()
        : _story.Brief.Story.Id + "-list";

    private string Proof(LineageBranch branch)
    {
        var name = _story.Outlet(branch.Node);
        if (branch.Links.Count == 0)
        {
            return branch.Node.Account is { } own && _story.OriginOf(own) is { } origin
                ? $"{name}: {_texts.Reason(origin.Explanation).Text}"
                : name;
        }
        return Proof(branch.Links[0]);
    }

    private string Proof(SourceLink link)
    {
        var nodes = _story.Brief.Lineage.Nodes;
        var words = _story.ProofWords(link);
        return Label.Of(link.Kind, _story.Outlet(nodes[link.From]), _story.Outlet(nodes[link.To]), _texts)
            + (words.Length > 0 ? $" — “{Excerpt.Start(words, _story.IsLarge ? 70 : 120)}”" : "");
    }
}
