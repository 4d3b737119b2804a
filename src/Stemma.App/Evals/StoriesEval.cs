namespace Stemma.App.Evals;

/// <summary>Scores lineage and brief: on the samples, and on annotated events where their texts are at hand.</summary>
internal static class StoriesEval
{
    private const string Agreement = "agreement";
    private static readonly string[] Splits = ["dev", "dev2", "dev3", "dev4", "test", "test2", "test3"];

    public static Eval Create() => new(
        "stories",
        "lineage, claims, utterances, statements, differences; --data samples, or a folder with annotated events' texts",
        Run);

    private static IReadOnlyList<EvalFigure> Run(EvalRequest request)
    {
        List<EvalFigure> figures = [];
        var samples = request.Data.GetDirectories()
            .Where(d => File.Exists(Path.Combine(d.FullName, "expected.json")))
            .OrderBy(d => d.Name, StringComparer.Ordinal)
            .Where(d => request.Filter is null || d.Name == request.Filter)
            .ToList();
        if (samples.Count > 0)
        {
            var scorer = new StoryScorer(request.Output, request.Errors);
            foreach (var folder in samples)
            {
                var read = SampleStories.ReadAsync(folder.FullName, CancellationToken.None).GetAwaiter().GetResult();
                foreach (var story in read.Stories)
                {
                    scorer.Add(story);
                }
            }
            figures.AddRange(scorer.Figures("stories.samples"));
        }
        // The annotations travel with the repository; the texts they speak of do not.
        var annotations = Path.Combine("evals", "stories");
        foreach (var split in Splits.Where(s => request.Filter is null || request.Filter == s))
        {
            var stories = new AnnotatedStories().Read(annotations, request.Data.FullName, split);
            if (samples.Count > 0 || stories.Count == 0)
            {
                continue;
            }
            var scorer = new StoryScorer(request.Output, split.StartsWith("test", StringComparison.Ordinal) ? 0 : request.Errors);
            foreach (var story in stories)
            {
                scorer.Add(story);
            }
            figures.AddRange(scorer.Figures("stories." + split));
        }
        if (request.Filter == Agreement)
        {
            figures.AddRange(AgreementOf(annotations, request.Data.FullName));
        }
        return figures;
    }

    private static IEnumerable<EvalFigure> AgreementOf(string annotations, string texts)
    {
        var agreement = new AnnotatorAgreement();
        var isAny = false;
        foreach (var split in Splits)
        {
            var seconds = new AnnotatedStories().Read(Path.Combine("evals", "second"), texts, split);
            var firsts = seconds.Count == 0 ? [] : new AnnotatedStories().Read(annotations, texts, split).ToDictionary(static s => s.Name);
            foreach (var second in seconds)
            {
                agreement.Add(firsts[second.Name], second);
                isAny = true;
            }
        }
        return isAny ? agreement.Figures() : [];
    }
}
