using System.Collections.Frozen;
using Stemma.Model;

namespace Stemma.Text;

/// <summary>
/// The words of a sentence that carry its content, in a form that meets its inflections and spellings: folded, without
/// function words, lightly stemmed. English and German; other languages are folded only.
/// </summary>
public static class ContentWords
{
    /// <summary>The content words of a span, in order, repeats kept.</summary>
    public static IEnumerable<ContentWord> Of(string text, TextSpan span)
    {
        foreach (var word in WordScanner.Scan(text, span))
        {
            var folded = WordScanner.Fold(text.AsSpan(word.Start, word.Length));
            if (folded.EndsWith("'s", StringComparison.Ordinal))
            {
                folded = folded[..^2];
            }
            if (folded.Length == 0 || FunctionWords.Contains(folded))
            {
                continue;
            }
            var isNumber = char.IsDigit(folded[0]);
            yield return new ContentWord(
                isNumber ? folded.Replace(",", "") : Stem(folded),
                word,
                char.IsUpper(text[word.Start]),
                isNumber);
        }
    }

    /// <summary>
    /// A light stem: plural, past and -ing endings off, British and American spellings met. Made for comparing sentences of
    /// one story, where a wrong meeting of two words costs little; not a linguistic stemmer.
    /// </summary>
    public static string Stem(string folded)
    {
        var word = folded.Replace("isation", "ization", StringComparison.Ordinal)
            .Replace("ising", "izing", StringComparison.Ordinal)
            .Replace("ised", "ized", StringComparison.Ordinal)
            .Replace("ise", "ize", StringComparison.Ordinal)
            .Replace("our", "or", StringComparison.Ordinal);
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                break;
            }
        }
        // "signs", "signed", "signing" meet; so do "authorize" and "authorized".
        return word.Length > 4 && word.EndsWith('e') ? word[..^1] : word;
    }

    private static readonly string[] Endings =
        ["ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "ly", "ens", "ern", "en", "es", "er", "s"];

    private static readonly FrozenSet<string> FunctionWords = FrozenSet.ToFrozenSet(
        """
        a about above after again against all also although am among an and any are as at be because been before being below
        between both but by can could did do does doing down during each either else ever every few for from further had has
        have having he her here hers herself him himself his how however i if in into is it its itself just less many may
        might more most much must my neither no nor not now of off on once one only onto or other others our out over own per
        rather same shall she should since so some such than that the their them then there these they this those though
        through thus to too toward towards under until up upon us very was we were what when where whether which while who
        whom whose why will with within without would yet you your
        said say says saying told tell tells according reported reportedly report reports added mr mrs ms
        aber alle als also am an auch auf aus bei beim bin bis da damit dann das dass dem den denn der des die dies diese
        dieser dieses doch durch ein eine einem einen einer eines er es fur gegen hat hatte hatten ich ihr ihre ihren im in ist
        ja jedoch kann kein keine konnte mehr mit nach nicht noch nun nur ob oder ohne sehr sein seine seinen seiner seit sich
        sie sind so soll sollte sondern uber um und uns unter vom von vor war waren was weil wenn wer werde werden wie wieder
        will wir wird worden wurde wurden zu zum zur zwischen sagte sagt laut
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);
}
