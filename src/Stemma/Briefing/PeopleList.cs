using Stemma.Model;
using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>Who the story names, with the words by which an account says who they are.</summary>
internal sealed class PeopleList(SpeakerNames names)
{
    private const int LongestDescription = 90;

    /// <summary>The people: in most accounts first, then most quoted, then by name.</summary>
    public IReadOnlyList<Person> List(Story story, IReadOnlyList<Utterance> utterances)
    {
        var quotes = utterances.GroupBy(u => names.KeyOf(u.Speaker)).ToDictionary(g => g.Key, g => g.Count());
        return
        [
            .. story.Accounts
                .SelectMany(a => a.Analysis.Mentions.Where(m => m.Kind is MentionKind.Person).Select(m => (Account: a, Mention: m)))
                .GroupBy(m => names.KeyOf(m.Mention.Name))
                .Where(g => g.Key.Contains(' ', StringComparison.Ordinal))
                .Select(g => ToPerson([.. g], quotes.GetValueOrDefault(g.Key)))
                .OrderByDescending(p => p.Accounts)
                .ThenByDescending(p => p.Quotes)
                .ThenBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    private Person ToPerson(List<(Account Account, Mention Mention)> mentions, int quotes)
    {
        var name = names.Resolve(mentions[0].Mention.Name);
        var full = mentions.FirstOrDefault(m => m.Mention.Span.Length >= name.Length, mentions[0]);
        var first = new Evidence(full.Account.Id, full.Mention.Span);
        var texts = mentions.DistinctBy(m => m.Account.Id).ToDictionary(m => m.Account.Id, m => m.Account.Article.Text);
        var description = mentions
            .Select(m => Describe(m.Account, m.Mention))
            .OfType<Evidence>()
            .Where(d => IsTelling(texts[d.Article], d.Span))
            .OrderByDescending(d => d.Span.Length)
            .ThenBy(d => d)
            .Select(d => (Evidence?)d)
            .FirstOrDefault();
        return new Person(
            ItemId.Of('p', [first], name),
            name,
            description,
            mentions.Select(m => m.Account.Id).Distinct().Count(),
            quotes,
            first);
    }

    // "Ms" and "OBN's" do not say who somebody is.
    private static bool IsTelling(string text, TextSpan span)
    {
        var words = span.Of(text);
        return words.Length > 4 && !words.EndsWith("’s", StringComparison.Ordinal) && !words.EndsWith("'s", StringComparison.Ordinal);
    }

    /// <summary>The title before the name ("Mexican President"), or the apposition after it (", a lawyer at …,").</summary>
    private static Evidence? Describe(Account account, Mention mention)
    {
        var text = account.Article.Text;
        var sentence = account.Analysis.Sentences.FirstOrDefault(s => s.Span.Contains(mention.Span.Start));
        // Inside quotation marks somebody is spoken to or of in the speaker's words.
        if (sentence is null || account.Analysis.Quotes.Any(q => q.Form is not QuoteForm.Indirect && q.Span.Overlaps(mention.Span)))
        {
            return null;
        }
        var after = Apposition(text, mention.Span.End, sentence.Span.End);
        if (after is { } span && !NamesOthers(account, span))
        {
            return new Evidence(account.Id, span);
        }
        var start = TitleStart(text, sentence.Span.Start, mention.Span.Start);
        var title = new TextSpan(start, Math.Max(start, mention.Span.Start - 1));
        return start < mention.Span.Start && !NamesOthers(account, title) ? new Evidence(account.Id, title) : null;
    }

    // "Ada Holm, Tom Lee and …" is a list of names: who follows does not say who she is.
    private static bool NamesOthers(Account account, TextSpan span) =>
        account.Analysis.Mentions.Any(m => m.Kind is MentionKind.Person && m.Span.Overlaps(span) && m.Span.Start < span.Start + 12)
        || (!OfOne.Contains(WordScanner.Fold(FirstWord(span.Of(account.Article.Text))))
            && account.Analysis.Mentions.Any(m => m.Kind is MentionKind.Person && m.Span.Overlaps(span)));

    private static string FirstWord(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var end and > 0 ? text[..end] : text;

    // "a veteran of Tom Lee's campaign" is somebody, "former minister Tom Lee" is the next of a list.
    private static readonly HashSet<string> OfOne = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "his", "her", "its", "their", "one", "ein", "eine", "der", "die", "sein", "seine", "ihr", "ihre",
    };

    // ", associate fellow at the Centre for …," : up to the next comma, starting with an article or a lower-case noun.
    private static TextSpan? Apposition(string text, int nameEnd, int sentenceEnd)
    {
        if (nameEnd + 2 >= sentenceEnd || text[nameEnd] != ',' || text[nameEnd + 1] != ' ')
        {
            return null;
        }
        var start = nameEnd + 2;
        var end = text.IndexOfAny([',', ';', '”', '“', '"', '—'], start);
        var isClosed = end >= 0 && end <= sentenceEnd;
        if (!isClosed)
        {
            end = char.IsPunctuation(text[sentenceEnd - 1]) ? sentenceEnd - 1 : sentenceEnd;
        }
        if (end - start > LongestDescription || end - start < 4)
        {
            return null;
        }
        var words = WordScanner.Scan(text, new TextSpan(start, end)).ToList();
        var first = words.Count == 0 ? "" : WordScanner.Fold(words[0].Of(text));
        var isNoun = words.Count >= 2 && !words.Exists(w => FiniteVerbs.Contains(WordScanner.Fold(w.Of(text)))) && !NotADescription.Contains(first)
            && !char.IsDigit(first[0]) && !IsVerb(first) && (isClosed || !words.Exists(w => IsVerb(WordScanner.Fold(w.Of(text)))));
        return isNoun ? new TextSpan(start, end) : null;
    }

    private static readonly HashSet<string> NotADescription = new(StringComparer.Ordinal)
    {
        "and", "but", "or", "who", "whose", "which", "in", "on", "at", "for", "with", "as", "to", "by", "from", "after",
        "before", "however", "said", "told", "he", "she", "they", "it", "we", "i", "is", "was", "has", "had", "also",
        "meanwhile", "only", "not", "just", "even", "both", "all", "once", "still", "so", "yet", "until", "because", "since", "though", "although", "than", "along", "together", "like", "via", "one", "some", "many", "most", "there", "that", "this", "these",
        "citing", "according", "accompanied", "asked", "including", "now", "then", "per", "when", "while",
        "und", "der", "die", "das", "sagte", "wie", "als", "im", "am", "bei", "nach",
    };

    // What holds a finite verb of its own is no apposition, unless a relative pronoun leads it.
    private static readonly HashSet<string> FiniteVerbs = new(StringComparer.Ordinal)
    {
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "said", "told", "did", "ist", "sind", "war", "waren",
    };

    // "joined by", "opening fire"; "retired" and "elected" say who somebody is.
    private static bool IsVerb(string word) =>
        word.Length > 4 && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal))
        && word is not ("retired" or "elected" or "appointed" or "acting" or "outgoing" or "incoming" or "leading" or "visiting" or "managing" or "founding");

    // Capitalised words right before the name, with "of", "for" and "the" among them: "Secretary of State".
    private static int TitleStart(string text, int sentenceStart, int nameStart)
    {
        var words = WordScanner.Scan(text, new TextSpan(sentenceStart, nameStart)).ToList();
        var start = nameStart;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var word = words[i];
            var gap = text[word.End..(i + 1 < words.Count ? words[i + 1].Start : nameStart)];
            if (gap is not (" " or "-" or ". ") || nameStart - word.Start > LongestDescription)
            {
                break;
            }
            if (char.IsUpper(text[word.Start]) && !(i == 0 && NotADescription.Contains(WordScanner.Fold(word.Of(text)))))
            {
                start = word.Start;
            }
            else if (i == words.Count - 1 || word.Of(text) is not ("of" or "for" or "and" or "de" or "des" or "der"))
            {
                break;
            }
        }
        return start;
    }
}
