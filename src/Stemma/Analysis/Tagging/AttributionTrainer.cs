using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>One labelled attribution: spans of its parts in the article's text.</summary>
internal sealed record LabelledAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

/// <summary>
/// Learns an <see cref="AttributionModel"/> from articles with labelled attributions. The second pass learns from cues that models
/// of the other two thirds of the articles predict, so that it meets errors as it will in use (three-fold jackknife).
/// </summary>
internal sealed class AttributionTrainer(Func<string, CueFlags> lexicon)
{
    // Rows by the size of the data: from 59 articles 2^17 rows do as well as 2^19 and label faster; 840 articles need 2^19 (2026-11-24).
    private const int FewSentences = 10_000;
    private const int RowBitsForFew = 17;

    // what few sentences teach depends on their order
    private const int LearnersForFew = 5;
    private const int RowBitsForMany = 19;
    private const int Rounds = 6;
    private const int Folds = 3;

    private sealed record Example(AttributionFeatures Sentence, byte[] Cues, byte[] Contents, int Article);

    private readonly List<Example> _examples = [];
    private int _articles;

    /// <summary>Adds an article with what the rules found in it and what is right.</summary>
    public void Add(MarkedText text, ReadOnlySpan<byte> ruleLabels, IReadOnlyList<LabelledAttribution> gold)
    {
        var cues = new byte[text.Tokens.Length];
        var contents = new byte[text.Tokens.Length];
        // the larger content first: one inside another is not labelled
        foreach (var attribution in gold.OrderByDescending(a => a.Content.Sum(c => c.Length)))
        {
            Label(text, attribution.Content, contents, 3, 4, overwrite: false);
        }
        foreach (var attribution in gold)
        {
            Label(text, attribution.Cue, cues, 1, 2, overwrite: true);
            Label(text, attribution.Source, contents, 1, 2, overwrite: false);
        }
        foreach (var sentence in text.Sentences)
        {
            var length = sentence.Last - sentence.First;
            _examples.Add(new Example(new AttributionFeatures(text, sentence, ruleLabels, lexicon),
                cues.AsSpan(sentence.First, length).ToArray(), contents.AsSpan(sentence.First, length).ToArray(), _articles));
        }
        _articles++;
    }

    /// <summary>Learns from all articles added.</summary>
    public AttributionModel Train()
    {
        var rowBits = _examples.Count < FewSentences ? RowBitsForFew : RowBitsForMany;
        var learners = _examples.Count < FewSentences ? LearnersForFew : 1;
        var cueTrainer = new SequenceTrainer(AttributionModel.CueLabels, rowBits - 1, Rounds, learners);
        var predicted = new byte[_examples.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = cueTrainer.Train([.. _examples.Where(e => e.Article % Folds != fold).Select(e => (e.Sentence, e.Cues))]);
            for (var i = 0; i < _examples.Count; i++)
            {
                if (_examples[i].Article % Folds == fold)
                {
                    predicted[i] = model.Label(_examples[i].Sentence);
                }
            }
        }
        var cues = cueTrainer.Train([.. _examples.Select(e => (e.Sentence, e.Cues))]);
        for (var i = 0; i < _examples.Count; i++)
        {
            var labels = predicted[i];
            _examples[i].Sentence.SetCues(t => labels[t] != 0);
        }
        var contents = new SequenceTrainer(AttributionModel.ContentLabels, rowBits, Rounds, learners).Train([.. _examples.Select(e => (e.Sentence, e.Contents))]);
        return new AttributionModel(cues, contents);
    }

    private static void Label(MarkedText text, IReadOnlyList<TextSpan> spans, byte[] labels, byte begin, byte inside, bool overwrite)
    {
        foreach (var span in spans)
        {
            var first = true;
            for (var i = text.TokenAt(span.Start); i < text.Tokens.Length && text.Tokens[i].Start < span.End; i++)
            {
                if (!overwrite && labels[i] != 0)
                {
                    continue;
                }
                var startsSentence = i > 0 && text.SentenceOf[i] != text.SentenceOf[i - 1];
                labels[i] = first || startsSentence ? begin : inside;
                first = false;
            }
        }
    }
}
