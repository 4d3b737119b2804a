using System.Globalization;
using Stemma.Clustering;

namespace Stemma.App.Evals;

/// <summary>
/// Learns when two articles tell of one event, from the earlier half in time of each labelled stream: <c>stemma train
/// clustering</c>. What it writes is a weight for each of some twenty likenesses: no term of any text.
/// </summary>
internal sealed class ClusteringTraining(TextWriter output)
{
    private const double Penalty = 0.5;
    private const int EasyNegatives = 8;
    private const int EasyRange = 60;
    private const double EasyImportance = 0.5;
    private const int TitleHiddenOneIn = 4;
    /// <summary>How much the graded pairs of one language count, beside the streams of <see cref="Streams"/>.</summary>
    private const double GradedShare = 300;

    /// <summary>How much those of two languages count.</summary>
    private const double AcrossShare = 100;

    private const float MostAgainstOneOutlet = -3;

    /// <summary>Without times a set of pages was mostly picked by a person: better one story too few than too many.</summary>
    private const float UndatedLeniency = 0.5f;

    private static readonly int SameOutlet = Array.IndexOf(PairFeatures.Names, "same_outlet");
    private static readonly int DaysApart = Array.IndexOf(PairFeatures.Names, "days_apart");

    /// <summary>How much each stream counts. ECB+ dates are those of retellings, so only its undated side is learned from.</summary>
    private static readonly (string File, string? Between, double Share, bool TimesTell)[] Streams =
    [
        ("allsides.jsonl", "allsides.background.docs.jsonl", 1000, true),
        ("allsides2021.jsonl", null, 300, true),
        ("basil.jsonl", null, 100, true),
        ("ecbplus.jsonl", null, 500, false),
    ];

    // Wider than in use: the model must see the unlikely pairs that the stream never compares.
    private readonly ClusteringOptions _options = new() { LeastShared = 0, LookupTerms = 80, LongestLookup = 800 };
    private readonly Random _random = new(5);

    /// <summary>Trains and writes the table.</summary>
    /// <returns>0 if done, 1 if the folder holds no labelled streams.</returns>
    public int Run(DirectoryInfo data, FileInfo target)
    {
        List<PairExample> dated = [];
        List<PairExample> undated = [];
        foreach (var (file, between, share, timesTell) in Streams)
        {
            if (!File.Exists(Path.Combine(data.FullName, file)))
            {
                output.WriteLine($"{file} is not in the folder; unpack it first.");
                return 1;
            }
            foreach (var example in ReadStream(data, file, between, share))
            {
                if (timesTell)
                {
                    AddWithAndWithoutTitle(dated, example);
                }
                var untimed = example with { Features = [.. example.Features] };
                PairFeatures.HideTime(untimed.Features);
                AddWithAndWithoutTitle(undated, untimed);
            }
        }
        var graded = GradedPairs.Read(data, "semeval_mt_pairs.jsonl", _options);
        graded = graded[..(graded.Count / 2)];
        undated.AddRange(Graded(graded.FindAll(static p => !PairFeatures.IsAcross(p.A.Weighted, p.B.Weighted)), GradedShare));
        List<PairExample> headlines = [.. ReadStream(data, "uci_titles.jsonl", null, 500)];
        var weights = new PairWeights
        {
            Dated = Fit(dated),
            Undated = Fit(undated),
            Headlines = Fit(headlines),
            Across = FitAcross(graded),
        };
        SoftenOutlet(weights.Dated);
        SoftenOutlet(weights.Undated);
        weights.Undated[^1] += UndatedLeniency;
        weights.Across[DaysApart] = weights.Dated[DaysApart] / 2; // the graded pairs tell no times
        using var writer = new StreamWriter(target.FullName) { NewLine = "\n" };
        weights.Write(writer, "Learned by stemma train clustering from the earlier half of labelled streams; see docs/design-notes.md.");
        return 0;
    }

