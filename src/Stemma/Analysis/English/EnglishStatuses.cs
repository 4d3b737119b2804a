using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Finds what parties did about a matter: denied, confirmed, declined to comment, did not answer. Negations turn it
/// round:
/// "did not dispute" stays unclear, "refused to confirm" declines, "rejected the plan" and "was denied entry" are no denials.
/// </summary>
internal sealed class EnglishStatuses(MarkedText text, EnglishSources sources, SpeakerResolver resolver,
    OutletReferences references)
{
    // words from "called" to "false"
    private const int MostCalled = 14;

    private static readonly HashSet<string> Allegations = WordLists.Of("""
        claim claims allegation allegations report reports accusation accusations suggestion suggestions idea notion assertion assertions charge charges
        rumor rumors rumour rumours story stories speculation characterization premise involvement wrongdoing criticism complaint
        complaints account accounts version narrative concerns theory theories insinuation insinuations smear smears
        """);

    // what a claim is called by whoever denies it
    private static readonly HashSet<string> CalledFalse = WordLists.Of("""
        false untrue unfounded baseless groundless meritless bogus fabricated fabrication fabrications lie lies hoax nonsense absurd ridiculous preposterous
        ludicrous fake fiction fictitious smear smears slander defamatory inaccurate erroneous misleading rubbish unsubstantiated outrageous
        """);

    private static readonly HashSet<string> Asked = WordLists.Of("""
        request requests call calls email emails e-mail e-mails message messages question questions inquiry inquiries enquiry enquiries query queries voicemail
        voicemails text texts allegation allegations claim claims report reports accusation accusations
        """);

    private static readonly HashSet<string> DeniedThings = WordLists.Of("""
        request requests motion bail visa visas permission access entry application asylum appeal bid petition coverage permit parole right rights opportunity
        service services chance treatment benefits benefit care
        """);

    /// <summary>The signals in text order.</summary>
    public IReadOnlyList<StatusSignal> Find()
    {
        List<StatusSignal> found = [];
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.First; i < sentence.Last; i++)
            {
                if (text.StretchOf[i] < 0 && Judge(i, sentence) is { } signal)
                {
                    found.Add(signal.Signal);
                    i = signal.Last - 1;
                }
            }
        }
        return found;
    }

    private (StatusSignal Signal, int Last)? Judge(int i, Text.SentenceRange sentence)
    {
        var word = text.Words[i];
        switch (word)
        {
            case "declined" or "declines" or "refused" or "refuses" or "declining" or "refusing":
                return Refused(i, sentence);
            case "would" or "wo" or "will" when text.Word(i + 1) is "not" or "n't"
                && text.Word(i + 2) is "comment" or "say" or "discuss" or "elaborate" or "confirm" or "identify" or "disclose"
                    or "speculate" or "specify":
                return Make(StatusKind.Declined, i, i + 3, i, "declined", null);
            case "did" or "does" or "do" or "had" or "has" or "have" when text.Word(i + 1) is "not" or "n't":
                return DidNot(i, sentence);
            case "could" when text.Word(i + 1) is "not" or "n't":
                return CouldNot(i, sentence);
            case "had" or "has" when text.Word(i + 1) is "no"
                && (text.Word(i + 2) is "comment" || text.Word(i + 3) is "comment"):
                return Make(StatusKind.Declined, i, i + (text.Word(i + 2) is "comment" ? 3 : 4), i, "no-comment", null);
            case "withheld" or "deferred" when text.Word(i + 1) is "comment" or "comments":
                return Make(StatusKind.Declined, i, i + 2, i, "declined", null);
            case "referred" or "refers" or "deferred":
                return Referred(i, sentence);
            case "offered" or "gave" or "issued" or "made" when text.Word(i + 1) is "no" && text.WithinNext(i + 1, sentence.Last, 3, "comment"):
                return Make(StatusKind.Declined, i, i + 3, i, "no-comment", null);
            case "without" when text.Word(i + 1) is "commenting":
                return Make(StatusKind.Declined, i, i + 2, i, "no-comment", null);
            case "demurred" or "demurs":
                return Make(StatusKind.Declined, i, i + 1, i, "declined", null);
            case "not" when text.Word(i + 1) is "available" or "immediately" && text.WithinNext(i, sentence.Last, 4, "available")
                && text.WithinNext(i, sentence.Last, 6, "comment", "interview"):
                return Make(StatusKind.NoResponse, i, i + 2, i, "unavailable", null);
            case "not" or "n't" when text.Word(i - 1) is "were" or "was":
                return Unreturned(i, sentence);
            case "went" or "go" when text.Word(i + 1) is "unanswered" or "unreturned":
                return Make(StatusKind.NoResponse, i, i + 2, i, "no-response", null);
            case "yet" when text.Word(i + 1) is "to" && text.Word(i + 2) is "respond" or "comment" or "reply":
                return text.Word(i + 2) is "comment" || IsAskedByOutlet(i + 3, sentence.Last)
                    ? Make(text.Word(i + 2) is "comment" ? StatusKind.Declined : StatusKind.NoResponse, i, i + 3, i, "no-response", null) : null;
            case "can" or "ca" when text.Word(i + 1) is "not" or "n't" && text.Word(i + 2) is "comment" or "discuss":
                return Make(StatusKind.Declined, i, i + 3, i, "declined", null);
            case "cannot" when text.Word(i + 1) is "comment" or "discuss":
                return Make(StatusKind.Declined, i, i + 2, i, "declined", null);
            case "unable" when text.Word(i + 1) is "to" && text.Word(i + 2) is "comment":
                return Make(StatusKind.Declined, i, i + 3, i, "declined", null);
            case "ignored" or "ignoring" when text.WithinNext(i, sentence.Last, 5, "requests", "request", "questions", "calls"):
                return Make(StatusKind.NoResponse, i, i + 1, i, "no-response", null);
            case "invoked" or "invokes" or "invoking" when text.WithinNext(i, sentence.Last, 7, "fifth", "silence", "self-incrimination"):
                return Make(StatusKind.Declined, i, i + 1, i, "declined", null);
            case "no" when text.Word(i + 1) is "immediate" && text.Word(i + 2) is "comment" or "reaction" or "response" or "word"
                && text.Word(i - 1) is not ("had" or "has" or "have"):
                return Make(text.Word(i + 2) is "comment" ? StatusKind.Declined : StatusKind.NoResponse, i, i + 3, i, "no-comment", null, Beside(i + 3, "from"));
            case "plead" or "pleaded" or "pleads" or "pled" or "pleading":
                return Pleaded(i, sentence);
            case "maintained" or "maintains" or "maintaining" or "proclaimed" or "proclaims" or "professed" or "asserted" or "protested"
                when text.WithinNext(i, sentence.Last, 4, "innocence", "innocent"):
                return Make(StatusKind.Denied, i, i + 1, i, "innocence", MatterAfter(i + 1, sentence));
            case "denial" or "denials" when text.Word(i + 1) is not "of" || !DeniedThings.Contains(text.Word(i + 2)):
                return Denial(i, sentence);
            case "called" or "calls" or "calling" or "labeled" or "labelled" or "branded" or "described" or "describing" or "denounced" or "denounces"
                or "denouncing" or "blasted" or "slammed" or "decried" or "condemned" or "ridiculed" or "mocked" or "derided" or "says" or "said"
                or "dismissed" or "dismisses" or "dismissing":
                return CalledUntrue(i, sentence) ?? (text.Words[i].StartsWith("dismiss", StringComparison.Ordinal) ? Rejected(i, sentence) : null);
            case "waved" or "brushed" or "shrugged" or "laughed" or "shot" or "knocked" or "batted" when text.Word(i + 1) is "off" or "aside" or "down" or "away":
                return Rejected(i, sentence);
            case "pushed" when text.Word(i + 1) is "back" && text.Word(i + 2) is "on" or "against" or "at":
                return Rejected(i, sentence);
            case "contradicted" or "contradicts" or "contested" or "contests" or "repudiated" or "debunked" or "rebuffed" or "disputing" or "refuting":
                return Rejected(i, sentence);
            case "neither" when text.Word(i + 1) is "confirmed" or "confirm"
                && text.Matches(i + 2, "nor denied") | text.Matches(i + 2, "nor deny"):
                return Make(StatusKind.Declined, i, i + 4, i, "neither", null);
            case "unavailable" when text.Matches(i + 1, "for comment"):
                return Make(StatusKind.NoResponse, i, i + 3, i - 1, "unavailable", null);
            case "deny" or "denies" or "denied" or "denying":
                return Denied(i, sentence);
            case "rejected" or "rejects" or "refuted" or "refutes" or "disputed"
                or "disputes" or "rejecting" or "rebutted" or "disavowed" or "dispute" or "reject" or "rebuts" or "disavows":
                return Rejected(i, sentence);
            case "confirm" or "confirms" or "confirmed" or "confirming" or "acknowledged" or "acknowledges"
                or "acknowledging" or "admitted" or "admits" or "admitting" or "conceded" or "concedes" or "conceding"
                or "acknowledge" or "admit" or "concede":
                return Confirmed(i, sentence);
            case "acknowledgment" or "acknowledgement" or "admission" when text.Word(i + 1) is "that"
                || text.Word(i - 1) is "own":
                return Make(StatusKind.Confirmed, i, i + 1, i, "acknowledgment", MatterAfter(i + 1, sentence));
            default:
                return null;
        }
    }

    private (StatusSignal, int)? Refused(int i, Text.SentenceRange sentence)
    {
        var j = i + 1;
        while (j < sentence.Last && text.Tags[j] == PosTag.Adv)
        {
            j++;
        }
        if (text.Word(j) is "comment" or "comments" or "interviews")
        {
            return Make(StatusKind.Declined, i, j + 1, i, "declined", null);
        }
        if (text.Word(j) is "requests" or "request" or "a" or "an" or "the"
            && text.Words[i] is "declined" or "refused" or "declines")
        {
            for (var k = j; k < Math.Min(sentence.Last, j + 6); k++)
            {
                if (text.Words[k] is "comment" or "interview" or "interviews")
                {
                    return Make(StatusKind.Declined, i, k + 1, i, "declined", null);
                }
            }
            return null;
        }
        if (text.Word(j) != "to")
        {
            return null;
        }
        while (++j < sentence.Last && text.Tags[j] == PosTag.Adv)
        {
        }
        if (text.Word(j) is "give" or "provide" or "share" or "release" or "offer" or "reveal" or "disclose" or "speak" or "talk" or "answer"
            && IsToldThing(j + 1, sentence.Last))
        {
            return Make(StatusKind.Declined, i, j + 1, i, "declined", null);
        }
        if (text.Word(j) is "comment" or "say" or "discuss" or "elaborate" or "answer" or "respond" or "speculate"
            or "specify" or "talk" or "speak" or "disclose" or "explain" or "identify" or "give" or "provide")
        {
            if (text.Word(j) is "give" or "provide" or "disclose" or "explain" or "identify" or "speak" or "talk"
                or "answer" && text.Words[i] is "refused" or "refuses" or "refusing")
            {
                return null;
            }
            var last = j + 1;
            return Make(StatusKind.Declined, i, last, i, "declined", null);
        }
        if (text.Word(j) is "be" && text.Word(j + 1) is "interviewed" or "identified" or "named" or "quoted")
        {
            return text.Word(j + 1) is "interviewed" ? Make(StatusKind.Declined, i, j + 2, i, "declined", null) : null;
        }
        return text.Word(j) is "confirm" or "deny" or "acknowledge" or "rule"
            ? Make(text.Word(j) is "rule" ? StatusKind.Unclear : StatusKind.Declined, i, j + 1, i, "refused-to-confirm", MatterAfter(j + 1, sentence)) : null;
    }

    // "to give details", "to speak with reporters": what one declines to the press
    private bool IsToldThing(int from, int limit) =>
        text.WithinNext(from - 1, limit, 7, "details", "detail", "comment", "comments", "specifics", "information", "reporters", "journalists",
            "press", "media", "questions", "question", "statement", "interview", "explanation", "reason");

    // "referred questions to the ministry"
    private (StatusSignal, int)? Referred(int i, Text.SentenceRange sentence) =>
        !IsPassive(i) && text.WithinNext(i, sentence.Last, 5, "questions", "inquiries", "enquiries", "queries", "calls", "comment", "requests", "reporters")
            && text.WithinNext(i, sentence.Last, 14, "to")
            ? Make(StatusKind.Declined, i, i + 1, i, "referred", null) : null;

    // "calls to the yard were not returned": whom they called
    private (StatusSignal, int)? Unreturned(int i, Text.SentenceRange sentence)
    {
        var j = i + 1;
        while (j < sentence.Last && text.Tags[j] == PosTag.Adv)
        {
            j++;
        }
        if (text.Word(j) is not ("returned" or "answered"))
        {
            return null;
        }
        for (var k = sentence.First; k < i; k++)
        {
            if (Asked.Contains(text.Words[k]))
            {
                return Make(StatusKind.NoResponse, i, j + 1, i, "no-response", null, Beside(k + 1, "to") ?? Beside(k + 1, "with") ?? Beside(k + 1, "for"));
            }
        }
        return null;
    }

    private SourcePhrase? Beside(int preposition, string word) => text.Word(preposition) == word ? sources.After(preposition + 1) : null;

    private (StatusSignal, int)? Pleaded(int i, Text.SentenceRange sentence)
    {
        if (text.Word(i + 1) is "the" && text.Word(i + 2) is "fifth")
        {
            return Make(StatusKind.Declined, i, i + 3, i, "declined", null);
        }
        return text.Words[i] is not "plead" && text.Word(i + 1) is "not" && text.Word(i + 2) is "guilty"
            ? Make(StatusKind.Denied, i, i + 3, i, "not-guilty", MatterAfter(i + 3, sentence)) : null;
    }

    // "issued a strong denial", "her denials": a denial that somebody made
    private (StatusSignal, int)? Denial(int i, Text.SentenceRange sentence)
    {
        for (var j = i - 1; j >= Math.Max(sentence.First, i - 5); j--)
        {
            if (text.Words[j] is "no" or "without" or "plausible" or "any" or "in")
            {
                return null;
            }
            if (text.Words[j] is "'s" or "'" or "his" or "her" or "their" or "its" or "issued" or "issuing" or "repeated" or "made")
            {
                return Make(StatusKind.Denied, i, i + 1, text.Words[j] is "his" or "her" or "their" or "its" ? sentence.First : j, "denial", MatterAfter(i + 1, sentence));
            }
        }
        return null;
    }

    // "called the report false", "denounced the claims as “pure fiction”", "says claim is false"
    private (StatusSignal, int)? CalledUntrue(int i, Text.SentenceRange sentence)
    {
        if (text.Tags[i] is PosTag.Noun or PosTag.Adj || IsPassive(i) || IsHeldOpen(i))
        {
            return null;
        }
        var isSaying = text.Words[i] is "says" or "said";
        var isClaim = false;
        var isCalled = !isSaying;
        for (var k = i + 1; k < Math.Min(sentence.Last, i + MostCalled); k++)
        {
            var word = text.Words[k];
            isClaim |= Allegations.Contains(word) || (!isSaying && k <= i + 2 && word is "it" or "them" or "this" or "that");
            isCalled |= word is "is" or "are" or "was" or "were";
            if (isClaim && isCalled && CalledFalse.Contains(word) && !Allegations.Contains(text.Word(k + 1)) && text.Word(k - 1) is not ("not" or "n't" or "no"))
            {
                return Make(StatusKind.Denied, i, i + 1, i, "called-false", MatterAfter(i + 1, sentence));
            }
            if (word is ";" or "." or "but" or "who" or "which" || (word is "," && text.StretchOf[k] < 0))
            {
                return null;
            }
        }
        return null;
    }

    private (StatusSignal, int)? DidNot(int i, Text.SentenceRange sentence)
    {
        var j = i + 2;
        while (j < sentence.Last && (text.Tags[j] == PosTag.Adv || text.Words[j] is "immediately" or "yet" or "even"))
        {
            j++;
        }
        var word = text.Word(j);
        if (word is "respond" or "responded" or "reply" or "replied" or "answer" or "answered")
        {
            return !IsAskedByOutlet(j + 1, sentence.Last) ? null : word is "answer" or "answered"
                && text.Word(j + 1) is not ("a" or "questions" or "requests" or "calls" or "emails" or "phone") ? null
                : Make(StatusKind.NoResponse, i, j + 1, i, "no-response", null);
        }
        if (word is "return" or "returned" && IsAskedByOutlet(j + 1, sentence.Last)
            && text.WithinNext(j, sentence.Last, 7, "call", "calls", "request", "requests", "email", "emails",
            "message", "messages", "inquiries", "inquiry", "comment"))
        {
            return Make(StatusKind.NoResponse, i, j + 1, i, "no-response", null);
        }
        if (word is "want" or "wish" or "wanted" or "wished" && text.Word(j + 1) == "to"
            && text.Word(j + 2) is "say" or "comment" or "talk" or "speak" or "discuss" or "answer")
        {
            return Make(StatusKind.Declined, i, j + 3, i, "declined", null);
        }
        if (word is "comment" or "commented")
        {
            return Make(StatusKind.Declined, i, j + 1, i, "declined", null);
        }
        if (word is "dispute" or "deny" or "confirm" or "denied" or "confirmed" or "disputed"
            && text.Tags[i] is PosTag.Aux or PosTag.Verb)
        {
            return Make(StatusKind.Unclear, i, j + 1, i, "did-not", MatterAfter(j + 1, sentence));
        }
        return null;
    }

    /// <summary>
    /// Whether silence is towards the press: nothing more is said, or a request, a call or a message is left
    /// unanswered that is not
    /// somebody else's ("her letters", "the union's offer", "the treatment").
    /// </summary>
    private bool IsAskedByOutlet(int from, int limit)
    {
        var isToThing = text.Word(from) is "to";
        var end = Math.Min(limit, from + 12);
        for (var i = from; i < end; i++)
        {
            if (text.Words[i] is "comment" or "comments" or "interview" or "interviews" || references.At(i) is not null)
            {
                return true;
            }
        }
        for (var i = from; i < end; i++)
        {
            var word = text.Words[i];
            if (word is "," or ";" or "." or "but" or "when" or "while")
            {
                break;
            }
            if (word is "his" or "her" or "their" or "its" || (word is "'s" or "'" && i > from))
            {
                return false;
            }
            if (Asked.Contains(word))
            {
                return text.Word(i - 1) is not ("either" or "the" or "this" or "that" or "both") && text.Tag(i - 1) != PosTag.Propn && text.Word(i + 1) is not ("seeking" or "asking" or "demanding" or "from" or "of");
            }
        }
        return !isToThing && IsAsking(from);
    }

    // "Asked about it, she did not answer", "did not immediately respond": silence towards whoever writes
    private bool IsAsking(int from)
    {
        var sentence = text.SentenceOf[Math.Min(from, text.Words.Length) - 1];
        for (var i = text.Sentences[Math.Max(0, sentence - 1)].First; i < from; i++)
        {
            if (text.Words[i] is "immediately" or "asked" or "comment" or "contacted" or "reached" or "requested" or "request" or "requests"
                or "reporters" || references.At(i) is not null)
            {
                return true;
            }
        }
        return false;
    }

    private (StatusSignal, int)? CouldNot(int i, Text.SentenceRange sentence)
    {
        var j = i + 2;
        while (j < sentence.Last && text.Tags[j] == PosTag.Adv)
        {
            j++;
        }
        return text.Word(j) is "be" && text.WithinNext(j, sentence.Last, 4, "reached", "contacted")
            ? Make(StatusKind.NoResponse, i, j + 2, i, "not-reached", null) : null;
    }

    private (StatusSignal, int)? Denied(int i, Text.SentenceRange sentence)
    {
        if (text.Word(i - 1) is "to" && text.Word(i - 2) is "tried" or "sought" or "continued" or "continues" or "moved" or "rushed" or "on" or "quick")
        {
            return Make(StatusKind.Denied, i, i + 1, i, "denied", MatterAfter(i + 1, sentence));
        }
        if (text.Words[i] is "denied" && By(i) is { } denier)
        {
            return Make(StatusKind.Denied, i, i + 1, i, "denied", null, denier);
        }
        var isAttribute = text.Tags[i] is PosTag.Noun or PosTag.Adj && text.Words[i] is "denied"
            && text.Tag(i - 1) is PosTag.Det or PosTag.Adp or PosTag.Adj && text.Tag(i + 1) is PosTag.Noun;
        if (isAttribute || IsPassive(i) || IsHeldOpen(i))
        {
            return IsHeldOpen(i) && text.Word(i - 1) is "not" or "n't"
                ? Make(StatusKind.Unclear, i - 1, i + 1, i, "did-not", MatterAfter(i + 1, sentence)) : null;
        }
        for (var k = i + 1; k < Math.Min(sentence.Last, i + 6); k++)
        {
            if (DeniedThings.Contains(text.Words[k]))
            {
                return null;
            }
            if (text.Tags[k] is PosTag.Punct or PosTag.Verb || text.Words[k] is "that")
            {
                break;
            }
        }
        return Make(StatusKind.Denied, i, i + 1, i, "denied", MatterAfter(i + 1, sentence));
    }

    private (StatusSignal, int)? Rejected(int i, Text.SentenceRange sentence)
    {
        if (text.Tags[i] is not PosTag.Verb || IsPassive(i) || IsHeldOpen(i))
        {
            return null;
        }
        for (var k = i + 1; k < Math.Min(sentence.Last, i + 9); k++)
        {
            if (Allegations.Contains(text.Words[k]))
            {
                // "rejected the idea of closing the bridge": a plan, no claim
                return text.Word(k + 1) is "of" && text.Word(k + 2).EndsWith("ing", StringComparison.Ordinal) ? null
                    : Make(StatusKind.Denied, i, i + 1, i, "rejected", MatterAfter(i + 1, sentence));
            }
            if (text.Words[k] is "that" && k == i + 1 && text.Tag(k + 1) is not (PosTag.Noun or PosTag.Adj))
            {
                return Make(StatusKind.Denied, i, i + 1, i, "rejected", MatterAfter(i + 1, sentence));
            }
            if (text.Tags[k] is PosTag.Punct)
            {
                break;
            }
        }
        return null;
    }

    private (StatusSignal, int)? Confirmed(int i, Text.SentenceRange sentence)
    {
        if (text.Words[i] is "confirmed" or "acknowledged" or "admitted" && By(i) is { } confirmer
            && text.Slice(confirmer.First, confirmer.Last).ToLowerInvariant() is not ("senate" or "the senate" or "parliament" or "lawmakers"))
        {
            return Make(StatusKind.Confirmed, i, i + 1, i, "confirmed", null, confirmer);
        }
        if (text.Tags[i] is not PosTag.Verb || IsPassive(i))
        {
            return null;
        }
        if (IsHeldOpen(i) || BearsOnWords(i, sentence) || text.Word(i - 1) is "and" or "or" && IsHeldOpen(i - 2))
        {
            return null;
        }
        // "admitting the two states": letting in; "which confirmed my fears": a thing, nobody speaks
        if ((text.Words[i].StartsWith("admit", StringComparison.Ordinal) && text.Tag(i + 1) is PosTag.Propn)
            || text.Word(i - 1) is "which")
        {
            return null;
        }
        // "the confirmed cases", "was admitted", "conceded the election"
        if (text.Words[i] is "conceded" or "concede" or "concedes" && text.Word(i + 1) is "the" or "to" or "defeat"
            || text.Word(i + 1) is "into" or "cases")
        {
            return null;
        }
        return Make(StatusKind.Confirmed, i, i + 1, i, "confirmed", MatterAfter(i + 1, sentence));
    }

    // "was denied by the yard": who
    private SourcePhrase? By(int i) =>
        IsPassive(i) && text.Word(i + 1) is "by" ? sources.After(i + 2) : IsPassive(i) && text.Word(i + 2) is "by" ? sources.After(i + 3) : null;

    private bool BearsOnWords(int i, Text.SentenceRange sentence) =>
        text.Words[i].StartsWith("confirm", StringComparison.Ordinal)
            && text.WithinNext(i, sentence.Last, 4, "statement", "statements", "remarks", "comments")
            && text.Word(i - 1) is "to";

    private bool IsPassive(int i)
    {
        if (!text.Words[i].EndsWith("ed", StringComparison.Ordinal))
        {
            return false;
        }
        for (var j = i - 1; j >= 0 && j > i - 4; j--)
        {
            if (text.Words[j] is "was" or "were" or "is" or "are" or "be" or "been" or "being" or "get" or "got")
            {
                return true;
            }
            if (text.Tags[j] != PosTag.Adv && text.Words[j] is not ("not" or "n't"))
            {
                return text.Tags[j] is PosTag.Det or PosTag.Adj || text.Words[j] is "his" or "her" or "their" or "its" or "our";
            }
        }
        return false;
    }

    private bool IsHeldOpen(int i)
    {
        for (var j = i - 1; j >= 0 && j > i - 4; j--)
        {
            if (text.Words[j] is "to" or "not" or "n't" or "would" or "could" or "might" or "may" or "can" or "will"
                or "must" or "should" or "never" or "if" or "please")
            {
                return true;
            }
            if (text.Tags[j] is not (PosTag.Adv or PosTag.Aux))
            {
                return false;
            }
        }
        return false;
    }

    private TextSpan? MatterAfter(int i, Text.SentenceRange sentence)
    {
        var last = i;
        var comma = false;
        while (last < sentence.Last && !(text.Words[last] is "." or ";" or "!"
            || (comma = text.Words[last] is ","
            && text.Word(last + 1) is "but" or "and" or "saying" or "calling" or "which" or "who" or "insisting"
            or "while" or "adding")))
        {
            last++;
        }
        _ = comma;
        return last > i ? text.Span(i, last) : null;
    }

    private (StatusSignal, int) Make(StatusKind kind, int first, int last, int verb, string rule, TextSpan? matter,
        SourcePhrase? by = null)
    {
        var sentence = text.SentenceAt(first);
        var source = by ?? (text.Words[verb].EndsWith("ing", StringComparison.Ordinal) ? sources.OfParticiple(verb) : sources.Before(verb));
        var asked = AskedBy(last, sentence.Last);
        var span = text.Span(first, last);
        var party = source is { } words ? resolver.ResolveSource(words, null, -1, out _).Name
            ?? text.Slice(words.First, words.Last) : null;
        TextSpan? partySpan = source is { } p ? text.Span(p.First, p.Last) : null;
        var explanation = partySpan is { } at
            ? Explanation.Of("analysis.status." + rule, $"“{span.Of(text.Text)}” with “{at.Of(text.Text)}” before it",
            text.Article.Id, span, at)
            : Explanation.Of("analysis.status." + rule, $"“{span.Of(text.Text)}”; the text names no party",
            text.Article.Id, span);
        return (new StatusSignal
        {
            Kind = kind, Span = span, Party = party, PartySpan = partySpan, AskedBy = asked, Matter = matter,
            Explanation = explanation with { Figure = source is null ? 0.6 : 0.9 },
        }, last);
    }

    /// <summary>The outlet named after the words: "to comment to X", "to X's request".</summary>
    private string? AskedBy(int from, int limit)
    {
        for (var i = from; i < Math.Min(limit, from + 14); i++)
        {
            if (references.At(i) is { } reference
                && text.Word(reference.First - 1) is "to" or "from" or "by" or "with" or "for")
            {
                return reference.Name;
            }
            if (text.Words[i] is ";" or "." or "but")
            {
                break;
            }
        }
        return null;
    }
}
