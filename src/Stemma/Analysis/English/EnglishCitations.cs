using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Judges each outlet named in the text: is something laid to it ("X reported", "according to X"), did somebody speak
/// to it
/// ("told X"), is a text of it carried ("(AP)"), does its report only bear on somebody's words; or is it merely named
/// (a poll, its
/// staff, a photo credit, the article's own outlet). Posts, books and documents of people are marked too.
/// </summary>
internal sealed class EnglishCitations(
    MarkedText text, NamesInText names, EnglishLexicon lexicon, EnglishSources sources, IReadOnlyList<Cue>[] cues,
    IReadOnlyList<Statement> statements, OutletReferences references)
{
    private readonly List<Citation> _citations = [];
    private readonly CitationMaker _maker = new(text);
    private readonly Dictionary<int, List<Statement>> _byCue = [];
    private readonly Dictionary<int, OutletRole> _roles = [];
    private readonly EnglishBystanders _bystanders = new(text, names, references);
    private readonly EnglishPressVerbs _verbs = new(text, lexicon);
    private readonly EnglishStaff _staff = new(text, names, cues);

    /// <summary>What the outlet named at a token is here; null where none is named. To be asked after
    /// <see cref="Find"/>.</summary>
    public OutletRole? RoleAt(int token) => _roles.TryGetValue(token, out var role) ? role : null;

    /// <summary>The citations in text order.</summary>
    public IReadOnlyList<Citation> Find()
    {
        foreach (var statement in statements)
        {
            if (statement.Cue is { } cue)
            {
                (_byCue.TryGetValue(cue.First, out var list) ? list : _byCue[cue.First] = []).Add(statement);
            }
        }
        foreach (var reference in references.All)
        {
            var before = _citations.Count;
            if (!reference.IsSelf && text.SentenceOf[reference.First] >= 0 && !_bystanders.IsCredit(reference))
            {
                Judge(reference);
            }
            var role = _citations.Count > before ? RoleOf(_citations[before].Kind) : reference.IsSelf
                ? OutletRole.Own : _bystanders.PollOrStaff(reference) ?? OutletRole.Named;
            for (var i = reference.First; i < reference.Last; i++)
            {
                _roles[i] = role;
            }
        }
        _citations.AddRange(new EnglishPosts(text, cues, ScopeOf).Find());
        _citations.Sort((a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.CueSpan.CompareTo(b.CueSpan));
        return _citations;
    }

    private void Judge(OutletReference reference)
    {
        var s = text.SentenceOf[reference.First];
        if (AsTold(reference, s))
        {
            // "told the AP, which first reported the story"
            _ = text.Word(reference.Last) == "," && text.Word(reference.Last + 1) == "which" && AsSubject(reference, s);
            return;
        }
        if (_staff.Reporting(reference, isOwn: false) is { } reported)
        {
            Add(reference, reported.First, reported.Last, CitationKind.Reports, ScopeOf(reported, s), null, 0.75, "reporter");
            return;
        }
        if (_bystanders.PollOrStaff(reference) is null)
        {
            _ = AsPreposition(reference, s) || AsSubject(reference, s) || AsWork(reference, s)
                || AsPublisher(reference, s) || AsSyndicated(reference, s);
        }
    }

    private static OutletRole RoleOf(CitationKind kind) => kind switch
    {
        CitationKind.ToldTo => OutletRole.Told,
        CitationKind.Syndicated => OutletRole.Wire,
        CitationKind.Document or CitationKind.Book => OutletRole.Document,
        CitationKind.BearsOn => OutletRole.Named,
        _ => OutletRole.Origin,
    };

    // "told X", "in an interview with X", "confirmed to X", "speaking on X"
    private bool AsTold(OutletReference reference, int s)
    {
        var before = reference.First - 1;
        foreach (var cue in cues[s])
        {
            if (cue.Last == reference.First && cue.Has(CueFlags.Addressee) && !cue.Has(CueFlags.Passive)
                && cue.Lemma is "tell" or "inform" or "assure")
            {
                return Add(reference, cue.First, cue.Last, CitationKind.ToldTo, ScopeOf(cue, s), cue.Source, 0.85,
                    "told");
            }
        }
        if (text.Word(before) is "of" && names.At(before - 1) is { Kind: MentionKind.Person } host
            && cues[s].FirstOrDefault(c => c.Last == host.First && c.Lemma is "tell") is { } toHost)
        {
            return Add(reference, toHost.First, toHost.Last, CitationKind.ToldTo, ScopeOf(toHost, s), toHost.Source,
                0.8, "told");
        }
        if (AsBroadcast(reference, s))
        {
            return true;
        }
        if (text.Word(before) is not ("to" or "with" or "on" or "by"))
        {
            return false;
        }
        if (text.Word(before - 1) is "according")
        {
            return false;
        }
        var interview = WordsBack(before, 6, "interview", "interviews", "statement", "email", "e-mail", "remarks",
            "conversation", "comments", "letter", "spoke", "speaking", "speak",
            "talked", "talking", "confirmed", "said", "appearance", "appeared", "appearing", "declined", "interviewed",
            "testified", "explained", "disclosed", "described", "messages");
        if (interview < 0 || (text.Words[before] is "on" or "by"
            && text.Words[interview] is "statement" or "email" or "letter" or "said" or "confirmed" or "explained"
            or "described"))
        {
            return false;
        }
        if (text.Words[interview] is "said" or "confirmed" or "explained" or "disclosed" or "described"
            && text.Words[before] != "to")
        {
            return false;
        }
        var spoken = cues[s].LastOrDefault(c => c.Source is not null && c.Has(CueFlags.Speech)
            && c.First <= reference.First)
            ?? cues[s].FirstOrDefault(c => c.Source is not null && c.Has(CueFlags.Speech));
        return Add(reference, interview, before + 1, CitationKind.ToldTo, spoken is null
            ? Whole(s) : ScopeOf(spoken, s), spoken?.Source ?? sources.Before(interview), 0.75, "told");
    }

    // "said Thursday on X", "on X's morning show, Y said", "in a X interview"
    private bool AsBroadcast(OutletReference reference, int s)
    {
        var after = reference.Last;
        var event_ = -1;
        for (var i = after; i < Math.Min(text.Sentences[s].Last, after + 3); i++)
        {
            event_ = event_ < 0 && text.Words[i] is "interview" or "town" or "forum" or "essay" or "op-ed"
                or "appearance" or "podcast" ? i : event_;
        }
        var link = reference.First - 1;
        var isEvent = event_ >= 0 && text.Word(link) is "a" or "an" or "the" or "recent" or "during" or "in"
            && WordsBack(reference.First, 4, "in", "during", "at") >= 0;
        // "said on its website" names the speaker's own page, "during his time on X" an employer
        if ((!isEvent && text.Word(link) is not "on")
            || text.Words[reference.Last - 1] is "website" or "site" or "page"
            || text.Word(link - 1) is "time" or "years" or "show"
            || WordsBack(link, 4, "anchor", "host", "hosts", "commentator", "contributor", "presenter") >= 0)
        {
            return false;
        }
        if (text.StretchOf[reference.First] >= 0 || text.Word(after) is "website" or "page"
            || (text.Word(after) is "'s" && text.Word(after + 1) is "website" or "page"))
        {
            return false;
        }
        var spoken = cues[s].FirstOrDefault(c => c.Source is not null && c.Has(CueFlags.Speech)
            && !c.Has(CueFlags.Passive | CueFlags.Preposition)
            && c.Lemma is not ("report" or "tweet" or "write"));
        return spoken is not null && Math.Abs(spoken.First - reference.First) <= 30
            && Add(reference, isEvent ? event_ : link, isEvent
            ? event_ + 1 : link + 1, CitationKind.ToldTo, ScopeOf(spoken, s), spoken.Source, 0.75, "told");
    }

    // "according to (a report in) X", "per X", "as reported by X", "citing X"
    private bool AsPreposition(OutletReference reference, int s)
    {
        foreach (var cue in cues[s])
        {
            if (cue.Has(CueFlags.Preposition) && cue.Last <= reference.First && reference.First - cue.Last <= 9
                && !HasComma(cue.Last, reference.First))
            {
                // "according to an aide who spoke to X" is no word of X
                var aide = cue.Source is { Name: null } source && source.Last < reference.First
                    && !IsWork(source.Last - 1) && !IsWorkNear(cue.Last, reference.First)
                    && !_staff.IsReporter(reference.First - 2);
                return !aide && Add(reference, cue.First, cue.Last, CitationKind.Reports, ScopeOf(cue, s),
                    Citing(reference, s), 0.97, "according-to");
            }
        }
        var before = reference.First - 1;
        if (text.Word(before) is "citing" or "quoting" || (text.Word(before) is "via" && text.Word(before - 1) == ","))
        {
            return Add(reference, before, before + 1, CitationKind.Reports, Whole(s), null, 0.85, "citing");
        }
        if (text.Word(before) is "by" or "in" or "from" or "of")
        {
            var verb = WordsBack(before, 4, "reported", "published", "obtained", "reviewed", "seen", "quoted", "cited",
                "revealed", "compiled", "uncovered", "conducted", "broken", "documented", "noted", "viewed",
                "unearthed", "flagged", "combed", "highlighted", "appeared");
            if (verb >= 0 && text.Words[before] is "by" or "in" && text.Words[verb] is not ("conducted" or "compiled")
                && !(text.Words[before] == "in"
                && text.Words[verb] is not ("reported" or "published" or "appeared" or "quoted" or "cited"
                or "revealed")))
            {
                if (WordsBack(before, 9, "transcript", "text", "poll", "video", "letter", "study", "research", "paper",
                    "study", "trial") >= 0)
                {
                    return Add(reference, verb, before + 1, CitationKind.Document, Whole(s), null, 0.3, "published-in");
                }
                var first = WordsBack(verb, 2, "first") >= 0 || text.Word(verb + 1) == "first";
                return Add(reference, verb, before + 1, first
                    ? CitationKind.FirstReport : CitationKind.Reports, Whole(s), Citing(reference, s), first
                    ? 0.97 : 0.88, "reported-by");
            }
            if (IsWork(before - 1) || (IsWorkNear(Math.Max(0, before - 4), before)
                && text.Words[before] is "by" or "in" or "from"))
            {
                return Add(reference, before - 1, before, CitationKind.Reports, Whole(s), Citing(reference, s), 0.85,
                    "report-of");
            }
        }
        return false;
    }

    // "X reported that", "the paper, which first reported …, said"
    private bool AsSubject(OutletReference reference, int s)
    {
        var found = false;
        var isParty = false;
        var end = text.Sentences[s].Last;
        foreach (var cue in cues[s])
        {
            // "X and its defenders say" and "X's managers say" speak for themselves
            if (text.Word(reference.Last) is "and"
                || (text.Word(reference.Last) is "'s"
                && !IsWorkNear(reference.Last, Math.Min(reference.Last + 4, end))))
            {
                break;
            }
            if (cue.Source is { } self && Covers(reference, self) && IsOwnBusiness(cue))
            {
                isParty = true;
                continue;
            }
            // "an X source told", "X's show", "X also fired Y after learning": somebody at X, a programme, an employer
            if ((cue.Source is { } who && IsSomebodyAt(reference, who))
                || (cue.Lemma is "show" && cue.First == reference.Last && text.Words[cue.First] is "show")
                || (cue.Lemma is "show" && text.Word(cue.First - 1) is "morning" or "evening" or "night" or "talk"
                    or "news" or "late-night" or "radio" or "tv" or "television" or "cable" or "game" or "reality" or "sunday")
                || (text.Words[cue.Last - 1].EndsWith("ing", StringComparison.Ordinal) && cue.Lemma is not "report"
                    && text.Tag(cue.First - 1) is not PosTag.Aux))
            {
                continue;
            }
            if ((cue.Lemma is "show" or "put" && IsPollTalk(s))
                || (cue.Lemma is "point" && text.Words[cue.Last - 1] is not "out" && text.Word(cue.Last) is not "out"))
            {
                continue;
            }
            if (cue.Source is { } source && !cue.Has(CueFlags.Passive | CueFlags.Preposition)
                && Covers(reference, source)
                && EnglishPress.ReportVerbs.TryGetValue(cue.Lemma, out var sure) && !IsTo(cue))
            {
                var kind = KindOf(cue.Lemma, cue.First, reference);
                if (_verbs.BearsOn(cue.First, cue.Last, end))
                {
                    kind = CitationKind.BearsOn;
                }
                found |= Add(reference, cue.First, cue.Last, kind, ScopeOf(cue, s), Citing(reference, s), sure,
                    "subject");
            }
        }
        if (found)
        {
            return true;
        }
        if (isParty || text.Word(reference.Last) is "and" or "'s")
        {
            return false;
        }
        // "X reports:", and a passage of it follows
        if (text.Word(reference.Last) is "reports" or "reported" or "writes" or "notes" or "explains"
            && text.Word(reference.Last + 1) is ":")
        {
            var told = text.Word(reference.Last + 2).Length > 0 && s + 1 < text.Sentences.Length
                ? text.Span(text.Sentences[s].First, text.Sentences[s + 1].Last) : Whole(s);
            return Add(reference, reference.Last, reference.Last + 1, CitationKind.Reports, told, null, 0.95, "subject");
        }
        // "As X notes, …"
        if (text.Word(reference.First - 1) is "as"
            && EnglishPress.ReportVerbs.ContainsKey(_verbs.Lemma(text.Word(reference.Last))))
        {
            return Add(reference, reference.Last, reference.Last + 1, CitationKind.Reports, Whole(s), null, 0.9, "subject");
        }
        // verbs that are no cue of speech: "first broke the story", "obtained the letter", "has learned", "appeared to
        // confirm"
        for (var i = reference.Last; i < Math.Min(end, reference.Last + 14); i++)
        {
            if (text.Words[i] == "," && i == reference.Last && text.Word(i + 1) is "which")
            {
                i++;
                continue;
            }
            if (text.Words[i] == "," && i == reference.Last)
            {
                var close = i + 1;
                while (close < Math.Min(end, i + 20) && text.Words[close] != ",")
                {
                    close++;
                }
                i = close;
                continue;
            }
            var tag = text.Tags[i];
            if (tag is PosTag.Adv or PosTag.Aux or PosTag.Part or PosTag.Num
                || lexicon.TimeWords.Contains(text.Words[i])
                || text.Words[i] is "first" or "on" or "to" or "was" or "has" or "had" or "in" or "last" or "this"
                or "be" or "appeared" or "seemed" or "appears" or "seems" or "earlier")
            {
                continue;
            }
            if (tag != PosTag.Verb)
            {
                return false;
            }
            var lemma = _verbs.Lemma(text.Words[i]);
            // "dropped from her Gazette TV show after …" is no verb
            if ((lemma is "show" or "put" && IsPollTalk(s)) || (i == reference.Last && text.Words[i] is "show"))
            {
                return false;
            }
            if (text.Words[i] is "ran" or "carried" or "printed"
                && !text.WithinNext(i, end, 5, "story", "report", "article", "feature", "profile", "investigation",
                "piece", "exposé"))
            {
                return false;
            }
            if (_verbs.BearsOn(i, i + 1, end))
            {
                return Add(reference, i, i + 1, CitationKind.BearsOn, Whole(s), Citing(reference, s), 0.6, "bears-on");
            }
            if (lemma is "point" && text.Word(i + 1) is not "out")
            {
                return false;
            }
            if ((reference.IsAnaphor && lemma is "speak" or "spoke" or "interview" or "interviewed" or "examine" or "examined"
                or "view" or "viewed" or "ask" or "asked" or "contact" or "contacted")
                || EnglishPress.ReportVerbs.ContainsKey(lemma))
            {
                var sure = EnglishPress.ReportVerbs.GetValueOrDefault(lemma, 0.6);
                return Add(reference, i, i + 1, KindOf(lemma, i, reference),
                    new TextSpan(text.Tokens[Math.Min(i + 1, end - 1)].Start, Whole(s).End), Citing(reference, s),
                    sure, "subject");
            }
            return false;
        }
        return false;
    }

    // "X's report", "an X report that", "the X story"
    private bool AsWork(OutletReference reference, int s)
    {
        var i = reference.Last;
        if (text.Word(i) is "'s" or "'" or "’")
        {
            i++;
        }
        var limit = Math.Min(text.Sentences[s].Last, i + 4);
        for (; i < limit && text.Tags[i] is PosTag.Adj or PosTag.Noun or PosTag.Propn or PosTag.Num or PosTag.Adv; i++)
        {
            if (!IsWork(i))
            {
                continue;
            }
            // "after the X report broke" tells of the report; nothing is laid to it
            if (text.Word(i + 1) is "broke" or "appeared" or "emerged" or "was"
                && text.Word(reference.First - 1) is "after" or "since" or "before" or "when")
            {
                return false;
            }
            for (var verb = i + 1; verb < Math.Min(text.Sentences[s].Last, i + 8); verb++)
            {
                if (text.Tags[verb] != PosTag.Verb
                    || text.Words[verb] is "appeared" or "appears" or "seemed" or "seems" or "tended")
                {
                    continue;
                }
                var bears = _verbs.BearsOn(verb, verb + 1, text.Sentences[s].Last);
                return Add(reference, i, i + 1, bears
                    ? CitationKind.BearsOn : CitationKind.Reports, Whole(s), Citing(reference, s), bears
                    ? 0.6 : 0.8, bears ? "bears-on" : "its-report");
            }
            return Add(reference, i, i + 1, CitationKind.Reports, Whole(s), Citing(reference, s), 0.65, "its-report");
        }
        return false;
    }

    // "as X put it", "writes Y in X", "in an op-ed for X"
    private bool AsPublisher(OutletReference reference, int s)
    {
        var before = reference.First - 1;
        if (text.Word(before) is not ("in" or "for" or "at"))
        {
            return false;
        }
        var wrote = WordsBack(before, 8, "wrote", "writes", "writing", "written", "op-ed", "column", "editorial",
            "essay", "published", "analysis", "article", "profile", "piece", "commentary", "interview");
        if (wrote < 0)
        {
            return false;
        }
        var isDocument = text.Words[wrote] is not ("article" or "profile" or "interview");
        return Add(reference, wrote, wrote + 1, isDocument
            ? CitationKind.Document : CitationKind.Reports, Whole(s), sources.Before(wrote), isDocument
            ? 0.4 : 0.75, "published-in");
    }

    // "(AP)", "Reuters contributed to this report", "X/AP"
    private bool AsSyndicated(OutletReference reference, int s)
    {
        var end = text.Sentences[s].Last;
        var alone = text.Word(reference.First - 1) == "(" && text.Word(reference.Last) == ")"
            && reference.First - text.Sentences[s].First <= 8;
        for (var i = reference.Last; i < Math.Min(end, reference.Last + 12); i++)
        {
            if (text.Words[i] is "contributed" or "contributing")
            {
                alone = true;
            }
        }
        // "Contributing: Ann Lee, the Gazette; Nordwire", "With files from Nordwire"
        var first = text.Sentences[s].First;
        alone |= (text.Words[first] is "contributing" && text.Word(first + 1) is ":")
            || (text.Words[first] is "with" && text.Word(first + 1) is "files" or "reporting" or "additional"
                && text.WithinNext(first, end, 4, "from", "by"));
        return alone && Add(reference, reference.First, reference.Last, CitationKind.Syndicated, Whole(s), null, 0.5,
            "syndicated");
    }

    // "The Gazette said it would close two offices": the outlet speaks of itself as a company, nothing is laid to its
    // report
    private bool IsOwnBusiness(Cue cue)
    {
        var i = text.Word(cue.Last) is "that" ? cue.Last + 1 : cue.Last;
        return cue.Lemma is "say" or "announce" or "state" or "insist" && text.Word(i) is "it" or "they"
            && text.Word(i + 1) is "would" or "will" or "plans" or "planned" or "intends" or "did" or "does" or "was"
            or "is" or "stands" or "stood" or "regrets" or "regretted";
    }

    private static bool IsFactChecker(string name) =>
        name.Contains("fact", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("factor", StringComparison.OrdinalIgnoreCase);

    private bool Add(OutletReference reference, int cueFirst, int cueLast, CitationKind kind, TextSpan scope,
        SourcePhrase? onWordOf, double figure, string rule)
    {
        // a fact-checker's verdict bears on what somebody claimed; it is no origin of the news
        kind = kind is CitationKind.Reports or CitationKind.AlsoReports or CitationKind.Confirms
            or CitationKind.FirstReport && IsFactChecker(reference.Name) ? CitationKind.BearsOn : kind;
        _citations.Add(_maker.Make(reference, cueFirst, cueLast, kind, scope, onWordOf, figure, rule));
        return true;
    }

    private CitationKind KindOf(string lemma, int verb, OutletReference reference)
    {
        for (var i = Math.Max(reference.Last, verb - 4); i < verb; i++)
        {
            if (text.Words[i] is "first")
            {
                return CitationKind.FirstReport;
            }
            if (text.Words[i] is "also" or "separately" or "independently" or "likewise")
            {
                return lemma is "confirm" or "verify" or "corroborate"
                    ? CitationKind.Confirms : CitationKind.AlsoReports;
            }
        }
        if (lemma is "confirm" or "verify" or "corroborate")
        {
            return CitationKind.Confirms;
        }
        if (lemma is "reveal" or "uncover" or "unearth"
            || (lemma is "break" && text.Matches(verb + 1, "the story") | text.Matches(verb + 1, "the news"))
            || text.Word(verb + 1) is "first" or "exclusively")
        {
            return CitationKind.FirstReport;
        }
        return lemma is "report" && text.Word(verb + 1) is "exclusively"
            ? CitationKind.FirstReport : CitationKind.Reports;
    }

    /// <summary>Whom the outlet cites: "citing people familiar with the matter".</summary>
    private SourcePhrase? Citing(OutletReference reference, int s)
    {
        var sentence = text.Sentences[s];
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (text.Words[i] is not ("citing" or "quoting" or "cited" or "cites") || text.StretchOf[i] >= 0
                || references.At(i + 1) is not null)
            {
                continue;
            }
            if (text.Words[i] is "cited" or "cites" && i < reference.Last)
            {
                continue;
            }
            var last = i + 1;
            while (last < sentence.Last && last - i < 20 && text.Words[last] is not ("," or "." or ";" or "that")
                && text.StretchOf[last] < 0)
            {
                last++;
            }
            return last > i + 1 ? new SourcePhrase(i + 1, last, null, i + 1, last) : null;
        }
        return null;
    }

    private TextSpan ScopeOf(Cue cue, int s) => _maker.ScopeOf(_byCue.GetValueOrDefault(cue.First), s);

    private TextSpan Whole(int s) => text.Span(text.Sentences[s].First, text.Sentences[s].Last);

    private bool Covers(OutletReference reference, SourcePhrase source)
    {
        if (source.First < reference.Last && reference.First < source.Last)
        {
            return true;
        }
        // "The newspaper's report on Friday said": the work of an outlet speaks for it
        return IsWork(source.Last - 1) && source.WholeFirst <= reference.First && reference.Last <= source.Last;
    }

    private bool IsSomebodyAt(OutletReference reference, SourcePhrase source) =>
        source.Last > reference.Last && source.First < reference.Last
        && text.Word(source.Last - 1) is "source" or "sources" or "executive" or "executives" or "spokesperson" or "spokesman"
            or "spokeswoman" or "official" or "officials" or "employee" or "employees" or "insider" or "insiders"
            or "president" or "chairman" or "boss" or "host" or "anchor" or "star" or "lawyer" or "lawyers" or "attorney"
            or "brass" or "staffer" or "staffers" or "viewers" or "readers" or "chief" or "producer" or "colleague"
            or "operator";

    private bool IsPollTalk(int s)
    {
        for (var i = text.Sentences[s].First; i < text.Sentences[s].Last; i++)
        {
            if (text.Words[i] is "poll" or "polls" or "polling" or "ahead" or "pollster")
            {
                return true;
            }
        }
        return false;
    }

    private bool IsTo(Cue cue) => text.Word(cue.First - 1) is "to"
        && text.Word(cue.First - 2) is not ("continued" or "appeared" or "on" or "seemed" or "first");

    private bool IsWork(int i) => EnglishPress.Words.Works.Contains(text.Word(i))
        || text.Word(i) is "reports" or "reporting" or "articles" or "stories" or "analysis" or "review" or "scoop"
        or "profile" or "editorial" or "piece" or "exposé";

    private bool IsWorkNear(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsWork(i))
            {
                return true;
            }
        }
        return false;
    }

    private bool HasComma(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text.Words[i] is "," or ";")
            {
                return true;
            }
        }
        return false;
    }

    private int WordsBack(int from, int reach, params ReadOnlySpan<string> words)
    {
        var floor = Math.Max(text.SentenceOf[Math.Max(0, from)] >= 0
            ? text.SentenceAt(Math.Max(0, from)).First : 0, from - reach);
        for (var i = from - 1; i >= floor; i--)
        {
            if (words.Contains(text.Words[i]))
            {
                return i;
            }
        }
        return -1;
    }
}
