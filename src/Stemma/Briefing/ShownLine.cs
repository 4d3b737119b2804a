using System.Text.RegularExpressions;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>What a sentence is to a reader who sees it alone, without the article around it.</summary>
internal static partial class ShownLine
{
    /// <summary>Whether it tells something by itself: no question, no caption, no words that lead to a list, no bare quotation.</summary>
    public static bool StandsAlone(SentenceTerms sentence) =>
        !sentence.IsHeading && sentence.Sentence.Modality is not Modality.Quoted && sentence.QuotedShare < BriefOptions.MostlyQuoted
        && !IsQuestion(sentence.Text) && !IsCutOff(sentence.Text) && !IsBeside().IsMatch(sentence.Text);

    /// <summary>Whether what it says goes on elsewhere: "The list:", "Most of the …".</summary>
    public static bool IsCutOff(string sentence) => sentence.EndsWith(':') || sentence.EndsWith("...", StringComparison.Ordinal) || sentence.EndsWith('…');

    /// <summary>Whether it asks.</summary>
    public static bool IsQuestion(string sentence) => sentence.AsSpan().TrimEnd(" \"”’'»)").EndsWith("?");

    /// <summary>Whether it leans on the sentence before it: "Yet …", "She also …".</summary>
    public static bool LeansOnTheOneBefore(string sentence) => Leans().IsMatch(sentence);

    // Captions and what sites print into a text.
    [GeneratedRegex(
        @"\b(is|are) (seen|pictured|shown)\b|\b(photo(graph)?s?|picture|image)s?( \w+)? by\b|\bgetty images\b|\bfile (photo|picture)\b|https?:|\bt\.co/|\bpic\.twitter|^(facebook|twitter|pinterest|read more|watch|related)\b|^(if|whether) ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsBeside();

    [GeneratedRegex(
        @"^[“""„«(]*\s*(and|but|yet|still|however|so|then|also|meanwhile|instead|nevertheless|he|she|it|they|his|her|their|its|this|that|these|those|such|others?|both|neither|one of them|aber|doch|und|er|sie|es|ihre?|seine?|dies(e|er|es)?|das)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Leans();
}
