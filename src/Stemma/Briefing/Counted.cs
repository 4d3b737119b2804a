using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>An amount in its sentence.</summary>
internal sealed class Counted
{
    /// <summary>The unit of everything that counts people, whatever it calls them.</summary>
    public const string Persons = "person";

    /// <summary>Content words on either side of a number that say what befell what it counts.</summary>
    private const int NearWords = 5;

    /// <summary>Content words on either side of a number that tell what it is of.</summary>
    private const int AroundWords = 6;

    /// <summary>Content words after an amount of money among which stands what it is for.</summary>
    private const int AfterWords = 3;

    private static readonly HashSet<string> PersonUnits = new(
        new[]
        {
            "people", "person", "persons", "passenger", "passengers", "injured", "man", "men", "woman", "women", "victim",
            "victims", "resident", "residents", "civilian", "civilians", "patient", "patients", "child", "children",
            "student", "students", "worker", "workers", "soldier", "soldiers", "dead", "killed", "hurt", "wounded", "missing",
            "arrested", "hospitalized", "others", "survivors",
            "menschen", "person", "personen", "verletzte", "tote", "passagiere", "opfer", "kinder", "bewohner",
        }.Select(u => ContentWords.Stem(WordScanner.Fold(u))),
        StringComparer.Ordinal);

    /// <summary>What befell people; one of them excludes the others.</summary>
    private static readonly string[][] Plights =
    [
        ["injur", "hurt", "wounded", "wound", "hospitaliz", "injury", "verletzt"],
        ["dead", "killed", "kill", "died", "death", "fatality", "tot", "getotet"],
        ["missing", "vermisst"], ["arrest", "detain", "festgenommen"], ["rescu", "saved", "gerettet"],
    ];

    /// <summary>A number that stands after what it tells of people ("injuring 80") counts them without saying so.</summary>
    public static Counted? Of(SentenceTerms sentence, Amount amount)
    {
        if (amount.Unit is { } unit)
        {
            return OwnParts.Contains(unit) ? null : new Counted(sentence, amount);
        }
        var before = sentence.Words.LastOrDefault(w => w.Span.End <= amount.Span.Start);
        return before.Stem is { } stem && amount.Span.Start - before.Span.End <= LongestBound && Plights.Any(p => p.Contains(stem))
            && EndsClause(sentence.Account.Article.Text, amount.Span.End)
            ? new Counted(sentence, amount)
            : null;
    }

    // What an account counts of its own: "five takeaways".
    private static readonly HashSet<string> OwnParts = new(StringComparer.Ordinal)
    {
        "takeaway", "thing", "way", "reason", "fact", "question", "lesson", "example", "time", "occasion", "line", "word", "paragraph", "story", "item",
    };

    // Characters of "at least" and the like between a verb and its number.
    private const int LongestBound = 12;

    private static bool EndsClause(string text, int end) =>
        end >= text.Length || text[end] is '.' or ',' or ';'
        || ClauseHeads.Any(w => string.CompareOrdinal(text, end, w, 0, w.Length) == 0);

    private static readonly string[] ClauseHeads = [" and ", " in ", " when ", " after ", " as ", " on ", " at "];

