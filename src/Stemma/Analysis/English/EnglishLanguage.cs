using Stemma.Model;
using Stemma.Outlets;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>The English rules, in the order they run.</summary>
internal sealed class EnglishLanguage(Gazetteer gazetteer) : ILanguage
{
    private readonly EnglishLexicon _lexicon = new();
    private readonly Tokenizer _tokenizer = new(EnglishTokens.Rules);
    private readonly SentenceSplitter _splitter = new(EnglishTokens.Rules);
    private readonly PosTagger _tagger = new(WordLists.Model("Analysis/English/pos.model"));
    private readonly PronounRules _pronouns = new(WordLists.Of("he him"), WordLists.Of("she her"), WordLists.Of("they"), WordLists.Of("i we"));

    public string Code => "en";

    public MarkedText Read(Article article) => new(article, _tokenizer, _splitter, _tagger);

    public Analysis Analyze(MarkedText text, OutletRegistry outlets)
    {
        var names = new NameFinder(EnglishNames.Rules(_lexicon), gazetteer, outlets).Find(text);
        // before anything else takes an unknown name for a person
        var references = new OutletReferences(text, names, outlets, new SelfNames(text.Article, outlets), EnglishPress.Words);
        var sources = new EnglishSources(text, names, _lexicon);
        var finder = new EnglishCues(text, names, _lexicon, sources);
        var cues = new IReadOnlyList<Cue>[text.Sentences.Length];
        for (var s = 0; s < cues.Length; s++)
        {
            cues[s] = finder.Find(text.Sentences[s]);
        }
        var statements = new EnglishQuoted(text, sources, cues).Find();
        new EnglishIndirect(text, _lexicon, cues).AddTo(statements);
        var resolver = new SpeakerResolver(text, names, _pronouns);
        resolver.Resolve(statements);
        new EnglishSettings(text, _lexicon, sources).AddTo(statements);
        var statuses = new EnglishStatuses(text, sources, resolver, references).Find();
        var citations = new EnglishCitations(text, names, _lexicon, sources, cues, statements, references).Find();
        var signs = new EnglishFirstHand(text, sources, resolver, references, statuses, cues).Find();
        var dates = new EnglishDates(text).Find();
        var amounts = new EnglishAmounts(text, dates).Find();
        return new Analysis
        {
            Article = text.Article.Id,
            Sentences = new ModalityJudge(text, statements, citations, statuses, dates, EnglishModality.Words).Judge(),
            Mentions = [.. names.Mentions.Select(m => new Mention(text.Span(m.First, m.Last), m.Kind, m.Name))],
            Quotes = QuoteWriter.Write(text, statements),
            Citations = citations,
            Statuses = statuses,
            FirstHandSigns = signs,
            Dates = dates,
            Amounts = amounts,
        };
    }
}
