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
        ["injur", "hurt", "wounded", "wound", "hospitaliz", "verletzt"], ["dead", "killed", "kill", "died", "tot", "getotet"],
        ["missing", "vermisst"], ["arrest", "detain", "festgenommen"],
    ];

    public Counted(SentenceTerms sentence, Amount amount)
    {
        (Sentence, Amount) = (sentence, amount);
        var unit = ContentWords.Stem(WordScanner.Fold(amount.Unit!));
        Unit = PersonUnits.Contains(unit) ? Persons : unit;
        var at = sentence.Words.TakeWhile(w => w.Span.Start < amount.Span.Start).Count();
        var around = sentence.Words.Where(w => !w.IsNumber && !amount.Span.Contains(w.Span)).ToList();
        Context = [.. around.Select(w => w.Stem).Distinct()];
        var inside = sentence.Words.Count(w => amount.Span.Overlaps(w.Span));
        Beside =
        [
            .. sentence.Words.Take(at).TakeLast(1).Concat(sentence.Words.Skip(at + inside).Take(1))
                .Where(w => !w.IsNumber)
                .Select(w => w.Stem),
        ];
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
            return !Times.Contains(ContentWords.Stem(WordScanner.Fold(Amount.Unit!)))
                && (!after.StartsWith("of ", StringComparison.Ordinal) || last.Equals("all", StringComparison.OrdinalIgnoreCase)) && !after.StartsWith("more", StringComparison.Ordinal)
                && (!Amount.Span.Of(text).Contains(" of ", StringComparison.Ordinal) || last.Equals("all", StringComparison.OrdinalIgnoreCase))
                && !Additions.Contains(last.ToString()) && !last.EndsWith("#", StringComparison.Ordinal);
        }
    }

    /// <summary>"At least", "more than": how far above the figure may lie. "Up to", "fewer than": how far below.</summary>
    private (bool IsLeast, bool IsMost) Bounds
    {
        get
        {
            var text = Sentence.Account.Article.Text;
            var start = Math.Max(Sentence.Sentence.Span.Start, Amount.Span.Start - 16);
            var before = text[start..Math.Min(Amount.Span.Start + 12, Amount.Span.End)];
            return (Leasts.Any(w => before.Contains(w, StringComparison.OrdinalIgnoreCase)), Mosts.Any(w => before.Contains(w, StringComparison.OrdinalIgnoreCase)));
        }
    }

    private static readonly string[] Leasts = ["at least", "more than", "over ", "mindestens", "mehr als", "über "];

    private static readonly string[] Mosts = ["up to", "as many as", "fewer than", "less than", "at most", "höchstens", "bis zu", "weniger als"];

    /// <summary>Whether it leaves no room for the other figure: above it, below it, or a rounding of it.</summary>
    public bool IsBelow(Counted other) =>
        High < other.Low && !Bounds.IsLeast && !other.Bounds.IsMost
        && (other.Low < Large || other.Low - High > Rounding * other.Low);

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

    /// <summary>Share by which a number that is said to be approximate may lie off.</summary>
    private const double Tolerance = 0.15;

    /// <summary>Least value meant.</summary>
    public double Low => Amount.IsApproximate ? Amount.Low * (1 - Tolerance) : Amount.Low;

    /// <summary>Greatest value meant.</summary>
    public double High => Amount.IsApproximate ? Amount.High * (1 + Tolerance) : Amount.High;

    /// <summary>Whether the two say that different things befell people.</summary>
    public bool IsOtherPlight(Counted other)
    {
        var (mine, theirs) = (PlightOf(this), PlightOf(other));
        return mine >= 0 && theirs >= 0 && mine != theirs;
    }

    private static int PlightOf(Counted counted)
    {
        var unit = ContentWords.Stem(WordScanner.Fold(counted.Amount.Unit!));
        var named = Array.FindIndex(Plights, p => p.Contains(unit));
        return named >= 0 ? named : Array.FindIndex(Plights, p => counted.Near.Any(p.Contains));
    }

    public SentenceTerms Sentence { get; }

    public Amount Amount { get; }

    /// <summary>Stem of what is counted; <see cref="Persons"/> for people.</summary>
    public string Unit { get; }

    /// <summary>The stems of the rest of the sentence.</summary>
    public IReadOnlyList<string> Context { get; }

    /// <summary>The stems right before and right after the number: its verb, mostly.</summary>
    public IReadOnlyList<string> Beside { get; }

    /// <summary>The stems near the number.</summary>
    public IReadOnlyList<string> Near { get; }
}