    private Counted(SentenceTerms sentence, Amount amount)
    {
        (Sentence, Amount) = (sentence, amount);
        var unit = amount.Unit is { } named ? ContentWords.Stem(WordScanner.Fold(named)) : Persons;
        Noun = unit;
        Unit = PersonUnits.Contains(unit) ? Persons : unit;
        var at = sentence.Words.TakeWhile(w => w.Span.Start < amount.Span.Start).Count();
        var around = sentence.Words.Where(w => !w.IsNumber && !amount.Span.Contains(w.Span)).ToList();
        Context = [.. around.Select(w => w.Stem).Distinct()];
        var inside = sentence.Words.Count(w => amount.Span.Overlaps(w.Span));
        Plight = PlightOf(unit, [.. sentence.Words.Take(at)], [.. sentence.Words.Skip(at + inside)]);
        Beside =
        [
            .. sentence.Words.Take(at).TakeLast(1).Concat(sentence.Words.Skip(at + inside).Take(1))
                .Where(w => !w.IsNumber)
                .Select(w => w.Stem),
        ];
        Next = sentence.Words.Skip(at + inside).Take(1).Where(w => !w.IsNumber).Select(w => w.Stem).FirstOrDefault();
        bool IsVerb(ContentWord w) => !w.IsCapitalised && !w.IsNumber && VerbWords.IsVerbLike(WordScanner.Fold(w.Span.Of(sentence.Account.Article.Text)));
        Verbs =
        [
            .. sentence.Words.Take(at).Where(IsVerb).TakeLast(1).Concat(sentence.Words.Skip(at + inside).Where(IsVerb).Take(1)).Select(w => w.Stem),
        ];
        Around =
        [
            .. sentence.Words
                .Where((w, i) => i >= at - AroundWords && i < at + inside + AroundWords && !w.IsNumber && w.Stem != unit)
                .Select(w => w.Stem)
                .Distinct(),
        ];
        After = [.. sentence.Words.Skip(at + inside).Take(AfterWords).Where(w => !w.IsNumber).Select(w => w.Stem)];
        Near =
        [
            .. sentence.Words
                .Where((w, i) => i >= at - NearWords && i < at + inside + NearWords && !w.IsNumber && w.Stem != unit
                    && !amount.Span.Contains(w.Span))
                .Select(w => w.Stem)
                .Distinct(),
        ];
    }

    /// <summary>Whether it counts all of a thing: no length of time, no hour, no part ("three of the"), no addition ("another five").</summary>
    public bool IsWhole
    {
        get
        {
            var text = Sentence.Account.Article.Text;
            var (start, end) = (Sentence.Sentence.Span.Start, Sentence.Sentence.Span.End);
            var before = text.AsSpan(start, Amount.Span.Start - start).TrimEnd();
            var after = text.AsSpan(Amount.Span.End, end - Amount.Span.End).TrimStart();
            var last = before[(before.LastIndexOf(' ') + 1)..];
            var isAll = last.Equals("all", StringComparison.OrdinalIgnoreCase);
            return !before.EndsWith(" of the", StringComparison.Ordinal) && !IsSum(text.AsSpan(start, end - start))
                && (isAll || (!IsPart(after) && !Amount.Span.Of(text).Contains(" of ", StringComparison.Ordinal)))
                && !after.StartsWith("more", StringComparison.Ordinal)
                && !Amount.Span.Of(text).Contains(" more ", StringComparison.Ordinal)
                && !Amount.Span.Of(text).Contains(" other", StringComparison.Ordinal)
                && !(Additions.Contains(last.ToString()) && !(IsMoney && last.Equals("of", StringComparison.Ordinal))) && !last.EndsWith("#", StringComparison.Ordinal) && !last.Equals("No.", StringComparison.OrdinalIgnoreCase)
                && !(before.EndsWith("(", StringComparison.Ordinal) && IsMoney) && !Scaled(after)
                && !last.EndsWith('-') && !last.Equals("–", StringComparison.Ordinal);
        }
    }

    // What came together over time is not what one account tells of one occasion.
    private static bool IsSum(ReadOnlySpan<char> sentence) =>
        sentence.Contains("so far", StringComparison.OrdinalIgnoreCase) || sentence.Contains("thus far", StringComparison.OrdinalIgnoreCase)
        || sentence.Contains("to date", StringComparison.OrdinalIgnoreCase) || sentence.Contains("a total of", StringComparison.OrdinalIgnoreCase);

    // "$143 - billion": the layout has torn it.
    private static bool Scaled(ReadOnlySpan<char> after) =>
        after.TrimStart(" -–").StartsWith("billion", StringComparison.Ordinal) || after.TrimStart(" -–").StartsWith("million", StringComparison.Ordinal);

    // "of the", "of them", "of 12"; "rounds of ammunition" are no part of it.
    private static bool IsPart(ReadOnlySpan<char> after)
    {
        if (!after.StartsWith("of ", StringComparison.Ordinal))
        {
            return false;
        }
        var next = after[3..].TrimStart();
        var word = next[..Math.Max(0, next.IndexOfAny(' ', ',', '.'))];
        return word.IsEmpty || char.IsDigit(word[0]) || Determiners.Contains(word.ToString());
    }

