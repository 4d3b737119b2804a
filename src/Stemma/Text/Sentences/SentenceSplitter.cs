using Stemma.Model;

namespace Stemma.Text;

/// <summary>
/// Ends a sentence at a point, question or exclamation mark that is followed by a capital, a digit, an opening mark or
/// the end of the paragraph. Points of initials and of words such as "Rep." do not end one; after "U.S." or "Inc."
/// the next word decides. Linear in the number of tokens.
/// </summary>
internal sealed class SentenceSplitter(TokenRules rules)
{
    // Longer runs without an end are lists or noise; they are cut so that later steps see bounded sentences.
    private const int LongestSentenceTokens = 250;

    /// <summary>The sentences of the paragraphs, in order; each token inside a paragraph lies in exactly one.</summary>
    public List<SentenceRange> Split(string text, IReadOnlyList<Token> tokens, IReadOnlyList<TextSpan> paragraphs)
    {
        var sentences = new List<SentenceRange>(tokens.Count / 18 + 4);
        var at = 0;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            while (at < tokens.Count && tokens[at].Start < paragraphs[p].Start)
            {
                at++;
            }
            var last = at;
            while (last < tokens.Count && tokens[last].End <= paragraphs[p].End)
            {
                last++;
            }
            SplitParagraph(text, tokens, at, last, p, sentences);
            at = last;
        }
        return sentences;
    }

    private void SplitParagraph(string text, IReadOnlyList<Token> tokens, int first, int last, int paragraph, List<SentenceRange> sentences)
    {
        var start = first;
        for (var i = first; i < last; i++)
        {
            var end = EndAfter(text, tokens, i, last);
            if (end > i || i + 1 - start >= LongestSentenceTokens)
            {
                end = Math.Max(end, i + 1);
                sentences.Add(new SentenceRange(start, end, paragraph));
                start = end;
                i = end - 1;
            }
        }
        if (start < last)
        {
            sentences.Add(new SentenceRange(start, last, paragraph));
        }
    }

    /// <summary>Index just past the sentence that token <paramref name="i"/> ends, or <paramref name="i"/> if it ends none.</summary>
    private int EndAfter(string text, IReadOnlyList<Token> tokens, int i, int last)
    {
        var token = tokens[i];
        var c = text[token.End - 1];
        if (c is not ('.' or '!' or '?' or '…'))
        {
            return i;
        }
        var next = i + 1;
        while (next < last && IsCloser(text, tokens[next]) && tokens[next].Start == tokens[next - 1].End)
        {
            next++;
        }
        if (next >= last)
        {
            return next;
        }
        if (tokens[next].Start == tokens[next - 1].End && tokens[next].Kind != TokenKind.Mark)
        {
            return i;
        }
        var following = next;
        while (following < last - 1 && tokens[following].Kind == TokenKind.Mark)
        {
            following++;
        }
        var startsUpper = StartsSentence(text, tokens[following]) || (following > next && tokens[following].Kind == TokenKind.Punctuation);
        if (!startsUpper)
        {
            return i;
        }
        // "$2. 6 million", "magnitude 5 . 9": a decimal point that the layout has torn from its digits
        if (token.Kind == TokenKind.Punctuation && token.Length == 1 && i > 0 && next == i + 1
            && token.Start - tokens[i - 1].End <= 1 && IsShortNumber(text, tokens[i - 1]) && IsShortNumber(text, tokens[next])
            && next + 1 < last && !char.IsUpper(text[tokens[next + 1].Start]))
        {
            return i;
        }
        if (token.Kind == TokenKind.Word && next == i + 1)
        {
            return EndsWithAbbreviation(text, token, tokens[following]) ? i : next;
        }
        if (rules.OrdinalPoint && token.Kind == TokenKind.Punctuation && i > 0 && token.Length == 1
            && tokens[i - 1].Kind == TokenKind.Number && tokens[i - 1].Length <= 2 && tokens[i - 1].End == token.Start)
        {
            return IsStarter(text, tokens[following]) ? next : i;
        }
        return next;
    }

    private bool EndsWithAbbreviation(string text, Token abbreviation, Token following)
    {
        var word = text.AsSpan(abbreviation.Start, abbreviation.Length - 1);
        // "then-Gov. Ada Holm"
        if (word.LastIndexOf('-') is var hyphen and >= 0)
        {
            word = word[(hyphen + 1)..];
        }
        if (word.Length == 1 || rules.BoundAbbreviations.Contains(word.ToString().ToLowerInvariant()))
        {
            return true;
        }
        return !IsStarter(text, following);
    }

    // A year or a count of thousands ends a sentence; digits around a decimal point are few.
    private static bool IsShortNumber(string text, Token token) =>
        token.Length <= 3 && text.AsSpan(token.Start, token.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private bool IsStarter(string text, Token token) =>
        token.Kind == TokenKind.Word && token.Length <= 12
        && rules.SentenceStarters.Contains(text.Substring(token.Start, token.Length).ToLowerInvariant());

    private static bool StartsSentence(string text, Token token) =>
        char.IsUpper(text[token.Start]) || char.IsDigit(text[token.Start]) || char.IsSurrogate(text[token.Start])
        || text[token.Start] is '$' or '€' or '£' or '(' or '[' or '#' or '@' or '–' or '—' or '•'
        || (char.IsLetter(text[token.Start]) && !char.IsLower(text[token.Start]));

    private static bool IsCloser(string text, Token token) =>
        token.Kind == TokenKind.Mark || text[token.Start] is ')' or ']';
}
