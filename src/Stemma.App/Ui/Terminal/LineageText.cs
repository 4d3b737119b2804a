using Spectre.Console;
using Stemma.Model;

namespace Stemma.App.Ui.Terminal;

/// <summary>The lineage as an indented tree: roots first, below each what rests on it, with the words that prove it.</summary>
internal sealed class LineageText(TerminalPage page, StoryReading story)
{
    private const int MostRows = 60;
    private const int ProofChars = 110;
    private int? _root;
    private int _rows;
    private int _hidden;

    public void Write()
    {
        page.Section("THE LINEAGE");
        page.Row("", "", new Run(CleanText.Of(story.Brief.Lineage.Explanation.Text)));
        page.Row("", "", new Run("● first-hand · ○ rests on others · ? origin unclear", page.Quiet));
        foreach (var (root, branch) in story.Forest.Roots)
        {
            page.Blank();
            var accounts = root.Accounts.Count == 0 ? "nothing rests on it" : Label.Count(root.Accounts.Count, "account rests", "accounts rest") + " on it";
            _root = root.Node;
            Write(branch, "", "", $"root, {accounts}{(root.OnTheNews ? "" : ", beside the news")}");
        }
        if (story.Forest.Unclear.Count > 0)
        {
            page.Blank();
            _root = null;
            page.Row("", "", new Run("Origin unclear: these name no outlet and show no reporting of their own.", page.Quiet));
            foreach (var branch in story.Forest.Unclear)
            {
                Write(branch, "", "", null);
            }
        }
        page.More(_hidden);
    }

    private void Write(LineageBranch branch, string first, string rest, string? note)
    {
        if (++_rows > MostRows)
        {
            _hidden++;
        }
        else
        {
            WriteNode(branch, first, rest, note);
        }
        for (var i = 0; i < branch.Branches.Count; i++)
        {
            var isLast = i == branch.Branches.Count - 1;
            Write(branch.Branches[i], rest + (isLast ? "└─ " : "├─ "), rest + (isLast ? "   " : "│  "), null);
        }
    }

    private void WriteNode(LineageBranch branch, string first, string rest, string? note)
    {
        var below = rest + (branch.Branches.Count > 0 ? "│ " : "  ");
        var (mark, style) = Mark(branch.Node);
        List<Run> runs = [new(mark + " ", style), new(story.Outlet(branch.Node), branch.IsReference ? null : page.Strong)];
        if (branch.IsReference)
        {
            runs.Add(new($" ({story.WhereShown(branch.Node, _root)})", page.Quiet));
        }
        else
        {
            runs.Add(new(" · " + Place(branch.Node), page.Quiet));
            if (branch.Node.Account is { } id && story.FirstHandOf(id) == FirstHand.Yes)
            {
                runs.Add(new(" · first-hand", page.Good));
            }
        }
        if (note is not null)
        {
            runs.Add(new(" · " + note));
        }
        if (branch.Node.Account is { } account)
        {
            runs.Add(page.Tag(story.Ids.Of(account)));
        }
        page.Row(first, below, runs);
        foreach (var link in branch.Links)
        {
            WriteProof(below, Label.Of(link.Kind), link);
        }
        foreach (var link in branch.Told.Take(4))
        {
            WriteProof(below, Label.Of(link.Kind) + " " + story.Outlet(story.Brief.Lineage.Nodes[link.To]), link);
        }
        foreach (var link in branch.Confirming.Take(4))
        {
            WriteProof(below, Label.Of(link.Kind) + " " + story.Outlet(story.Brief.Lineage.Nodes[link.To]), link);
        }
        if (branch.Told.Count > 4)
        {
            page.Row(below, below, new Run($"… and by {branch.Told.Count - 4} more", page.Quiet));
        }
        // An account that is a root without a person or document behind it shows why it counts as first-hand.
        if (!branch.IsReference && branch.Told.Count == 0 && branch.Links.Count == 0
            && branch.Node.Account is { } own && story.OriginOf(own) is { FirstHand: FirstHand.Yes } origin
            && Proof(own, origin.Explanation) is { } words)
        {
            page.Row(below, below, words);
        }
    }

    private (string Sign, Style Style) Mark(LineageNode node) => node.Account is not { } id
        ? ("○", page.Quiet)
        : story.FirstHandOf(id) switch
        {
            FirstHand.Yes => ("●", page.Good),
            FirstHand.No => ("○", page.Quiet),
            _ => ("?", page.Quiet),
        };

    private string Place(LineageNode node) => node.Account is { } id
        ? MomentText.Compact(story.ArticleOf(id)?.Time)
        : node.Kind == LineageNodeKind.CitedOutlet ? "cited, no article at hand"
        : node.Kind == LineageNodeKind.Public ? "no outlet" : "no article";

    private void WriteProof(string indent, string what, SourceLink link)
    {
        var from = story.Brief.Lineage.Nodes[link.From];
        var proof = story.ProofPassage(link, 90);
        var beside = link.OnTheNews ? "" : ", beside the news";
        List<Run> runs = [];
        if (proof is { } found)
        {
            runs = [new(what + beside + ": ", page.Quiet), .. Quoted(found.Passage.CutTo(ProofChars))];
        }
        else
        {
            // Without words to show, the sentence of the explanation says all of it.
            var sentence = CleanText.Of(link.Explanation.Text);
            runs = [new(beside.Length > 0 ? sentence.TrimEnd('.') : sentence), new(beside, page.Quiet)];
        }
        runs.Add(page.Tag(story.Ids.Of(link.Id), proof is { } teller ? story.Outlet(teller.Article) : story.Outlet(from)));
        page.Row(indent, indent + "  ", runs);
    }

    private List<Run>? Proof(ArticleId account, Explanation explanation)
    {
        if (story.ArticleOf(account) is not { } article || story.ProofSpan(account, explanation, []) is not { } span)
        {
            return null;
        }
        return Quoted(Passage.Of(article, span, Math.Max(0, (90 - span.Length) / 2)).CutTo(ProofChars));
    }

    private List<Run> Quoted(Passage passage) =>
    [
        new("“" + passage.Before),
        new(passage.Words, page.Strong),
        new(passage.After + "”"),
    ];
}