    private static readonly HashSet<string> Determiners = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "those", "these", "them", "its", "their", "his", "her", "our", "my", "whom", "which", "this", "that", "all", "us",
    };

    /// <summary>Whether its words hold nothing open: no "about", no "at least", no range.</summary>
    public bool IsExact => !Amount.IsApproximate && IsRounded;

    /// <summary>Whether they hold it open at most by "about": no "at least", no range.</summary>
    public bool IsRounded => Amount.Low == Amount.High && Bounds is (false, false);

    private bool IsMoney => Amount.Unit is { } unit && ((unit.Length == 3 && unit.All(char.IsUpper)) || unit is "peso" or "franc" or "crown" or "krona");

    /// <summary>Whether the same verb, or one that tells the same, stands next before or next after both numbers.</summary>
    public bool SharesVerb(Counted other) => Verbs.Any(v => other.Verbs.Any(o => v == o
        || SameWords.AreAlike(SameWords.BuiltIn.GroupsOf(v), SameWords.BuiltIn.GroupsOf(o))));

    /// <summary>Whether the same word follows both.</summary>
    public bool SharesNext(Counted other) => Next is not null && Next == other.Next;

    /// <summary>Whether it tells how far, how fast or how large: where a storm is and what a fire has burnt differs by the hour.</summary>
    public bool IsMeasure => Lengths.Contains(Noun) || Modifiers.Any(Lengths.Contains);

    private string? Next { get; }

    // The last verb before the number and the first after it.
    private IReadOnlyList<string> Verbs { get; }

    /// <summary>The stems between the number and what it counts: "strong" aftershocks, "police" officers.</summary>
    public IReadOnlyList<string> Modifiers =>
    [
        .. Sentence.Words.Where(w => Amount.Span.Contains(w.Span) && w.Span.Start > Amount.Span.Start + 1 && !w.IsNumber)
            .Select(w => w.Stem)
            .Where(s => s != Noun && !Scales.Contains(s))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The stems of what it is said to be of: rounds of "ammunition", counts of "wire fraud".</summary>
    public IReadOnlyList<string> Complement
    {
        get
        {
            var text = Sentence.Account.Article.Text;
            return string.CompareOrdinal(text, Amount.Span.End, " of ", 0, 4) == 0
                ? [.. Sentence.Words.Where(w => w.Span.Start >= Amount.Span.End).Take(2).Select(w => w.Stem)]
                : [];
        }
    }

    private static readonly HashSet<string> Scales = new(
        new[] { "hundred", "thousand", "million", "billion", "trillion", "dozen", "percent", "people", "person", "hundert", "tausend", "million", "milliarde" }
            .Select(u => ContentWords.Stem(WordScanner.Fold(u))),
        StringComparer.Ordinal);

    /// <summary>"At least", "more than": how far above the figure may lie. "Up to", "fewer than": how far below.</summary>
    private (bool IsLeast, bool IsMost) Bounds => (IsAfter(Leasts) || IsOrMore, IsAfter(Mosts));

    /// <summary>How the words hold the figure open: "at least", "up to", "nearly", "about", not at all.</summary>
    public (bool IsLeast, bool IsMost, bool IsNearly, bool IsAbout) Hold
    {
        get
        {
            var (least, most) = Bounds;
            return (least, most, IsNearly, !least && !most && !IsNearly && IsAfter(Abouts));
        }
    }

    private bool IsNearly => IsAfter(Nearlies);

    private bool IsAfter(string[] words)
    {
        var text = Sentence.Account.Article.Text;
        var start = Math.Max(Sentence.Sentence.Span.Start, Amount.Span.Start - 16);
        var before = text.AsSpan(start, Math.Min(Amount.Span.Start + 12, Amount.Span.End) - start);
        foreach (var word in words)
        {
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsOrMore
    {
        get
        {
            var text = Sentence.Account.Article.Text;
            var after = text.AsSpan(Amount.Span.End, Math.Min(12, text.Length - Amount.Span.End));
            return after.StartsWith(" or more", StringComparison.Ordinal) || after.StartsWith("-plus", StringComparison.Ordinal)
                || after.StartsWith("+", StringComparison.Ordinal);
        }
    }

    private static readonly string[] Leasts =
        ["at least", "more than", "over ", "upwards of", "greater than", "above ", "exceed", "mindestens", "mehr als", "über "];

    private static readonly string[] Mosts =
        ["up to", "as many as", "as much as", "fewer than", "less than", "under ", "below ", "at most", "höchstens", "bis zu", "weniger als"];

    private static readonly string[] Abouts = ["about", "around", "roughly", "approximately", "some ", "estimated", "etwa", "rund ", "ungefähr"];

    private static readonly string[] Nearlies = ["nearly", "almost", "close to", "fast ", "beinahe", "knapp"];

    /// <summary>Whether it lies below the other, and neither can be a rounding of the other.</summary>
    public bool IsBelow(Counted other) =>
        High < other.Low
        && (other.Low < Large || other.Low - High > Rounding * other.Low)
        && ((IsExact && other.IsExact) || other.Low >= OpenApart * High)
        && !IsRoundingOf(Amount.Low, other.Amount.Low) && !IsRoundingOf(other.Amount.Low, Amount.Low);

    // 50 may be told for 48, 200 for 180; a length told in another measure is rounded on the way.
    private bool IsRoundingOf(double round, double exact) =>
        (round >= 20 && round % 10 == 0 && Math.Abs(round - exact) < 5)
        || (round >= 200 && round % 100 == 0 && Math.Abs(round - exact) < 50)
        || (Lengths.Contains(Noun) && Math.Abs(round - exact) <= 0.1 * round)
        || (Noun == "percent" && Math.Abs(round - exact) <= 1);

    private static readonly HashSet<string> Lengths = new(
        new[] { "mile", "kilometer", "kilometre", "km", "meter", "metre", "foot", "feet", "ft", "yard", "inch", "acre", "hectare", "mph", "kph", "knot", "km/h", "ton", "tonne", "pound", "kilogram", "kg" }
            .Select(u => ContentWords.Stem(WordScanner.Fold(u))),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Times = new(
        new[]
        {
            "second", "minute", "hour", "day", "week", "month", "year", "decade", "am", "pm", "a", "p", "a.m.", "p.m.", "o'clock", "et", "gmt", "time", "times", "term",
            "season", "game", "point", "age", "sekunde", "stunde", "tag", "tage", "woche", "monat", "jahr", "uhr", "mal",
        }.Select(u => ContentWords.Stem(WordScanner.Fold(u))),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Additions = new(StringComparer.OrdinalIgnoreCase)
    {
        "of", "another", "additional", "other", "further", "extra", "first", "last", "weitere", "andere", "zusätzliche", "letzten", "ersten",
    };

    /// <summary>From here on figures are rounded as they are told on, by up to this share.</summary>
    private const double Large = 1000;
    private const double Rounding = 0.05;

    /// <summary>Ratio from which two figures lie apart of which one is held open.</summary>
    private const double OpenApart = 1.1;

    /// <summary>Share by which a number that is said to be approximate may lie off; small ones by more.</summary>
    private double Tolerance => Amount.Low < Small ? 0.25 : 0.1;

    private const double Small = 100;

    /// <summary>Least value meant: any below "up to 14", somewhat less for "about 14" and "nearly 14".</summary>
    public double Low => Bounds.IsMost ? 0
        : Bounds.IsLeast || !Amount.IsApproximate || Amount.Low < Amount.High ? Amount.Low
        : Amount.Low * (1 - Tolerance);

    /// <summary>Greatest value meant: any above "at least 14", somewhat more for "about 14", none for "nearly 14".</summary>
    public double High => Bounds.IsLeast ? double.PositiveInfinity
        : Bounds.IsMost || IsNearly || !Amount.IsApproximate || Amount.Low < Amount.High ? Amount.High
        : Amount.High * (1 + Tolerance);

    /// <summary>Whether the two say that different things befell people.</summary>
    public bool IsOtherPlight(Counted other)
    {
        return Plight >= 0 && other.Plight >= 0 && Plight != other.Plight;
    }

    // What it counts ("10 dead"), else what stands right before the number ("killing 10"), else the first after it ("10 people
    // were killed"), else the last before it; none across another number.
    private static int PlightOf(string unit, IReadOnlyList<ContentWord> before, IReadOnlyList<ContentWord> after)
    {
        var around = before.TakeLast(1).Select(w => w.Stem)
            .Prepend(unit)
            .Concat(after.TakeWhile(w => !w.IsNumber).Take(NearWords).Select(w => w.Stem))
            .Concat(before.Reverse().TakeWhile(w => !w.IsNumber).Take(NearWords).Select(w => w.Stem));
        foreach (var stem in around)
        {
            if (Array.FindIndex(Plights, p => p.Contains(stem)) is >= 0 and var plight)
            {
                return plight;
            }
        }
        return -1;
    }

    /// <summary>Whether it counts people who were hurt, killed or are missing.</summary>
    public bool IsHarm => Unit == Persons && Plight is >= 0 and <= LastHarm;

    private const int LastHarm = 2;

    /// <summary>Whether a stem tells what befell people.</summary>
    public static bool IsPlight(string stem) => Plights.Any(p => p.Contains(stem));

    /// <summary>What befell the people that it counts; negative where the words near it do not tell.</summary>
    public int Plight { get; }

    public SentenceTerms Sentence { get; }

    public Amount Amount { get; }

    public Evidence Words => new(Sentence.Account.Id, Amount.Span);

    /// <summary>One side of a difference: those that give one figure, under a word for it.</summary>
    public static DifferenceSide ToSide(string value, IEnumerable<Counted> figures)
    {
        List<Counted> all = [.. figures];
        return new DifferenceSide(value, [.. all.Select(static c => c.Words)], [.. all.Select(static c => c.Sentence.Evidence)]);
    }

    /// <summary>Stem of what is counted; <see cref="Persons"/> for people.</summary>
    public string Unit { get; }

    /// <summary>Stem of the very word for what is counted: "soldier" where <see cref="Unit"/> is a person.</summary>
    public string Noun { get; }

    /// <summary>The stems of the rest of the sentence.</summary>
    public IReadOnlyList<string> Context { get; }

    /// <summary>The stems right before and right after the number: its verb, mostly.</summary>
    public IReadOnlyList<string> Beside { get; }

    /// <summary>The stems near the number.</summary>
    public IReadOnlyList<string> Near { get; }

    /// <summary>The stems of what it is told with, its modifiers counted in.</summary>
    public IReadOnlyList<string> Around { get; }

    /// <summary>The stems right after it: what money is for, what a share is of.</summary>
    public IReadOnlyList<string> After { get; }

    /// <summary>Whether a name stands between the number and what it counts: "270 Electoral College votes".</summary>
    public bool HasNamedModifier => Sentence.Words.Any(w => Amount.Span.Contains(w.Span) && w.Span.Start > Amount.Span.Start && w.IsCapitalised && !w.IsNumber);

    /// <summary>Whether it is a sum of money or a share in hundred.</summary>
    public bool IsMoneyOrShare => IsMoney || Noun == "percent";

    /// <summary>Whether it is a length of time, an hour or an age.</summary>
    public bool IsTime => Times.Contains(Noun);

    /// <summary>Whether its number stands in another sentence too, where it was read as no amount ("with nine in favour").</summary>
    public bool IsNamedIn(SentenceTerms other)
    {
        var text = Sentence.Account.Article.Text;
        var number = WordScanner.Scan(text, Amount.Span).Select(w => w.Of(text)).FirstOrDefault(static w => char.IsLetterOrDigit(w[0]));
        return number is { Length: > 1 } && !Vague.Contains(number)
            && WordScanner.Scan(other.Account.Article.Text, other.Sentence.Span)
                .Any(w => other.Account.Article.Text.AsSpan(w.Start, w.Length).Equals(number, StringComparison.OrdinalIgnoreCase)
                    && !other.Dates.Any(d => d.Span.Contains(w)) && !other.Account.Analysis.Amounts.Any(a => a.Span.Contains(w)));
    }

    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase)
    {
        "several", "few", "dozens", "hundreds", "thousands", "millions", "billions", "tens", "scores", "couple", "handful", "of",
    };
}
