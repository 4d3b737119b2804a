using Stemma.Model;
using Stemma.Outlets;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>The German rules, in the order they run.</summary>
internal sealed class GermanLanguage(Gazetteer gazetteer) : ILanguage
{
    private readonly GermanLexicon _lexicon = new();
    private readonly Tokenizer _tokenizer = new(GermanTokens.Rules);
    private readonly SentenceSplitter _splitter = new(GermanTokens.Rules);
    private readonly PosTagger _tagger = new(WordLists.Model("Analysis/German/pos.model"));
    private readonly PronounRules _pronouns = new(WordLists.Of("er ihm"), WordLists.Of("sie ihr"), WordLists.Of("man"), WordLists.Of("ich wir"));

    public string Code => "de";

    public MarkedText Read(Article article) => new(article, _tokenizer, _splitter, _tagger);

    public Analysis Analyze(MarkedText text, OutletRegistry outlets)
    {
        var names = new NameFinder(GermanNames.Rules(_lexicon), gazetteer, outlets).Find(text);
        var sources = new GermanSources(text, names, _lexicon);
        var finder = new GermanCues(text, _lexicon, sources);
        var cues = new IReadOnlyList<Cue>[text.Sentences.Length];
        for (var s = 0; s < cues.Length; s++)
        {
            cues[s] = finder.Find(text.Sentences[s]);
        }
        var statements = new GermanStatements(text, _lexicon, cues).Find();
        new SpeakerResolver(text, names, _pronouns).Resolve(statements);
        return new Analysis
        {
            Article = text.Article.Id,
            Sentences = [.. text.Sentences.Select(s => new Sentence(text.Span(s.First, s.Last), s.Paragraph, Modality.Asserted, null))],
            Mentions = [.. names.Mentions.Select(m => new Mention(text.Span(m.First, m.Last), m.Kind, m.Name))],
            Quotes = QuoteWriter.Write(text, statements),
        };
    }
}
