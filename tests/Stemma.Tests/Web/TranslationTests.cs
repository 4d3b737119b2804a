using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Stemma.App.Serving;
using Stemma.App.Ui.Shell;

namespace Stemma.Tests.Web;

/// <summary>The interface in each language: whole, consistent, and nothing of it left in English.</summary>
public sealed partial class TranslationTests
{
    private static readonly string[] Spoken = ["aria-label", "placeholder", "title", "alt"];

    [GeneratedRegex(@"\{(?<number>\d)(~?)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Gap { get; }

    [GeneratedRegex("""[Tt](?:exts)?\["(?<name>[a-z]+(\.[A-Za-z]+)*)"\]|\.(?:Of|Count)\("(?<name>[a-z]+(\.[A-Za-z]+)*)",""", RegexOptions.ExplicitCapture)]
    private static partial Regex Asked { get; }

    [Theory]
    [InlineData("Ui/texts.tsv", 1)]
    [InlineData("Ui/explanations.tsv", 0)]
    public void Every_text_stands_in_every_language_with_the_same_gaps_and_once(string table, int firstLanguage)
    {
        var lines = Asset.ResourceText(table).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').ToList();
        Assert.Equal(["en", "de", "es", "fr"], lines[0].Split('\t')[firstLanguage..]);
        Assert.Equal(lines.Count, lines.Select(l => l.Split('\t')[0]).Distinct().Count());
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split('\t')[firstLanguage..];
            Assert.True(cells.Length == 4, line);
            // A plural's ending has nothing to stand for in another language.
            Assert.True(line.StartsWith("~s\t", StringComparison.Ordinal) || cells.All(c => c.Length > 0), line);
            // What a fragment fills may be left out, and the one of a singular told in a word.
            Assert.All(cells.Skip(1), c => Assert.Subset(Gaps(cells[0]).ToHashSet(), Gaps(c).ToHashSet()));
            Assert.All(cells.Skip(1), c => Assert.True(line.Split('\t')[0].EndsWith(".one", StringComparison.Ordinal)
                || Gaps(Gap.Replace(cells[0], m => m.Value.Contains('~', StringComparison.Ordinal) ? "" : m.Value)).All(g => Gaps(c).Contains(g)), line));
            Assert.All(cells, c => Assert.Equal(cells[0].Count('|'), c.Count('|')));
        }

        static IEnumerable<string> Gaps(string cell) => Gap.Matches(cell).Select(m => m.Groups["number"].Value).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Every_text_that_the_sources_name_is_there()
    {
        var names = TextTable.Shared.English.Names.ToHashSet();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Stemma.App"), "*.*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)) && !f.Contains("obj", StringComparison.Ordinal)))
        {
            foreach (var name in Asked.Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value).Where(n => !n.StartsWith("stemma.", StringComparison.Ordinal) && n is not ("reader.js" or "icon.svg")))
            {
                Assert.True(names.Contains(name) || names.Contains(name + ".one") || names.Any(n => n.StartsWith(name + ".", StringComparison.Ordinal)), $"{file}: {name}");
            }
        }
    }

    [Fact]
    public async Task Every_explanation_of_the_samples_has_its_wording_in_every_language()
    {
        await using var app = await WebApp.WithSamplesAsync("border-memo", "harbour-ferry", "klaerwerk", "two-councils");
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var story in await app.Store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 50, TestContext.Current.CancellationToken))
        {
            using var json = JsonDocument.Parse((await app.GetAsync($"/stories/{story.Id}/story.json")).Body);
            Collect(json.RootElement, texts);
        }
        foreach (var line in await app.Store.ArticlesAsync(new Stemma.Storage.ArticleFilter { Limit = 60 }, default, TestContext.Current.CancellationToken))
        {
            var stored = (await app.Store.ArticleAsync(line.Id, default, TestContext.Current.CancellationToken))!;
            texts.UnionWith(stored.Analysis!.Quotes.Select(q => q.Explanation.Text).Concat(stored.Analysis.Citations.Select(c => c.Explanation.Text))
                .Concat(stored.Analysis.Dates.Select(d => d.Explanation.Text)).Concat(stored.Analysis.FirstHandSigns.Select(s => s.Explanation.Text)));
        }
        Assert.True(texts.Count > 300, $"{texts.Count}");
        foreach (var language in new[] { "de", "es", "fr" })
        {
            var left = texts.Where(t => ExplanationWords.Shared.In(language, Stemma.App.Ui.CleanText.Of(t)) is null).ToList();
            Assert.True(left.Count == 0, $"{language}: {left.Count}: {string.Join(" | ", left.Take(5))}");
        }
    }

    [Fact]
    public async Task A_page_in_German_shows_no_English_text_of_the_interface()
    {
        await using var app = await WebApp.WithSamplesAsync("border-memo", "klaerwerk");
        await app.PostAsync("/feeds", "address=news.example%2Ffeed&folder=Blicke");
        var (english, german) = (TextTable.Shared.English, TextTable.Shared.For("de", ""));
        var phrases = english.Names.Where(n => english[n] != german[n] && english[n].Count(char.IsLetter) > 3 && !n.StartsWith("lang.", StringComparison.Ordinal))
            .Select(n => (Name: n, Form: new Regex("^" + Gap.Replace(Regex.Escape(english[n]).Replace(@"\{", "{", StringComparison.Ordinal), ".{1,80}?") + "$")))
            .ToList();
        foreach (var path in await AllPages.AddressesAsync(app))
        {
            var answer = await app.GetAsync(path, accept: "de");
            if (!answer.Headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal) || answer.Headers.ContentDisposition.Count > 0)
            {
                continue;
            }
            foreach (var text in OfTheInterface(answer.Page))
            {
                var left = phrases.Where(p => p.Form.IsMatch(text)).Select(p => p.Name).ToList();
                Assert.True(left.Count == 0, $"{path}: “{text}” is English: {string.Join(", ", left)}");
            }
            Assert.Empty(answer.Page.QuerySelectorAll(".proof > p:first-child > [lang=en]:not(q)"));
        }
    }

    [Fact]
    public void Every_failure_and_every_reason_of_an_interval_has_its_wording()
    {
        List<string> texts = ["in 3 h: 12 postings in 4 days", "in 2 days: its publisher asks for this much time (ttl)", "in 15 min: when it posts is not known", "unchanged"];
        foreach (var kind in Enum.GetValues<Stemma.Model.FailureKind>().Where(k => k is not (Stemma.Model.FailureKind.NotFound or Stemma.Model.FailureKind.NoPermission or Stemma.Model.FailureKind.Unreadable)))
        {
            texts.Add(Stemma.Model.FailureKindSentences.Sentence(kind, null));
            texts.Add(Stemma.Model.FailureKindSentences.Sentence(kind, "status 503"));
            texts.Add($"in 1 h 20 min: it failed 3 times in a row: {Stemma.Model.FailureKindSentences.Sentence(kind, null)}");
        }
        Assert.All(texts, t => Assert.NotNull(ExplanationWords.Shared.In("de", t)));
        Assert.Equal("ist leer; nichts zu lesen (status 200)", ExplanationWords.Shared.In("de", "is empty; nothing to read (status 200)"));
        Assert.Null(ExplanationWords.Shared.In("de", "A sentence that no step of the engine says."));
        Assert.Null(ExplanationWords.Shared.In("it", "is empty; nothing to read"));
    }

    // What is not an outlet's: text outside of passages and names, and what is read aloud.
    private static IEnumerable<string> OfTheInterface(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll("q, .said, cite, .rule, code, mark, [lang]:not(html), script, style, .id, option"))
        {
            element.Remove();
        }
        foreach (var element in page.All)
        {
            foreach (var text in element.ChildNodes.OfType<IText>().Select(t => t.Text.Trim()).Concat(
                Spoken.Select(a => element.GetAttribute(a)?.Trim() ?? "")))
            {
                if (text.Length > 3)
                {
                    yield return text;
                }
            }
        }
    }

    private static void Collect(JsonElement element, SortedSet<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (element.TryGetProperty("rule", out _) && element.TryGetProperty("text", out var text))
                {
                    texts.Add(text.GetString()!);
                }
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, texts);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, texts);
                }
                break;
        }
    }
}
