namespace Stemma.Analyzing;

/// <summary>Which pronouns a language uses for whom.</summary>
internal sealed record PronounRules(
    IReadOnlySet<string> Male, IReadOnlySet<string> Female, IReadOnlySet<string> Group, IReadOnlySet<string> First)
{
    /// <summary>Nouns that tell a man beside his name: "husband", "chairman".</summary>
    public IReadOnlySet<string> MaleNouns { get; init; } = new HashSet<string>();

    /// <summary>Nouns that tell a woman beside her name.</summary>
    public IReadOnlySet<string> FemaleNouns { get; init; } = new HashSet<string>();

    /// <summary>Cues by which one who spoke goes on: "continued".</summary>
    public IReadOnlySet<string> GoingOn { get; init; } = new HashSet<string>();

    /// <summary>Verbs that people do.</summary>
    public IReadOnlySet<string> Speaks { get; init; } = new HashSet<string>();

    /// <summary>What stands for an organisation or a thing: "it".</summary>
    public IReadOnlySet<string> Thing { get; init; } = new HashSet<string>();
}

/// <summary>
/// Gives each statement its speaker's fullest name in the article: names by the article's own full form, "he" and "she" by a
/// sum over the people named before (gender, distance, subject position, who spoke last); nouns stay as written.
/// </summary>
internal sealed class SpeakerResolver(MarkedText text, NamesInText names, PronounRules pronouns)
{
    private const int SentencesBack = 14;

    // what "it" stands for is guessed: shown with a low figure
    private const double SureOfThing = 0.45;

    private readonly Dictionary<Person, int> _introductions = [];

    private bool _gendersRead;

    /// <summary>Resolves the statements, which must be in text order; O(statements × names in the eight sentences before).</summary>
    public void Resolve(IReadOnlyList<Statement> statements)
    {
        Person? last = null;
        var lastToken = -1;
        Dictionary<int, (Person? Person, string? Name, double Sure)> bySource = [];
        foreach (var statement in statements)
        {
            if (statement.Source is not { } source)
            {
                continue;
            }
            if (!bySource.TryGetValue(source.First, out var known))
            {
                var goesOn = statement.Cue is { } cue && pronouns.GoingOn.Contains(cue.Lemma);
                var (person, name) = ResolveSource(source, last, lastToken, out var sure, goesOn);
                bySource[source.First] = known = (person, name, sure);
            }
            statement.Figure *= known.Sure;
            statement.Person = known.Person;
            statement.Speaker = known.Name;
            if (known.Person is not null)
            {
                last = known.Person;
                lastToken = source.First;
            }
        }
    }

    /// <summary>Who a source names; <paramref name="sure"/> in [0, 1] scales the figure.</summary>
    public (Person? Person, string? Name) ResolveSource(SourcePhrase source, Person? last, int lastToken, out double sure, bool goesOn = false)
    {
        sure = 1;
        if (source.Name is { } name)
        {
            var person = names.TakeAsPerson(name);
            sure = person is null ? 0.9 : person.IsFull ? 1 : 0.8;
            return (person, person?.Name ?? name.Name);
        }
        var word = text.Words[source.First];
        if (source.Last - source.First == 1 && text.Tags[source.First] == PosTag.Pron)
        {
            var gender = pronouns.Male.Contains(word) ? Gender.Male : pronouns.Female.Contains(word) ? Gender.Female : Gender.Unknown;
            if (gender == Gender.Unknown)
            {
                sure = SureOfThing;
                return (null, pronouns.Thing.Contains(word) ? ThingBefore(source.First) : null);
            }
            var person = Antecedent(source.First, gender, last, lastToken, out sure, goesOn);
            return (person, person?.Name);
        }
        return (null, text.Slice(source.First, source.Last));
    }

