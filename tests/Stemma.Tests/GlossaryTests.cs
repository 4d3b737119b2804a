using System.Text.RegularExpressions;
using Stemma.Model;

namespace Stemma.Tests;

/// <summary>The words of the documentation are the words of the code.</summary>
public sealed partial class GlossaryTests
{
    [Fact]
    public void Every_type_the_glossary_names_exists()
    {
        var known = typeof(Article).Assembly.GetExportedTypes().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var named = Bold().Matches(Page("glossary.md")).Select(m => m.Groups["type"].Value).ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, n => !known.Contains(n));
    }

    [Fact]
    public void Every_claim_status_and_link_kind_is_in_the_glossary()
    {
        var glossary = Page("glossary.md").Replace(" ", "", StringComparison.Ordinal);
        Assert.All(
            Enum.GetNames<ClaimStatus>().Concat(Enum.GetNames<SourceLinkKind>()).Concat(Enum.GetNames<Modality>()),
            name => Assert.Contains(name, glossary, StringComparison.OrdinalIgnoreCase));
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", name));

    [GeneratedRegex(@"\*\*(?<type>[A-Z]\w+)\*\*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bold();
}
