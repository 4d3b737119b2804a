using System.Text.Json;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using static Stemma.App.Evals.GoldJson;

namespace Stemma.App.Evals;

/// <summary>Runs the pipeline over an event of <c>samples/</c> and reads what its <c>expected.json</c> says of it.</summary>
internal sealed class SampleStories
{
    private readonly Dictionary<string, Article> _byFile = new(StringComparer.Ordinal);
    private readonly Dictionary<ArticleId, Article> _latest = [];

    private SampleStories(PipelineResult result)
    {
        Result = result;
        foreach (var account in result.Briefs.SelectMany(b => b.Story.Accounts))
        {
            foreach (var article in account.EarlierVersions.Append(account.Article))
            {
                _byFile[Path.GetFileName(article.Source)] = article;
                _latest[article.Id] = account.Article;
            }
        }
    }

    public PipelineResult Result { get; }

    /// <summary>The stories of the event; those of which no account was found in one brief are left out.</summary>
    public IReadOnlyList<GoldStory> Stories { get; private set; } = [];

    public static async Task<SampleStories> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var fetcher = new DocumentFetcher(() => Stream.Null, null, TimeProvider.System, new FetchOptions());
        var result = await new Pipeline(fetcher, OutletRegistry.LoadBuiltIn()).RunAsync([folder], cancellationToken).ConfigureAwait(false);
        var samples = new SampleStories(result);
        using var expected = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "expected.json"), cancellationToken).ConfigureAwait(false));
        samples.Stories =
        [
            .. expected.RootElement.GetProperty("stories").EnumerateArray()
                .Select((s, i) => samples.ToGold($"{Path.GetFileName(folder)}#{i + 1}", s))
                .OfType<GoldStory>(),
        ];
        return samples;
    }

    /// <summary>The article read from a page, by its file name, with <c>#2</c> for the second of a page.</summary>
    public Article? Find(string file) => _byFile.GetValueOrDefault(file) ?? _byFile.GetValueOrDefault(file + "#1");

    private GoldStory? ToGold(string name, JsonElement story)
    {
        // Accounts are named by outlet; an outlet with two versions stands for the later one.
        Dictionary<string, Article> accounts = new(StringComparer.Ordinal);
        foreach (var file in story.GetProperty("files").EnumerateArray().Select(f => f.GetString()!))
        {
            if (Find(file) is { Outlet: { } outlet } article)
            {
                accounts[outlet] = _latest[article.Id];
            }
        }
        var brief = Result.Briefs
            .OrderByDescending(b => b.Story.Accounts.Count(a => accounts.ContainsValue(a.Article)))
            .FirstOrDefault(b => b.Story.Accounts.Any(a => accounts.ContainsValue(a.Article)));
        if (brief is null)
        {
            return null;
        }
        var members = brief.Story.Accounts.Select(a => a.Id).ToHashSet();
        Article? In(string outlet) => accounts.GetValueOrDefault(outlet) is { } a && members.Contains(a.Id) ? a : null;
        return new GoldStory
        {
            Name = name,
            Brief = brief,
            Links =
            [
                .. Each(story, "links")
                    .Where(l => In(Word(l, "from")) is not null)
                    .Select(l => (In(Word(l, "from"))!.Id, Word(l, "to"), Word(l, "kind"))),
            ],
            FirstHand = story.GetProperty("first_hand").EnumerateObject()
                .Where(p => In(p.Name) is not null)
                .ToDictionary(p => In(p.Name)!.Id, p => Enum.Parse<FirstHand>(p.Value.GetString()!, ignoreCase: true)),
            Roots = [.. Each(story, "roots").Select(r => r.GetString()!)],
            Claims =
            [
                .. Each(story, "claims").Select(c => (
                    WordsOf(c, In),
                    c.TryGetProperty("independent_roots", out var roots) ? roots.GetInt32() : (int?)null,
                    (string?)Word(c, "status"))),
            ],
            Utterances = [.. Each(story, "utterances").Select(u => WordsOf(u, In))],
            Statements =
            [
                .. Each(story, "statements")
                    .Select(s => (Kind: ParseKind(Word(s, "kind")), Words: FindWords(In(Word(s, "outlet")), Word(s, "words"))))
                    .Where(s => s.Words is not null)
                    .Select(s => (s.Kind, s.Words!.Value)),
            ],
            Differences =
            [
                .. Each(story, "differences")
                    .Select(d => (d.GetProperty("outright").GetBoolean(), WordsOf(d, In)))
                    .Where(d => d.Item2.Count > 1),
            ],
        };
    }

    private static StatusKind ParseKind(string kind) => kind switch
    {
        "denied" => StatusKind.Denied,
        "confirmed" => StatusKind.Confirmed,
        _ => StatusKind.Declined,
    };

    private static IReadOnlyList<Evidence> WordsOf(JsonElement item, Func<string, Article?> accountOf) =>
    [
        .. item.GetProperty("words").EnumerateObject()
            .Select(p => FindWords(accountOf(p.Name), p.Value.GetString()!))
            .OfType<Evidence>(),
    ];

    private static Evidence? FindWords(Article? article, string words)
    {
        var at = article?.Text.IndexOf(words, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : new Evidence(article!.Id, new TextSpan(at, at + words.Length));
    }
}
