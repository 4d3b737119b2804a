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

    // the treebanks part these into preposition and article, so the tagger never saw them
    private readonly HashSet<string> _contractions = WordLists.Of("am im zum zur beim vom ins ans aufs ums fürs durchs übers unters hinters");

    public string Code => "de";

    public MarkedText Read(Article article) => new(article, _tokenizer, _splitter, _tagger, _contractions);

    public Analysis Analyze(MarkedText text, OutletRegistry outlets)
    {
        var names = new NameFinder(GermanNames.Rules(_lexicon), gazetteer, outlets).Find(text);
        var references = new OutletReferences(text, names, outlets, new SelfNames(text.Article, outlets), GermanPress.Words);
        var sources = new GermanSources(text, names, _lexicon);
        var finder = new GermanCues(text, _lexicon, sources);
        var cues = new IReadOnlyList<Cue>[text.Sentences.Length];
        for (var s = 0; s < cues.Length; s++)
        {
            cues[s] = finder.Find(text.Sentences[s]);
        }
        var statements = new GermanStatements(text, _lexicon, cues).Find();
        var resolver = new SpeakerResolver(text, names, _pronouns);
        resolver.Resolve(statements);
        var statuses = new GermanStatuses(text, sources, cues, resolver, references).Find();
        var (citations, signs) = new GermanCitations(text, cues, statements, references, resolver).Find();
        var times = new GermanTimes(text);
        var dates = times.FindDates();
        return new Analysis
        {
            Article = text.Article.Id,
            Sentences = new ModalityJudge(text, statements, citations, statuses, dates, GermanModality.Words).Judge(),
            Mentions = [.. names.Mentions.Select(m => new Mention(text.Span(m.First, m.Last), m.Kind, m.Name))],
            Quotes = QuoteWriter.Write(text, statements),
            Citations = citations,
            Statuses = statuses,
            FirstHandSigns = signs,
            Dates = dates,
            Amounts = times.FindAmounts(dates),
        };
    }
}