    /// <summary>The person "he" or "she" at a token stands for; null where nobody fits.</summary>
    public Person? Antecedent(int token, Gender gender, Person? last, int lastToken, out double sure, bool goesOn = false)
    {
        ReadGenders();
        var sentence = SentenceBeforeWords(token);
        var from = text.Sentences[Math.Max(0, sentence - SentencesBack)].First;
        Person? best = null;
        var bestScore = double.NegativeInfinity;
        var second = double.NegativeInfinity;
        for (var m = names.FirstFrom(from); m < names.Mentions.Count && names.Mentions[m].First < token; m++)
        {
            var mention = names.Mentions[m];
            if (mention.Person is not { } person || (person.Gender != Gender.Unknown && person.Gender != gender))
            {
                continue;
            }
            var score = Score(mention, token, sentence, gender, last, lastToken, goesOn);
            if (person == best)
            {
                bestScore = Math.Max(bestScore, score);
            }
            else if (score > bestScore)
            {
                second = bestScore;
                (best, bestScore) = (person, score);
            }
            else
            {
                second = Math.Max(second, score);
            }
        }
        // who spoke last, by whatever words, is as near as where he spoke
        if (last is not null && lastToken >= 0 && lastToken < token && (last.Gender == Gender.Unknown || last.Gender == gender))
        {
            var score = ScoreOfLast(last, lastToken, sentence, gender, goesOn);
            if (last == best)
            {
                bestScore = Math.Max(bestScore, score);
            }
            else if (score > bestScore)
            {
                second = bestScore;
                (best, bestScore) = (last, score);
            }
            else
            {
                second = Math.Max(second, score);
            }
        }
        if (best is null)
        {
            sure = 0;
            // nobody near: the one person of that gender in the article, if there is only one
            var fitting = names.People.Where(p => p.Gender == gender && p.IsFull).Take(2).ToList();
            sure = fitting.Count == 1 ? 0.6 : 0;
            return fitting.Count == 1 ? fitting[0] : null;
        }
        sure = double.IsNegativeInfinity(second) ? 0.95 : Math.Clamp(0.6 + ((bestScore - second) * 0.15), 0.5, 0.95);
        return best;
    }

    private double ScoreOfLast(Person last, int lastToken, int sentence, Gender gender, bool goesOn)
    {
        var distance = Math.Max(0, sentence - text.SentenceOf[lastToken]);
        var score = (-0.8 * distance) + (last.Gender == gender ? 0.8 : 0) + 1.0;
        return score + (goesOn ? 1.0 : 0) + (text.Sentences[text.SentenceOf[lastToken]].Paragraph == text.Sentences[sentence].Paragraph ? 0.5 : 0);
    }

    private double Score(NameMention mention, int token, int sentence, Gender gender, Person? last, int lastToken, bool goesOn)
    {
        var distance = Math.Max(0, sentence - text.SentenceOf[mention.First]);
        var score = -0.8 * distance;
        score += mention.Person!.Gender == gender ? 0.8 : 0;
        var isSubject = IsSubject(mention);
        score += isSubject ? 1.3 : 0;
        // who speaks rarely names himself between the marks
        score -= text.StretchOf[mention.First] >= 0 ? 2.5 : 1.0;
        score += mention.TitleFirst - text.Sentences[text.SentenceOf[mention.First]].First == 0 ? 0.4 : 0;
        score += distance <= 1 && IsIntroduced(mention) ? 1.4 : 0;
        var before = text.Word(mention.TitleFirst - 1);
        score -= !isSubject && text.Tag(mention.TitleFirst - 1) == PosTag.Adp ? 0.5 : 0;
        score -= text.Word(mention.Last) is "'s" or "'" ? 0.4 : 0;
        score -= before is "and" ? 0.2 : 0;
        if (last == mention.Person)
        {
            score += goesOn ? 1.5 : 0;
            score += lastToken >= 0 && text.Sentences[text.SentenceOf[lastToken]].Paragraph == text.Sentences[sentence].Paragraph ? 1.5 : 1.0;
        }
        // within one sentence, what stands right before the pronoun's own clause is rarely meant
        score -= distance == 0 && token - mention.Last < 3 ? 0.6 : 0;
        return score;
    }

    // "Ann Lee, president of the club,": a full name told who it is
    private bool IsIntroduced(NameMention mention) =>
        mention.Last - mention.First > 1 && mention.Person is { } person && _introductions.GetValueOrDefault(person) == mention.First && text.Word(mention.Last) == "," && text.Tag(mention.Last + 1) is PosTag.Noun or PosTag.Det or PosTag.Adj;

