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
