using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Finds denials and refusals in somebody's own words or what he is said to say: "“That never happened,” X said", "X said he had no part in
/// it". Only where the text lays something to somebody: an accusation stands near, or the party denies elsewhere in the text.
/// </summary>
internal sealed class EnglishOwnStands(MarkedText text, IReadOnlyList<Statement> statements)
{
    // sentences around the words in which the accusation must stand
    private const int Near = 2;

    private static readonly HashSet<string> Accusing = WordLists.Of("""
        accused accuse accuses accusing accusation accusations accuser accusers alleged allegedly allege alleges alleging allegation allegations claims
        claimed charge charges charged suspected suspicion blamed blame collusion colluded conspiracy misconduct wrongdoing harassment assault assaulted bribe
        bribes rumors rumours denied denies deny denying lawsuit indictment criticized criticised criticism critics racist racism complicit fraud
        """);

    // what one has not done without denying anything
    private static readonly HashSet<string> Idle = WordLists.Of("""
        know see think expect want believe remember understand realize realise feel like hear read get need decide care mind imagine plan intend seem mean
        appear agree worry hope wish look sound consider notice recall anticipate bother matter come go win lose pass sleep stop vote support make take give
        seen heard known witness witnessed judge judging inform informed thought expected wanted believed understood felt read got needed decided planned changed won lost passed gone come been
        """);

    private static readonly HashSet<string> False = WordLists.Of("""
        false untrue unfounded baseless groundless meritless bogus fabricated fabrication lie lies hoax slander defamatory
        """);

    // said of a claim they deny it, said of anything else they judge
    private static readonly HashSet<string> Scornful = WordLists.Of("absurd ridiculous preposterous ludicrous nonsense rubbish speculation fiction outrageous");

    private static readonly HashSet<string> Claiming = WordLists.Of("""
        suggest suggests suggesting suggestion suggestions characterize characterise claim claims allegation allegations accusation accusations idea notion
        insinuation report reports story stories imply implying say saying call calling charge charges rumor rumors rumour rumours
        """);

    private static readonly HashSet<string> Parts = WordLists.Of("""
        collusion deal involvement connection role knowledge part contact contacts truth wrongdoing link links quid conspiracy coordination cover-up obstruction
        """);

    /// <summary>The denials, each its words with who speaks them, in text order.</summary>
    public IReadOnlyList<StatusSignal> Find(IReadOnlyList<StatusSignal> told)
    {
        List<StatusSignal> found = [];
        HashSet<string> deniers = [.. told.Where(s => s.Kind is StatusKind.Denied).Select(s => s.Party).OfType<string>()];
        HashSet<int> taken = [.. told.Where(s => s.Kind is StatusKind.Denied).Select(s => text.SentenceOf[text.TokenAt(s.Span.Start)])];
        foreach (var statement in statements.Where(s => s.Speaker is not null).OrderBy(s => s.Span))
        {
            var (first, last) = (text.TokenAt(statement.Span.Start), Math.Min(text.TokenAt(statement.Span.End), text.Tokens.Length));
            for (var i = first; i < last; i++)
            {
                var sentence = text.SentenceOf[i];
                if (sentence >= 0 && !taken.Contains(sentence) && DenialAt(i, last) is { } end
                    && (IsPlain(i) || deniers.Contains(statement.Speaker!) || IsAccusedNear(sentence)) && taken.Add(sentence))
                {
                    found.Add(ToSignal(StatusKind.Denied, statement, i, Math.Min(end, last)));
                    i = end - 1;
                }
                else if (sentence >= 0 && text.StretchOf[i] >= 0 && RefusalAt(i) is { } refused && taken.Add(sentence))
                {
                    found.Add(ToSignal(StatusKind.Declined, statement, i, Math.Min(refused, last)));
                }
            }
        }
        return found;
    }

    // these deny whatever was said before
    private bool IsPlain(int i) => text.Words[i] is "nothing" or "anything" or "further" or "falsely";

    private bool IsAccusedNear(int sentence)
    {
        var to = Math.Min(text.Sentences.Length - 1, sentence + 1);
        for (var i = text.Sentences[Math.Max(0, sentence - Near)].First; i < text.Sentences[to].Last; i++)
        {
            if (Accusing.Contains(text.Words[i]))
            {
                return true;
            }
        }
        return false;
    }

