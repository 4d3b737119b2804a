using System.Text.Json;
using Stemma.Analyzing;
using Stemma.App.Json;
using Stemma.Briefing;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Tracing;
using static Stemma.App.Evals.GoldJson;

namespace Stemma.App.Evals;

/// <summary>
/// Events annotated by us on articles that are not ours: the annotation holds ids and offsets, the texts are read from the
/// labelled data. Their accounts are taken as given, so that clustering and extraction do not count here.
/// </summary>
internal sealed class AnnotatedStories
{
    private readonly Dictionary<string, Article> _articles = new(StringComparer.Ordinal);
    private readonly OutletRegistry _outlets = OutletRegistry.LoadBuiltIn();

    /// <summary>The events of a split (<c>dev</c> to <c>dev4</c>, <c>test</c> to <c>test3</c>); empty where the texts are not at hand.</summary>
    /// <param name="annotations">Folder of the annotations.</param>
    /// <param name="texts">Folder of the labelled articles.</param>
    /// <param name="split">Which events.</param>
    public IReadOnlyList<GoldStory> Read(string annotations, string texts, string split)
    {
        if (!Directory.Exists(annotations) || !Directory.Exists(texts))
        {
            return [];
        }
        var events = Directory.GetFiles(annotations, "*.json").Order(StringComparer.Ordinal)
            .Select(f => (Name: Path.GetFileNameWithoutExtension(f), Json: JsonDocument.Parse(File.ReadAllBytes(f)).RootElement))
            .Where(e => e.Json.TryGetProperty("split", out var s) && s.GetString() == split)
            .ToList();
        if (events.SelectMany(e => Each(e.Json, "articles")).Any(a => !File.Exists(Path.Combine(texts, Word(a, "file")))))
        {
            return [];
        }
        LoadArticles(texts, events.Select(e => e.Json));
        return [.. events.Select(e => ToGold(e.Name, e.Json))];
    }

    /// <summary>The stories of a batch: accounts with verdicts only; null where their texts are not at hand.</summary>
    public IReadOnlyList<GoldStory>? ReadBatch(JsonElement batch, string texts)
    {
        var stories = Each(batch, "stories").ToList();
        if (stories.SelectMany(s => Each(s, "articles")).Any(a => !File.Exists(Path.Combine(texts, Word(a, "file")))))
        {
            return null;
        }
        LoadArticles(texts, stories);
        return [.. stories.Select(s => ToGold(Word(s, "story"), s))];
    }

    private void LoadArticles(string texts, IEnumerable<JsonElement> events)
    {
        var wanted = events.SelectMany(e => Each(e, "articles"))
            .Select(a => (File: Word(a, "file"), Id: Word(a, "id")))
            .ToHashSet();
        foreach (var file in wanted.Select(w => w.File).Distinct().Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(Path.Combine(texts, file)))
            {
                var input = JsonSerializer.Deserialize(line, StemmaJson.Readable.ArticleInput)!;
                if (wanted.Contains((file, input.Id!)))
                {
                    _articles[input.Id!] = input.ToArticle();
                }
            }
        }
    }

    private GoldStory ToGold(string name, JsonElement json)
    {
        var articles = Each(json, "articles").Select(a => _articles[Word(a, "id")]).ToList();
        var known = _outlets.With(articles.Select(a => a.Outlet).OfType<string>());
        var analyzer = new ArticleAnalyzer(known);
        var story = new Story(
            new StoryId(articles[0].Id.Value),
            [
                .. articles.OrderBy(a => a.SortTime).ThenBy(a => a.Id).Select(a => new Account
                {
                    Article = a,
                    Analysis = analyzer.Analyze(a),
                    Assignment = new Explanation("eval.given", "Given by the annotation.", null, []),
                }),
            ]);
        var brief = new BriefWriter(known).Brief(story, new LineageTracer(known).Trace(story));
        string NameOf(string outletOrId) => _articles.TryGetValue(outletOrId, out var article) ? article.OutletLabel
            : known.FindByName(outletOrId)?.Name ?? outletOrId;
        return new GoldStory
        {
            Name = name,
            Brief = brief,
            IsComplete = true,
            RootsOfTheNewsOnly = true,
            Links =
            [
                .. Each(json, "links").Select(l => (_articles[Word(l, "from")].Id, NameOf(Word(l, "to")), Word(l, "kind"))),
                .. Each(json, "copies").Select(l => (_articles[Word(l, "from")].Id, NameOf(Word(l, "to")), "copies")),
            ],
            FirstHand = Each(json, "first_hand").ToDictionary(
                f => _articles[Word(f, "article")].Id,
                f => Enum.Parse<FirstHand>(Word(f, "verdict"), ignoreCase: true)),
            Roots = [.. Each(json, "roots_of_the_news").Select(r => r.GetString()!).Select(r => r == GoldStory.Public ? r : NameOf(r))],
            Claims = [.. Each(json, "claims").Select(c => (Members(c), (int?)null, (string?)Word(c, "status")))],
            JudgedPairs = [.. Each(json, "same").Select(p => Pair(p, true)), .. Each(json, "other").Select(p => Pair(p, false))],
            Utterances = [.. Each(json, "utterances").Select(Members)],
            Statements =
            [
                .. Each(json, "statements").Select(s => (
                    Word(s, "kind") switch
                    {
                        "denied" => StatusKind.Denied,
                        "confirmed" => StatusKind.Confirmed,
                        "no_response" => StatusKind.NoResponse,
                        _ => StatusKind.Declined,
                    },
                    At(s))),
            ],
            Differences = [.. Each(json, "differences").Select(d => (d.GetProperty("outright").GetBoolean(), Members(d)))],
        };
    }

    private IReadOnlyList<Evidence> Members(JsonElement item) => [.. Each(item, "members").Select(At)];

    // [article, start, end, article, start, end]
    private (Evidence A, Evidence B, bool IsSame) Pair(JsonElement item, bool isSame)
    {
        return (Side(0), Side(3), isSame);
        Evidence Side(int at) => new(_articles[item[at].GetString()!].Id, new TextSpan(item[at + 1].GetInt32(), item[at + 2].GetInt32()));
    }

    private Evidence At(JsonElement item) => new(
        _articles[Word(item, "article")].Id,
        new TextSpan(item.GetProperty("start").GetInt32(), item.GetProperty("end").GetInt32()));
}
