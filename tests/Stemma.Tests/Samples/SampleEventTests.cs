using System.Text.Json;
using Stemma.App.Evals;
using Stemma.Model;
using static Stemma.Tests.Samples.ExpectedEvent;

namespace Stemma.Tests.Samples;

/// <summary>
/// Each folder of <c>samples/</c> is run through the whole pipeline and held against its <c>expected.json</c>: adding a folder
/// adds these tests.
/// </summary>
public sealed class SampleEventTests
{
    private static readonly Dictionary<string, Task<SampleStories>> Runs = [];

    public static IEnumerable<TheoryDataRow<string>> Events => Names().Select(n => new TheoryDataRow<string>(n));

    [Theory, MemberData(nameof(Events))]
    public async Task Each_article_is_found_with_its_own_body(string name)
    {
        var (expected, run) = await LoadAsync(name);
        List<string> wrong = [];
        foreach (var (file, want) in Keyed(expected))
        {
            if (run.Find(file) is not { } article)
            {
                wrong.Add($"{file}: no article");
                continue;
            }
            var text = Fold(article.Text);
            // A dateline may stand before the first words.
            if (text.IndexOf(Fold(Word(want, "first_words")!), StringComparison.Ordinal) is < 0 or > 60)
            {
                wrong.Add($"{file}: begins «{text[..Math.Min(80, text.Length)]}»");
            }
            if (!text.EndsWith(Fold(Word(want, "last_words")!), StringComparison.Ordinal))
            {
                wrong.Add($"{file}: ends «{text[Math.Max(0, text.Length - 80)..]}»");
            }
        }
        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Events))]
    public async Task No_furniture_is_in_a_body(string name)
    {
        var (expected, run) = await LoadAsync(name);
        var bodies = Articles(run).Select(a => (a.Source, Text: Fold(a.Text))).ToList();
        var furniture = List(expected.Json, "furniture").Select(f => Fold(f.GetString()!));
        Assert.Empty(furniture.SelectMany(f => bodies
            .Where(b => b.Text.Contains(f, StringComparison.Ordinal))
            .Select(b => $"{Path.GetFileName(b.Source)}: {f}")));
    }

    [Theory, MemberData(nameof(Events))]
    public async Task Outlet_headline_names_and_time_are_those_of_the_page(string name)
    {
        var (expected, run) = await LoadAsync(name);
        List<string> wrong = [];
        foreach (var (file, want) in Keyed(expected))
        {
            if (run.Find(file) is { } article)
            {
                void Check(string what, string? wanted, string? found)
                {
                    if (!string.Equals(wanted, found, StringComparison.Ordinal))
                    {
                        wrong.Add($"{file}: {what} is «{wanted}», found «{found}»");
                    }
                }
                Check("outlet", Word(want, "outlet"), article.Outlet);
                Check("title", Fold(Word(want, "title")!), Fold(article.Title));
                Check("language", Word(want, "lang"), article.Language);
                Check("bylines", string.Join("; ", List(want, "bylines").Select(b => b.GetString())), string.Join("; ", article.Bylines));
                Check("published", Instant(Word(want, "published")!), article.Published is { } at ? Instant(at.ToString()) : null);
            }
        }
        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Events))]
    public async Task Accounts_of_one_event_are_one_story(string name)
    {
        var (expected, run) = await LoadAsync(name);
        var wanted = expected.Stories
            .Select(s => string.Join(", ", List(s, "files").Select(f => f.GetString()!.Replace("#1", "")).Order(StringComparer.Ordinal)));
        var found = run.Result.Briefs.Select(b => string.Join(", ", b.Story.Accounts
            .SelectMany(a => a.EarlierVersions.Append(a.Article))
            .Select(a => Path.GetFileName(a.Source).Replace("#1", ""))
            .Order(StringComparer.Ordinal)));
        Assert.Equal(wanted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Events))]
    public async Task Every_line_of_a_brief_stands_in_an_article(string name)
    {
        var (_, run) = await LoadAsync(name);
        Assert.All(run.Result.Briefs, BriefChecks.EveryLineIsVerbatim);
    }

    private static async Task<(ExpectedEvent Expected, SampleStories Run)> LoadAsync(string name)
    {
        var expected = Load(name);
        Task<SampleStories> run;
        lock (Runs)
        {
            if (!Runs.TryGetValue(name, out run!))
            {
                Runs[name] = run = SampleStories.ReadAsync(expected.Folder, CancellationToken.None);
            }
        }
        return (expected, await run);
    }

    // A page that holds several articles lists them in order: the second is "page.html#2".
    private static IEnumerable<(string File, JsonElement Article)> Keyed(ExpectedEvent expected) =>
        expected.Articles.GroupBy(a => Word(a, "file")!)
            .SelectMany(g => g.Select((a, i) => (g.Count() == 1 ? g.Key : $"{g.Key}#{i + 1}", a)));

    private static IEnumerable<Article> Articles(SampleStories run) =>
        run.Result.Briefs.SelectMany(b => b.Story.Accounts).SelectMany(a => a.EarlierVersions.Append(a.Article));

    private static string Instant(string iso) =>
        iso.Length == 10 ? iso : DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime.ToString("u");
}
