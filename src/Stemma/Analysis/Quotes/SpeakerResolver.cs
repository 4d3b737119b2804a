namespace Stemma.Analyzing;

/// <summary>Which pronouns a language uses for whom.</summary>
internal sealed record PronounRules(
    IReadOnlySet<string> Male, IReadOnlySet<string> Female, IReadOnlySet<string> Group, IReadOnlySet<string> First);

/// <summary>
/// Gives each statement its speaker's fullest name in the article: names by the article's own full form, "he" and "she" by a
/// sum over the people named before (gender, distance, subject position, who spoke last); nouns stay as written.
/// </summary>
internal sealed class SpeakerResolver(MarkedText text, NamesInText names, PronounRules pronouns)
{
    private const int SentencesBack = 14;

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
                var (person, name) = ResolveSource(source, last, lastToken, out var sure);
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
    public (Person? Person, string? Name) ResolveSource(SourcePhrase source, Person? last, int lastToken, out double sure)
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
                sure = 0.4;
                return (null, null);
            }
            var person = Antecedent(source.First, gender, last, lastToken, out sure);
            return (person, person?.Name);
        }
        return (null, text.Slice(source.First, source.Last));
    }

    /// <summary>The person "he" or "she" at a token stands for; null where nobody fits.</summary>
    public Person? Antecedent(int token, Gender gender, Person? last, int lastToken, out double sure)
    {
        var sentence = text.SentenceOf[token];
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
            var score = Score(mention, token, sentence, gender, last, lastToken);
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

    private double Score(NameMention mention, int token, int sentence, Gender gender, Person? last, int lastToken)
    {
        var distance = sentence - text.SentenceOf[mention.First];
        var score = -0.8 * distance;
        score += mention.Person!.Gender == gender ? 0.8 : 0;
        score += IsSubject(mention) ? 1.3 : 0;
        score -= text.StretchOf[mention.First] >= 0 ? 1.5 : 1.0;
        var before = text.Word(mention.TitleFirst - 1);
        score -= text.Tag(mention.TitleFirst - 1) == PosTag.Adp ? 0.5 : 0;
        score -= text.Word(mention.Last) is "'s" or "'" ? 0.4 : 0;
        score -= before is "and" ? 0.2 : 0;
        if (last == mention.Person)
        {
            score += lastToken >= 0 && text.Sentences[text.SentenceOf[lastToken]].Paragraph == text.Sentences[sentence].Paragraph ? 1.5 : 1.0;
        }
        // within one sentence, what stands right before the pronoun's own clause is rarely meant
        score -= distance == 0 && token - mention.Last < 3 ? 0.6 : 0;
        return score;
    }

    private bool IsSubject(NameMention mention)
    {
        var next = mention.Last;
        if (text.Word(next) == "," || text.Word(next) == "(")
        {
            for (var i = next + 1; i < Math.Min(text.Tokens.Length, next + 20); i++)
            {
                if (text.Words[i] is "," or ")")
                {
                    next = i + 1;
                    break;
                }
            }
        }
        while (text.Tag(next) == PosTag.Adv)
        {
            next++;
        }
        return text.Tag(next) is PosTag.Verb or PosTag.Aux;
    }
}
