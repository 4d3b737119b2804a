using Stemma.Model;
using Stemma.Outlets;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>The English rules, in the order they run.</summary>
internal sealed class EnglishLanguage(Gazetteer gazetteer) : ILanguage
{
    private readonly Gazetteer _gazetteer = gazetteer;
    private readonly EnglishLexicon _lexicon = new();
    private readonly Tokenizer _tokenizer = new(EnglishTokens.Rules);
    private readonly SentenceSplitter _splitter = new(EnglishTokens.Rules);
    private readonly PosTagger _tagger = new(WordLists.Model("Analysis/English/pos.model"));
    private readonly PronounRules _pronouns = new(WordLists.Of("he him"), WordLists.Of("she her"),
        WordLists.Of("they"), WordLists.Of("i we"))
    {
        MaleNouns = WordLists.Of("""
            husband father son brother grandfather uncle nephew widower boyfriend fiancé man actor businessman chairman spokesman salesman policeman fireman congressman
            assemblyman alderman councilman king prince monk father-in-law stepfather grandson
            """),
        FemaleNouns = WordLists.Of("""
            wife mother daughter sister grandmother aunt niece widow girlfriend fiancée woman actress businesswoman chairwoman spokeswoman saleswoman policewoman
            congresswoman assemblywoman councilwoman queen princess nun stepmother granddaughter mother-in-law heiress hostess waitress
            """),
        GoingOn = WordLists.Of("add continue conclude go reiterate"),
        Speaks = WordLists.Of("called added argued recalled wrote tweeted laughed joked replied believes thinks insisted continued admitted"),
        Thing = WordLists.Of("it"),
    };

    // learnt from articles of our own and CC BY ones; see docs/models.md
    private readonly Lazy<AttributionModel> _attributions = new(() => AttributionModel.Shipped("Analysis/English/attributions.model"));

    public string Code => "en";

    public MarkedText Read(Article article) => new(article, _tokenizer, _splitter, _tagger);

    public CueFlags CueFlagsOf(string word) => _lexicon.FlagsOf(word);

    public byte[] RuleLabelsOf(MarkedText text, OutletRegistry outlets)
    {
        var parts = new Parts(this, text, outlets);
        return RuleLabels.Of(text, parts.AllByRule());
    }

    public Analysis Analyze(MarkedText text, OutletRegistry outlets, AttributionModel? tagger)
    {
        var parts = new Parts(this, text, outlets);
        var statements = parts.AllByRule();
        var labels = RuleLabels.Of(text, statements);
        List<Statement> rules = [.. statements];
        statements.RemoveAll(s => s.Stretch < 0);
        new TaggedStatements(text, parts.Names, tagger
            ?? _attributions.Value, _lexicon.FlagsOf, rulesKnowSources: true).AddTo(statements, rules, labels);
        var resolver = new SpeakerResolver(text, parts.Names, _pronouns);
        resolver.Resolve(statements);
        new EnglishSettings(text, _lexicon, parts.Sources).AddTo(statements);
        var statuses = new EnglishStatuses(text, parts.Sources, resolver, parts.References).Find();
        var press = new EnglishCitations(text, parts.Names, _lexicon, parts.Sources, parts.Cues, statements,
            parts.References);
        var citations = press.Find();
        var signs = new EnglishFirstHand(text, parts.Names, parts.Sources, resolver, parts.References, statuses, parts.Cues).Find();
        var dates = new EnglishDates(text).Find();
        return new Analysis
        {
            Article = text.Article.Id,
            Sentences = new ModalityJudge(text, statements, citations, statuses, dates, EnglishModality.Words).Judge(),
            Mentions = [.. parts.Names.Mentions.Select(m => new Mention(text.Span(m.First, m.Last), m.Kind,
            m.Name) { Role = m.Kind == MentionKind.Outlet ? press.RoleAt(m.First) : null })],
            Quotes = QuoteWriter.Write(text, statements),
            Citations = citations,
            Statuses = statuses,
            OwnStands = new EnglishOwnStands(text, statements).Find(statuses),
            FirstHandSigns = signs,
            Dates = dates,
            Amounts = new EnglishAmounts(text, dates).Find(),
        };
    }

    /// <summary>What the later rules rest on.</summary>
    private sealed class Parts
    {
        private readonly EnglishLanguage _language;
        private readonly MarkedText _text;

        public Parts(EnglishLanguage language, MarkedText text, OutletRegistry outlets)
        {
            (_language, _text) = (language, text);
            Names = new NameFinder(EnglishNames.Rules(language._lexicon), language._gazetteer, outlets).Find(text);
            // before anything else takes an unknown name for a person
            References = new OutletReferences(text, Names, outlets, new SelfNames(text.Article, outlets),
                EnglishPress.Words);
            Sources = new EnglishSources(text, Names, language._lexicon);
            var finder = new EnglishCues(text, Names, language._lexicon, Sources);
            Cues = [.. text.Sentences.Select(finder.Find)];
        }

        public NamesInText Names { get; }

        public OutletReferences References { get; }

        public EnglishSources Sources { get; }

        public IReadOnlyList<Cue>[] Cues { get; }

        public List<Statement> AllByRule()
        {
            var statements = new EnglishQuoted(_text, Sources, Cues, References).Find();
            new EnglishIndirect(_text, _language._lexicon, Cues).AddTo(statements);
            return statements;
        }
    }
}