    private bool IsSubject(NameMention mention)
    {
        var next = mention.Last;
        if (text.Word(next) is "," or "(" or "—" or "–" or "--")
        {
            var close = text.Words[next] is "(" ? ")" : text.Words[next];
            for (var i = next + 1; i < Math.Min(text.Tokens.Length, next + 20); i++)
            {
                if (text.Words[i] == close)
                {
                    next = i + 1;
                    break;
                }
            }
        }
        else if (text.Word(next) is "of" or "at" or "from" or "in")
        {
            // "Ann Lee of the Harbour Board told": over the words of place or office
            for (var i = next + 1; i < Math.Min(text.Tokens.Length, next + 7) && text.Tags[i] is PosTag.Det or PosTag.Noun or PosTag.Propn or PosTag.Adj; i++)
            {
                next = i + 1;
            }
        }
        while (text.Tag(next) == PosTag.Adv)
        {
            next++;
        }
        return text.Tag(next) is PosTag.Verb or PosTag.Aux || text.Word(next) is "who";
    }

    // "his wife, Jane", "Kim Doe, a spokeswoman for": nouns beside a name tell what an unknown forename does not
    private void ReadGenders()
    {
        if (_gendersRead)
        {
            return;
        }
        _gendersRead = true;
        foreach (var mention in names.Mentions)
        {
            // "Brunel called on the council": a bare surname that speaks is a person
            if (mention.Person is null && mention.Kind == Model.MentionKind.Other && mention.Last - mention.First == 1 && pronouns.Speaks.Contains(text.Word(mention.Last)))
            {
                _ = names.TakeAsPerson(mention);
            }
        }
        foreach (var mention in names.Mentions)
        {
            if (mention.Person is { } named)
            {
                _introductions.TryAdd(named, mention.First);
            }
            if (mention.Person is not { Gender: Gender.Unknown } person)
            {
                continue;
            }
            var before = text.Word(mention.TitleFirst - 1) is "," ? mention.TitleFirst - 2 : mention.TitleFirst - 1;
            var told = GenderOf(text.Word(before));
            for (var i = mention.Last + 1; told == Gender.Unknown && text.Word(mention.Last) is "," && i < mention.Last + 7 && text.Word(i) is not ("," or "." or "of" or "to" or "for" or "and"); i++)
            {
                told = GenderOf(text.Word(i));
            }
            person.Gender = told;
        }
        VoteByPronouns();
    }

    // "Lee said he would": the pronoun after a name that no other person stands before tells the gender, where all such agree
    private void VoteByPronouns()
    {
        var votes = new Dictionary<Person, (int Male, int Female)>();
        foreach (var mention in names.Mentions)
        {
            if (mention.Person is not { Gender: Gender.Unknown } person || text.SentenceOf[mention.First] < 0 || text.StretchOf[mention.First] >= 0)
            {
                continue;
            }
            var limit = Math.Min(text.SentenceAt(mention.First).Last, mention.Last + 12);
            for (var i = mention.Last; i < limit && text.StretchOf[i] < 0 && names.At(i)?.Person is null; i++)
            {
                var word = text.Words[i];
                var (male, female) = votes.GetValueOrDefault(person);
                if (pronouns.Male.Contains(word) || pronouns.Female.Contains(word))
                {
                    votes[person] = pronouns.Male.Contains(word) ? (male + 1, female) : (male, female + 1);
                    break;
                }
            }
        }
        foreach (var person in names.People)
        {
            if (votes.TryGetValue(person, out var told) && (told.Male == 0 || told.Female == 0))
            {
                person.Gender = told.Male > 0 ? Gender.Male : Gender.Female;
            }
        }
    }

    // “A. B. C,” he said: who he is was named before the words began
    private int SentenceBeforeWords(int token)
    {
        for (var i = token - 1; i >= Math.Max(0, token - 3); i--)
        {
            if (text.StretchOf[i] >= 0)
            {
                return Math.Max(0, text.SentenceOf[text.Stretches[text.StretchOf[i]].First]);
            }
        }
        return text.SentenceOf[token];
    }

    private Gender GenderOf(string noun) =>
        pronouns.MaleNouns.Contains(noun) ? Gender.Male : pronouns.FemaleNouns.Contains(noun) ? Gender.Female : Gender.Unknown;

    // the organisation or outlet named last as a subject, in this sentence or the one before
    private string? ThingBefore(int token)
    {
        var from = text.Sentences[Math.Max(0, text.SentenceOf[token] - 1)].First;
        string? name = null;
        for (var m = names.FirstFrom(from); m < names.Mentions.Count && names.Mentions[m].First < token; m++)
        {
            var mention = names.Mentions[m];
            if (mention.Kind is Model.MentionKind.Organisation or Model.MentionKind.Outlet && text.StretchOf[mention.First] < 0 && IsSubject(mention))
            {
                name = mention.Name;
            }
        }
        return name;
    }
}