    // “we do not comment on letters”, “no comment”
    private int? RefusalAt(int i) => text.Words[i] switch
    {
        "not" or "n't" when text.Word(i + 1) is "comment" or "discuss" && text.Word(i - 1) is "do" or "does" or "will" or "wo" or "can" or "ca" or "would"
            or "could" => i + 2,
        "not" or "n't" when text.Word(i + 1) is "be" && text.Word(i + 2) is "commenting" => i + 3,
        "cannot" when text.Word(i + 1) is "comment" or "discuss" => i + 2,
        "no" when text.Word(i + 1) is "comment" or "comments" => i + 2,
        "no" when text.Word(i + 1) is "further" && text.Word(i + 2) is "comment" => i + 3,
        _ => null,
    };

    // the token after a denial that begins here
    private int? DenialAt(int i, int last) => text.Words[i] switch
    {
        "did" or "has" or "have" or "had" or "was" or "were" or "is" or "are" when text.Word(i + 1) is "not" or "n't" => NotDone(i, i + 2, last),
        "never" => NotDone(i, i + 1, last),
        "nothing" when text.Matches(i + 1, "to do with") => i + 4,
        "anything" when text.Matches(i + 1, "to do with") => i + 4,
        "further" when text.Matches(i + 1, "from the truth") => i + 4,
        "no" when Parts.Contains(text.Word(i + 1)) => i + 2,
        "no" when Parts.Contains(text.Word(i + 2)) && text.Tag(i + 1) is PosTag.Adj or PosTag.Propn => i + 3,
        "falsely" when text.Word(i + 1) is "accused" => i + 2,
        var word when False.Contains(word) && IsPredicate(i) => i + 1,
        var word when Scornful.Contains(word) && IsPredicate(i) && IsOfClaim(i) => i + 1,
        _ => null,
    };

    // "did not happen", "I have never met", "was not involved"
    private int? NotDone(int aux, int i, int last)
    {
        while (i < last && text.Tags[i] == PosTag.Adv)
        {
            i++;
        }
        var verb = text.Word(i);
        if (i >= last || Idle.Contains(verb))
        {
            return null;
        }
        if (verb is "happen" or "happened" or "occur" or "occurred" or "true" or "involved" or "guilty" or "responsible")
        {
            return i + 1;
        }
        // a present "is not" is an opinion; what one did is told in the past
        var isPast = text.Words[aux] is "did" or "has" or "have" or "had" or "was" or "were" or "never";
        return isPast && text.Tags[i] == PosTag.Verb && IsOwn(aux) ? i + 1 : null;
    }

    // the one who speaks is who did not: "I", "we", "he"
    private bool IsOwn(int aux)
    {
        for (var i = aux - 1; i >= Math.Max(0, aux - 3); i--)
        {
            if (text.Words[i] is "i" or "we")
            {
                return true;
            }
            // between marks a third person is somebody else
            if (text.Words[i] is "he" or "she" or "it" or "they")
            {
                return text.StretchOf[i] < 0;
            }
            if (text.Tags[i] is not (PosTag.Adv or PosTag.Aux))
            {
                return false;
            }
        }
        return false;
    }

    private bool IsOfClaim(int i)
    {
        for (var j = text.SentenceAt(i).First; j < i; j++)
        {
            if (Claiming.Contains(text.Words[j]))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsPredicate(int i)
    {
        var j = i - 1;
        while (j >= 0 && (text.Tags[j] is PosTag.Adv or PosTag.Det or PosTag.Adj || text.Words[j] is "all" or "just" or "pure" or "total"))
        {
            j--;
        }
        return text.Word(j) is "is" or "are" or "was" or "were" or "'s" or "as" && text.Word(i + 1) is not "that";
    }

    private StatusSignal ToSignal(StatusKind kind, Statement statement, int first, int last)
    {
        var span = text.Span(first, last);
        TextSpan? party = statement.Source is { } source ? text.Span(source.First, source.Last) : null;
        return new StatusSignal
        {
            Kind = kind,
            Span = span,
            Party = statement.Speaker,
            PartySpan = party,
            Matter = statement.Span,
            Explanation = Explanation.Of(
                "analysis.status.own-words", $"“{span.Of(text.Text)}” in what {statement.Speaker} says", text.Article.Id,
                party is { } at ? [span, at] : [span]) with { Figure = 0.6 },
        };
    }
}
