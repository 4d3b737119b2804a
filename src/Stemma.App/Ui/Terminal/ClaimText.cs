using Stemma.Model;

namespace Stemma.App.Ui.Terminal;

/// <summary>Claims and the parties' statements, in the sections of their status.</summary>
internal sealed class ClaimText(TerminalPage page, StoryReading story)
{
    private const int MostClaims = 12;

    public void Write()
    {
        WriteSection("WHAT IS KNOWN", story.Known, story.Confirmations);
        WriteSection("REPORTED ON ONE ROOT", story.OnOneRoot, []);
        WriteSection("DENIED, DECLINED, DISPUTED", story.Contested, [.. story.Stands]);
        WriteSection("UNCLEAR ON WHOSE WORD", story.Unclear, []);
    }

    private void WriteSection(string name, IReadOnlyList<Claim> claims, IReadOnlyList<Statement> statements)
    {
        if (claims.Count + statements.Count == 0)
        {
            return;
        }
        page.Section(name);
        // What is known begins with the claims; of what is contested a party's own stand is the telling part.
        if (statements.Any(s => s.Kind != StatusKind.Confirmed))
        {
            WriteStatements(statements);
            WriteClaims(claims);
        }
        else
        {
            WriteClaims(claims);
            WriteStatements(statements);
        }
    }

    private void WriteClaims(IReadOnlyList<Claim> claims)
    {
        foreach (var claim in claims.Take(MostClaims))
        {
            page.Row("  • ", "    ",
                new Run(story.Words(claim.Words), claim.IsTheNews ? page.Strong : null),
                page.Tag(story.Ids.Of(claim.Id), story.Outlet(claim.Words.Article)));
            page.Row("    ", "    ", new Run(Standing(claim), page.Quiet));
        }
        page.More(claims.Count - MostClaims);
    }

    private void WriteStatements(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements.Take(MostClaims))
        {
            WriteStatement(statement);
        }
        page.More(statements.Count - MostClaims);
    }

    private void WriteStatement(Statement statement)
    {
        if (statement.Words.Count == 0)
        {
            return;
        }
        var words = statement.Words[0];
        page.Row("  • ", "    ",
            new Run(story.Words(words)),
            page.Tag(story.Ids.Of(statement.Id), story.Outlet(words.Article)));
        var others = story.Outlets(statement.Words.Skip(1).Select(w => w.Article));
        page.Row("    ", "    ",
            new Run(Label.Of(statement.Kind), statement.Kind == StatusKind.Confirmed ? page.Good : page.Bad),
            new Run(statement.Party is { } party ? " · " + CleanText.Of(party) : "", page.Quiet),
            new Run(statement.AskedBy.Count > 0 ? " · asked by " + CleanText.Of(string.Join(", ", statement.AskedBy)) : "", page.Quiet),
            new Run(others.Count > 0 ? " · also in " + Names(others) : "", page.Quiet));
    }

    private string Standing(Claim claim)
    {
        var outlets = story.Outlets(claim.Supports.Select(s => s.Words.Article));
        var roots = claim.Roots.Count == 0 ? "no account tells where it has it from"
            : $"{Label.Count(claim.Roots.Count, "root")}: {CleanText.Of(string.Join(", ", claim.Roots))}";
        return (claim.Status == ClaimStatus.Unclear && claim.Roots.Count == 0 ? roots : $"{Label.Of(claim.Status)} · {roots}")
            + (outlets.Count > 1 ? $" · in {Label.Count(outlets.Count, "account")}: {Names(outlets)}" : "");
    }

    private static string Names(IReadOnlyList<string> outlets) =>
        string.Join(", ", outlets.Take(6)) + (outlets.Count > 6 ? $" and {outlets.Count - 6} more" : "");
}