    private static float[] Fit(List<PairExample> examples) =>
        [.. PairTrainer.Fit([.. examples.Select(e => (e.Features, e.Belongs, e.Importance))], Penalty).Select(w => (float)w)];

    /// <summary>
    /// The streams that were labelled take one article of each outlet, by construction; real outlets do write two on one
    /// event. So what two of one outlet cost is bounded.
    /// </summary>
    private static void SoftenOutlet(float[] weights) =>
        weights[SameOutlet] = Math.Max(weights[SameOutlet], MostAgainstOneOutlet);

    private void AddWithAndWithoutTitle(List<PairExample> examples, PairExample example)
    {
        examples.Add(example);
        if (_random.Next(TitleHiddenOneIn) == 0)
        {
            var untitled = example with { Features = [.. example.Features] };
            PairFeatures.HideTitle(untitled.Features, true);
            examples.Add(untitled);
        }
    }

    /// <summary>Pairs of labelled articles: those the index brings together, and some of the same days at random.</summary>
    private List<PairExample> ReadStream(DirectoryInfo data, string file, string? between, double share)
    {
        var stream = LabelledStream.Read(data, file, between);
        var reader = new StoryClusterer(_options);
        var window = new StreamWindow(_options, BackgroundFrequencies.LoadBuiltIn());
        var half = stream.Count(a => a.Story is not null) / 2;
        List<(OpenArticle Article, string Story)> labelled = [];
        Dictionary<int, string> stories = [];
        List<PairExample> examples = [];
        foreach (var (article, story) in stream)
        {
            var (entered, neighbours) = window.Enter(reader.Read(article));
            if (story is null || labelled.Count >= half)
            {
                continue;
            }
            foreach (var neighbour in neighbours.Where(n => stories.ContainsKey(n.Slot)))
            {
                examples.Add(PairExample.Of(entered, neighbour, stories[neighbour.Slot] == story, 1));
            }
            var near = labelled.TakeLast(EasyRange).ToList();
            for (var i = 0; i < EasyNegatives && near.Count > 0; i++)
            {
                var (other, otherStory) = near[_random.Next(near.Count)];
                if (otherStory != story && !neighbours.Contains(other))
                {
                    examples.Add(PairExample.Of(entered, other, false, EasyImportance));
                }
            }
            labelled.Add((entered, story));
            stories[entered.Slot] = story;
        }
        var same = examples.Count(e => e.Belongs);
        output.WriteLine($"{file}: {examples.Count} pairs, {same} of one event");
        return [.. examples.Select(e => e with { Importance = e.Importance * share / same })];
    }

    /// <summary>A pair of grade 1 belongs, one of 4 does not; one of 2 counts as two thirds of a pair that belongs and a third that does not.</summary>
    private static List<PairExample> Graded(List<(OpenArticle A, OpenArticle B, double Likeness, string Languages)> pairs, double share)
    {
        var each = share / pairs.Sum(static p => (4 + p.Likeness) / 3);
        List<PairExample> examples = [];
        foreach (var (a, b, likeness, _) in pairs)
        {
            examples.Add(PairExample.Of(a, b, true, each * (4 + likeness) / 3));
            examples.Add(PairExample.Of(a, b, false, each * (-1 - likeness) / 3));
        }
        return examples;
    }

    private float[] FitAcross(List<(OpenArticle A, OpenArticle B, double Likeness, string Languages)> graded)
    {
        var across = graded.FindAll(static p => PairFeatures.IsAcross(p.A.Weighted, p.B.Weighted));
        var examples = Graded(across, AcrossShare);
        for (var i = 0; i < across.Count * EasyNegatives; i++)
        {
            var (a, b) = (across[i % across.Count].A, across[_random.Next(across.Count)].B);
            if (a != across[i % across.Count].A || b != across[i % across.Count].B)
            {
                examples.Add(PairExample.Of(a, b, false, EasyImportance));
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"across languages: {examples.Count} pairs"));
        return Fit(examples);
    }
}
