using Stemma.Model;

namespace Stemma.App.Ui.Exports;

/// <summary>Stories as Markdown: the sections of the page, every line verbatim between quotation marks, with outlet and link.</summary>
public static class MarkdownExport
{
    public static void Write(IReadOnlyList<StoryBrief> briefs, TextWriter output)
    {
        var ids = ShortIds.Of(briefs);
        foreach (var brief in briefs)
        {
            new Page(new StoryReading(brief, ids), output).Write();
        }
    }

    /// <summary>Text that Markdown shows as it is: marks that would act are escaped.</summary>
    public static string Escaped(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '<' or '>' or '[' or ']' or '#' or '|' or '~' or '&')
            {
                escaped.Append('\\');
            }
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    private sealed class Page(StoryReading story, TextWriter output)
    {
        public void Write()
        {
            Line($"# {Escaped(story.Headline)}");
            Line("");
            Line($"The headline of {Source(story.Brief.HeadlineOf)} · {MomentText.Range(story.Accounts.Select(a => a.Article.Time))} · {story.Brief.Story.Id}  ");
            Line(string.Join(" · ", story.Facts));
            WriteLineage();
            WriteClaims("What is known", story.Known, story.Confirmations);
            WriteClaims("Reported on one root", story.OnOneRoot, []);
            WriteClaims("Denied, declined, disputed", story.Contested, story.Stands);
            WriteClaims("Unclear on whose word", story.Unclear, []);
            WriteUtterances();
            WriteDifferences("What differs", story.Brief.Differences.Where(d => d.IsOutright));
            WriteDifferences("Changed since", story.Brief.Differences.Where(d => d.HasChanged));
            WriteDifferences("Told differently", story.Brief.Differences.Where(d => d is { IsOutright: false, HasChanged: false }));
            WriteList("Why it matters", story.Brief.Matters.Select(m => Quoted(m.Words)));
            WriteList("Only one account has", story.Brief.OnlyInOne.Select(o => Quoted(o.Words)));
            WriteList("What is next", story.Brief.Next.Select(n => Quoted(n.Words)));
            WriteList("Timeline", story.Brief.Timeline.Select(e => $"{MomentText.Days(e.From, e.To)}: {Quoted(e.Words)}"));
            WriteList("Accounts", story.Accounts.Select(a => $"{Source(a.Id)}, {MomentText.Full(a.Article.Time)}, "
                + $"{Label.Of(story.FirstHandOf(a.Id))}: {Escaped(CleanText.Of(a.Article.Title))}"));
            Line("");
        }

        private void WriteLineage()
        {
            var nodes = story.Brief.Lineage.Nodes;
            WriteList("Where it comes from", story.Brief.Lineage.Links.Select(l =>
                Escaped(Label.Of(l.Kind, story.Outlet(nodes[l.From]), story.Outlet(nodes[l.To])))
                    + (l.OnTheNews ? "" : ", for something beside the news")
                    + (story.ProofPassage(l, 0) is { Passage.Words.Length: > 0 } proof ? $": “{Escaped(proof.Passage.Words)}”" : "")));
        }

        private void WriteClaims(string name, IReadOnlyList<Claim> claims, IEnumerable<Statement> statements) =>
            WriteList(name, statements.Where(s => s.Words.Count > 0).Select(s => $"{Quoted(s.Words[0])} ({Label.Of(s.Kind)}"
                + (s.Party is { } party ? ", " + Escaped(CleanText.Of(party)) : "") + ")")
                .Concat(claims.Select(c => $"{Quoted(c.Words)} ({Standing(c)})")));

        private string Standing(Claim claim)
        {
            var outlets = story.Outlets(claim.Supports.Select(s => s.Words.Article));
            return Label.Of(claim.Status) + ", "
                + (claim.Roots.Count == 0 ? "no account tells where it has it from"
                    : Label.Count(claim.Roots.Count, "root") + ": " + Escaped(CleanText.Of(string.Join(", ", claim.Roots))))
                + (outlets.Count > 1 ? "; in " + Escaped(string.Join(", ", outlets)) : "");
        }

        private void WriteUtterances()
        {
            if (story.Brief.Utterances.Count == 0)
            {
                return;
            }
            Head("Who says what");
            foreach (var utterance in story.Brief.Utterances)
            {
                Line($"- {Escaped(CleanText.Of(utterance.Speaker))}");
                foreach (var wording in utterance.Wordings)
                {
                    var parts = wording.Parts.Select(p => $"“{Escaped(story.Words(new Evidence(wording.Account, p)))}”");
                    Line($"  - {string.Join(" … ", parts)} — {Source(wording.Account)}");
                }
            }
        }

        private void WriteDifferences(string name, IEnumerable<Difference> differences)
        {
            var all = differences.ToList();
            if (all.Count == 0)
            {
                return;
            }
            Head(name);
            foreach (var difference in all)
            {
                Line($"- {Label.Of(difference.Kind)}: {Escaped(CleanText.Of(difference.Explanation.Text))}");
                foreach (var words in difference.Sides.SelectMany(s => s.Sentences))
                {
                    Line(difference.HasChanged ? $"  - {MomentText.Full(story.ArticleOf(words.Article)?.Time)}: {Quoted(words)}" : $"  - {Quoted(words)}");
                }
            }
        }

        private void WriteList(string name, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count == 0)
            {
                return;
            }
            Head(name);
            foreach (var line in all)
            {
                Line("- " + line);
            }
        }

        private void Head(string name)
        {
            Line("");
            Line("## " + name);
            Line("");
        }

        private string Quoted(Evidence words) => $"“{Escaped(story.Words(words))}” — {Source(words.Article)}";

        private string Source(ArticleId id)
        {
            var outlet = Escaped(story.Outlet(id));
            return SafeUrl.Of(story.ArticleOf(id)?.Url) is { } url
                ? $"[{outlet}]({url.Href.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})"
                : outlet;
        }

        private void Line(string text) => output.Write(text + "\n");
    }
}
