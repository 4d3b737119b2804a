using System.Diagnostics;
using System.Globalization;
using Stemma.Extraction;
using Stemma.Extraction.Html;
using Stemma.Extraction.Learning;
using Stemma.Outlets;

namespace Stemma.App.Evals;

/// <summary>
/// Learns which title and which authors of those that a page offers are the article's: <c>stemma train metadata</c>.
/// Besides the model for use, it writes one for each fold of hosts, by which evaluation judges the pages left out.
/// </summary>
internal sealed class MetadataTraining(TextWriter output)
{
    private const string Set = "wcxb_dev";

    // Candidates are few and pages of one kind many: small trees. Out of fold, 2026-11-24.
    private static readonly BoostingOptions Options = new() { Trees = 200, Leaves = 8, Rate = 0.05, LeafWeight = 2, FeatureShare = 0.25 };

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly LabelledCandidates _titles = new(TitleFeatures.Count);
    private readonly LabelledCandidates _authors = new(AuthorFeatures.Count);

    /// <summary>Trains, reports the out-of-fold figures, and writes <c>metadata.model</c> and <c>metadata-N.model</c>.</summary>
    /// <returns>0 if done, 1 if the folder holds no labelled pages.</returns>
    public int Run(DirectoryInfo data, DirectoryInfo target)
    {
        Load(data);
        if (_titles.Pages == 0)
        {
            output.WriteLine("No labelled pages are in the folder; unpack them first.");
            return 1;
        }
        Say($"{_titles.Pages} pages, {_titles.Rows} titles and {_authors.Rows} readings of authors to choose from");
        target.Create();
        for (var fold = 0; fold <= ExtractionTraining.Folds; fold++)
        {
            var name = fold == ExtractionTraining.Folds ? "metadata.model" : $"metadata-{fold}.model";
            using var file = File.Create(Path.Combine(target.FullName, name));
            using var writer = new BinaryWriter(file);
            foreach (var candidates in (LabelledCandidates[])[_titles, _authors])
            {
                var bytes = candidates.Train(Options, fold);
                writer.Write(bytes.Length);
                writer.Write(bytes);
                candidates.Judge(bytes, fold);
            }
        }
        _titles.Report("titles", Say);
        _authors.Report("authors", Say);
        return 0;
    }

    private static (float[] Numbers, bool IsRight, bool IsOpen) Row(float[] numbers, IReadOnlyList<string> truth, IReadOnlyList<string> names)
    {
        var isRight = truth.Count > 0 && AuthorTruth.Agrees(truth, names);
        return (numbers, isRight, !isRight && AuthorTruth.MayAgree(truth, names));
    }

    private void Load(DirectoryInfo data)
    {
        var registry = OutletRegistry.LoadBuiltIn();
        var metadata = new MetadataReader(registry);
        foreach (var page in ExtractionTruth.ReadSet(data, Set))
        {
            var document = ExtractionEval.Document(page);
            var tree = HtmlParser.Parse(PageDecoder.Decode(document.Content.Span, null));
            var blocks = BlockReader.Read(tree, document.Url);
            var sources = metadata.Gather(tree, blocks, document.Url);
            var fold = ExtractionSample.FoldOf(page.Url, ExtractionTraining.Folds);
            if (!string.IsNullOrWhiteSpace(page.Title))
            {
                var truth = ExtractionMetric.Fold(page.Title);
                var titles = new TitleCandidates(tree, sources.Meta, sources.Structured).Read();
                var numbers = new TitleFeatures(sources, titles);
                _titles.Add(fold, true, titles.Select(t => (numbers.Of(t), ExtractionMetric.Fold(t.Text) == truth, false)));
            }
            var authors = new CreditReader(registry).Gather(sources).Candidates;
            var features = new AuthorFeatures(blocks, sources.TitleBlock, authors, sources.Site);
            _authors.Add(fold, page.Authors.Count > 0,
                authors.Select(a => Row(features.Of(a), page.Authors, a.Names)));
            // Learned from once more as if nothing were declared: pages without metadata are rare here, and not elsewhere.
            var visible = new CreditReader(registry).Gather(sources, isDeclaredRead: false).Candidates;
            var seen = new AuthorFeatures(blocks, sources.TitleBlock, visible, sources.Site);
            _authors.Add(fold, page.Authors.Count > 0,
                visible.Select(a => Row(seen.Of(a), page.Authors, a.Names)), isJudged: false);
        }
    }

    private void Say(string line) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,6:0.0} s  {line}"));
}
