using System.Globalization;
using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Finds numbers with what they count: "eight groups", "$50 million", "14 injured", "tens of thousands of deaths",
/// "dozens",
/// "several". Dates are left to the dates. Vague words have bounds: several is 3 to 9, dozens 24 to 99.
/// </summary>
internal sealed class EnglishAmounts(MarkedText text, IReadOnlyList<DateExpression> dates)
{
    private static readonly Dictionary<string, double> Words = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7,
            ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16,
            ["seventeen"] = 17, ["eighteen"] = 18,
        ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60,
            ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
        ["half"] = 0.5,
    };

    private static readonly Dictionary<string, double> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["thousand"] = 1000, ["million"] = 1e6, ["billion"] = 1e9, ["trillion"] = 1e12, ["m"] = 1e6,
            ["bn"] = 1e9, ["k"] = 1e3, ["dozen"] = 12,
    };

    private static readonly Dictionary<string, (double Low, double High)> Vague = new(StringComparer.Ordinal)
    {
        ["dozens"] = (24, 99), ["hundreds"] = (200, 999), ["thousands"] = (2000, 9999), ["millions"] = (2e6, 9.99e6),
            ["billions"] = (2e9, 9.99e9),
        ["several"] = (3, 9), ["tens"] = (20, 99), ["scores"] = (40, 99), ["handful"] = (3, 6), ["few"] = (2, 5),
            ["couple"] = (2, 2),
    };

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["$"] = "USD", ["us$"] = "USD", ["€"] = "EUR", ["£"] = "GBP", ["¥"] = "JPY", ["₹"] = "INR", ["₩"] = "KRW",
            ["c$"] = "CAD", ["a$"] = "AUD",
        ["dollars"] = "USD", ["dollar"] = "USD", ["euros"] = "EUR", ["euro"] = "EUR", ["pounds"] = "GBP",
            ["yen"] = "JPY", ["rupees"] = "INR", ["pesos"] = "peso",
        ["francs"] = "franc", ["crowns"] = "crown", ["kronor"] = "krona", ["yuan"] = "CNY",
    };

    /// <summary>The number a word stands for; null for other words.</summary>
    public static double? ValueOf(string word)
    {
        if (Words.TryGetValue(word, out var known))
        {
            return known;
        }
        if (word.Length > 0 && char.IsDigit(word[0])
            && double.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Words.TryGetValue(word[..hyphen], out var tens) && tens >= 20
            && Words.TryGetValue(word[(hyphen + 1)..], out var ones) && ones < 10
            ? tens + ones : null;
    }

    /// <summary>The amounts in text order, none overlapping a date or another amount.</summary>
    public IReadOnlyList<Amount> Find()
    {
        List<Amount> amounts = [];
        var date = 0;
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.First; i < sentence.Last; i++)
            {
                while (date < dates.Count && dates[date].Span.End <= text.Tokens[i].Start)
                {
                    date++;
                }
                if (date < dates.Count && dates[date].Span.Contains(text.Tokens[i].Start))
                {
                    continue;
                }
                if (ReadAt(i, sentence.Last, sentence.First) is { } found)
                {
                    amounts.Add(found.Amount);
                    i = found.Last - 1;
                }
            }
        }
        return amounts;
    }

    private (Amount Amount, int Last)? ReadAt(int i, int limit, int floor)
    {
        var word = text.Words[i];
        if (Vague.TryGetValue(word, out var bounds))
        {
            return ReadVague(i, limit, bounds);
        }
        var first = i;
        string? unit = null;
        if (Currencies.TryGetValue(word, out var currency) && word.Length <= 3 && i + 1 < limit)
        {
            unit = currency;
            i++;
        }
        if (i >= limit || ValueOf(text.Words[i]) is not { } value)
        {
            return null;
        }
        var isWord = !char.IsDigit(text.Words[i][0]);
        i++;
        var scaled = false;
        while (i < limit && Scales.TryGetValue(text.Words[i], out var scale))
        {
            value *= scale;
            scaled = true;
            i++;
            if (i + 1 < limit && text.Words[i] == "and" && ValueOf(text.Words[i + 1]) is { } rest && rest < scale
                && scale is 100 or 1000)
            {
                value += rest;
                i += 2;
            }
        }
        var high = value;
        if (i + 1 < limit && text.Words[i] is "to" or "-" or "–" or "or" && ValueOf(text.Words[i + 1]) is { } upper
            && upper > value && (upper < value * 20 || value == 0))
        {
            high = upper;
            i += 2;
            while (i < limit && Scales.TryGetValue(text.Words[i], out var scale))
            {
                high *= scale;
                value *= scale;
                i++;
            }
        }
        if (i < limit && text.Words[i] is "%" or "percent" or "per"
            && (text.Words[i] != "per" || text.Word(i + 1) == "cent"))
        {
            unit = "percent";
            i += text.Words[i] == "per" ? 2 : 1;
        }
        else if (i < limit && unit is null && Currencies.TryGetValue(text.Words[i], out var money))
        {
            unit = money;
            i++;
        }
        else if (unit is null)
        {
            (unit, i) = CountedNoun(i, limit);
        }
        // "the 2024 campaign"
        if (!scaled && !isWord && first + 1 == i - (unit is null ? 0 : 1) && value is >= 1900 and <= 2100
            && !text.Words[first].Contains(',') && unit is not ("person" or "percent"))
        {
            return null;
        }
        if (unit is null && !scaled && (isWord || LooksLikeLabel(first, i, floor)))
        {
            return null;
        }
        if (isWord && value is 1 or 0.5 && unit is not ("percent") && !scaled)
        {
            return null;
        }
        var approximate = IsApproximate(first, i, floor, limit);
        return (new Amount(text.Span(first, i), value, high, unit, approximate || high > value), i);
    }

    private (Amount Amount, int Last)? ReadVague(int i, int limit, (double Low, double High) bounds)
    {
        var first = i;
        var (low, high) = bounds;
        if (text.Words[i] is "few" or "handful" or "couple" && text.Word(i - 1) is not ("a" or "the"))
        {
            return null;
        }
        i++;
        // "tens of thousands", "hundreds of millions"
        if (i + 1 < limit && text.Words[i] == "of" && Vague.TryGetValue(text.Words[i + 1], out var of))
        {
            var unitScale = text.Words[i + 1] switch { "thousands" => 1000, "millions" => 1e6, "billions" => 1e9,
                _ => of.Low };
            low = bounds.Low * unitScale;
            high = bounds.High * unitScale;
            i += 2;
        }
        else if (i < limit && Scales.TryGetValue(text.Words[i], out var scale))
        {
            (low, high) = (low * scale, high * scale);
            i++;
        }
        i += i < limit && text.Words[i] is "of" ? 1 : 0;
        i += i < limit && text.Words[i] is "the" ? 1 : 0;
        var (unit, last) = CountedNoun(i, limit);
        if (unit is null && text.Words[first] is "few" or "several" or "couple" or "handful")
        {
            return null;
        }
        last = unit is null ? first + 1 : last;
        return (new Amount(text.Span(first, last), low, high, unit, true), last);
    }

    /// <summary>The noun an amount counts, singular, and the index just past it; adjectives between are passed
    /// over.</summary>
    private (string? Unit, int Last) CountedNoun(int i, int limit)
    {
        var start = i;
        while (i < limit && i - start < 4 && text.Tags[i] is PosTag.Adj or PosTag.Adv or PosTag.Propn or PosTag.Verb
            && text.Tag(i + 1) is PosTag.Noun or PosTag.Adj or PosTag.Propn)
        {
            i++;
        }
        if (i < limit && text.Tags[i] is PosTag.Noun && text.Tokens[i].Kind == Text.TokenKind.Word)
        {
            var last = i + 1;
            while (last < limit && last - i < 2 && text.Tags[last] == PosTag.Noun
                && text.Tokens[last].Kind == Text.TokenKind.Word)
            {
                last++;
            }
            return (Singular(text.Words[last - 1]), last);
        }
        if (i == start && i < limit && text.Words[i] is "injured" or "dead" or "wounded" or "killed" or "missing"
            or "arrested" or "hurt" or "displaced" or "hospitalized" or "detained")
        {
            return (text.Words[i], i + 1);
        }
        if (i == start && i + 1 < limit && text.Words[i] is "were" or "was" or "people"
            && text.Words[i + 1] is "injured" or "dead" or "wounded" or "killed" or "missing" or "arrested" or "hurt")
        {
            return (text.Words[i + 1], i + 2);
        }
        // "17 of the injured"
        return i == start && i + 2 < limit && text.Words[i] == "of"
            && text.Words[i + 1] is "the" or "those" or "its" or "their"
            && CountedNoun(i + 2, limit) is { Unit: { } part } counted
                ? (part, counted.Last)
                : (null, start);
    }

    private static string Singular(string noun) => noun switch
    {
        "people" => "person",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        _ when noun.EndsWith("ies", StringComparison.Ordinal) && noun.Length > 4 => noun[..^3] + "y",
        _ when noun.EndsWith("sses", StringComparison.Ordinal) || noun.EndsWith("ches", StringComparison.Ordinal)
        || noun.EndsWith("shes", StringComparison.Ordinal) => noun[..^2],
        _ when noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal)
        && !noun.EndsWith("us", StringComparison.Ordinal) && noun.Length > 3 => noun[..^1],
        _ => noun,
    };

    private bool LooksLikeLabel(int first, int last, int floor)
    {
        var before = first > floor ? text.Words[first - 1] : "";
        return before is "(" or "no." or "room" or "page" or "section" or "article" or "chapter" or "route" or "flight"
            or "#" or "at" || text.IsCapital(first - 1)
            || text.Words[last - 1].Contains(':') || text.Word(last) is "a.m." or "p.m." or "am" or "pm"
            || (text.Words[first].Length == 4 && !text.Words[first].Contains(',')
            && text.Words[first][0] is '1' or '2');
    }

    private bool IsApproximate(int first, int last, int floor, int limit)
    {
        for (var i = first - 1; i >= Math.Max(floor, first - 3); i--)
        {
            if (text.Words[i] is "about" or "around" or "roughly" or "nearly" or "almost" or "approximately" or "some"
                or "than" or "least" or "over" or "up" or "estimated" or "under" or "close" or "fewer" or "most")
            {
                return true;
            }
        }
        return last < limit && text.Words[last] is "or" && text.Word(last + 1) is "so" or "more";
    }
}
