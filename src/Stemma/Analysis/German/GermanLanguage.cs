using Stemma.Model;
using Stemma.Outlets;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>The German rules, in the order they run.</summary>
internal sealed class GermanLanguage(Gazetteer gazetteer) : ILanguage
{
    private readonly Gazetteer _gazetteer = gazetteer;
    private readonly GermanLexicon _lexicon = new();
    private readonly Tokenizer _tokenizer = new(GermanTokens.Rules);
    private readonly SentenceSplitter _splitter = new(GermanTokens.Rules);
    private readonly PosTagger _tagger = new(WordLists.Model("Analysis/German/pos.model"));
    private readonly PronounRules _pronouns = new(WordLists.Of("er ihm"), WordLists.Of("sie ihr"), WordLists.Of("man"),
        WordLists.Of("ich wir"));

    // the treebanks part these into preposition and article, so the tagger never saw them
    private readonly HashSet<string> _contractions = WordLists.Of("am im zum zur beim vom ins ans aufs ums fürs durchs übers unters hinters");

    public string Code => "de";

    public MarkedText Read(Article article) => new(article, _tokenizer, _splitter, _tagger, _contractions);

    public CueFlags CueFlagsOf(string word) => _lexicon.FlagsOf(word);

    public byte[] RuleLabelsOf(MarkedText text, OutletRegistry outlets) =>
        RuleLabels.Of(text, new Parts(this, text, outlets).AllByRule());

    public Analysis Analyze(MarkedText text, OutletRegistry outlets, AttributionModel? tagger)
    {
        var parts = new Parts(this, text, outlets);
        var statements = parts.AllByRule();
        if (tagger is not null)
        {
            var labels = RuleLabels.Of(text, statements);
            List<Statement> rules = [.. statements];
            statements.RemoveAll(s => s.Stretch < 0);
            new TaggedStatements(text, parts.Names, tagger, _lexicon.FlagsOf,
                rulesKnowSources: false).AddTo(statements, rules, labels);
        }
        var resolver = new SpeakerResolver(text, parts.Names, _pronouns);
        resolver.Resolve(statements);
        var statuses = new GermanStatuses(text, parts.Sources, parts.Cues, resolver, parts.References).Find();
        var (citations, signs) = new GermanCitations(text, parts.Cues, statements, parts.References, resolver).Find();
        var times = new GermanTimes(text);
        var dates = times.FindDates();
        return new Analysis
        {
            Article = text.Article.Id,
            Sentences = new ModalityJudge(text, statements, citations, statuses, dates, GermanModality.Words).Judge(),
            Mentions = [.. parts.Names.Mentions.Select(m => new Mention(text.Span(m.First, m.Last), m.Kind, m.Name))],
            Quotes = QuoteWriter.Write(text, statements),
            Citations = citations,
            Statuses = statuses,
            FirstHandSigns = signs,
            Dates = dates,
            Amounts = times.FindAmounts(dates),
        };
    }

    /// <summary>What the later rules rest on.</summary>
    private sealed class Parts
    {
        private readonly GermanLanguage _language;
        private readonly MarkedText _text;

        public Parts(GermanLanguage language, MarkedText text, OutletRegistry outlets)
        {
            (_language, _text) = (language, text);
            Names = new NameFinder(GermanNames.Rules(language._lexicon), language._gazetteer, outlets).Find(text);
            References = new OutletReferences(text, Names, outlets, new SelfNames(text.Article, outlets),
                GermanPress.Words);
            Sources = new GermanSources(text, Names, language._lexicon, References);
            var finder = new GermanCues(text, language._lexicon, Sources, References);
            Cues = [.. text.Sentences.Select(finder.Find)];
        }

        public NamesInText Names { get; }

        public OutletReferences References { get; }

        public GermanSources Sources { get; }

        public IReadOnlyList<Cue>[] Cues { get; }

        public List<Statement> AllByRule() => new GermanStatements(_text, _language._lexicon, Cues, References).Find();
    }
}
