using System.Globalization;

namespace Stemma.Text;

/// <summary>
/// Cuts a text into words, numbers and signs. One pass, linear in the length of the text, whatever it holds; white space
/// and control characters lie between tokens. Points stay with abbreviations and initials.
/// </summary>
internal sealed class Tokenizer(TokenRules rules)
{
    // A "word" longer than this is an address or noise; it is cut so that later steps see bounded words.
    private const int LongestWordChars = 120;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations =
        new HashSet<string>(rules.Abbreviations, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The tokens of <paramref name="text"/> in order; empty for white space.</summary>
    public List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 8);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                i = ReadWord(text, i, tokens);
            }
            else if (char.IsWhiteSpace(c) || char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                i++;
            }
            else
            {
                i = ReadSign(text, i, tokens);
            }
        }
        return tokens;
    }

    private int ReadWord(string text, int start, List<Token> tokens)
    {
        var end = start;
        var limit = Math.Min(text.Length, start + LongestWordChars);
        var digits = 0;
        while (end < limit && (IsWordChar(text[end]) || (end > start && IsConnector(text, end))))
        {
            digits += char.IsDigit(text[end]) ? 1 : 0;
            end++;
        }
        var word = text.AsSpan(start, end - start);
        var startsWithDigit = char.IsDigit(word[0]);
        if (end < text.Length && text[end] == '.' && !startsWithDigit && TakesPoint(text, word, end))
        {
            tokens.Add(new Token(start, end + 1, TokenKind.Word));
            return end + 1;
        }
        if (startsWithDigit && digits * 2 >= word.Length)
        {
            tokens.Add(new Token(start, end, TokenKind.Number));
            return end;
        }
        var cut = rules.SplitsClitics ? CliticStart(word) : 0;
        if (cut > 0)
        {
            tokens.Add(new Token(start, start + cut, TokenKind.Word));
            tokens.Add(new Token(start + cut, end, TokenKind.Word));
            return end;
        }
        tokens.Add(new Token(start, end, TokenKind.Word));
        return end;
    }

    private bool TakesPoint(string text, ReadOnlySpan<char> word, int point)
    {
        if (word.Length == 1)
        {
            return char.IsUpper(word[0]) && !(word[0] == 'I' && point + 1 < text.Length && text[point + 1] == ' ' && point > 1 && text[point - 2] == ' ' && !NextIsUpper(text, point + 1));
        }
        if (word.Contains('.') && word.Length <= 8)
        {
            return char.IsLetter(word[^1]) && word[^2] == '.';
        }
        return word.Length <= 12 && _abbreviations.Contains(word);
    }

    private static bool NextIsUpper(string text, int from)
    {
        while (from < text.Length && text[from] == ' ')
        {
            from++;
        }
        return from < text.Length && char.IsUpper(text[from]);
    }

    private static bool IsWordChar(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsConnector(string text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return false;
        }
        var before = text[at - 1];
        var after = text[at + 1];
        return text[at] switch
        {
            '-' or '‑' or '‐' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            '.' => (char.IsDigit(before) && char.IsDigit(after)) || (char.IsLetter(before) && char.IsLetter(after) && IsDotted(text, at)),
            ',' => char.IsDigit(before) && char.IsDigit(after),
            ':' => char.IsDigit(before) && char.IsDigit(after),
            '&' => char.IsUpper(before) && char.IsUpper(after),
            '@' or '_' => char.IsLetterOrDigit(after),
            '\u00AD' => true,
            _ => false,
        };
    }

    // "U.S.", "a.m.", "example.com", but not the missing space of "end.Next".
    private static bool IsDotted(string text, int at) =>
        at < 2 || !char.IsLetter(text[at - 2]) || char.IsLower(text[at + 1]);

    private static int CliticStart(ReadOnlySpan<char> word)
    {
        var mark = word.LastIndexOfAny('\'', '’');
        if (mark <= 0)
        {
            return 0;
        }
        var tail = word[(mark + 1)..];
        if (tail.Length == 1 && mark >= 2 && tail[0] is 't' or 'T' && word[mark - 1] is 'n' or 'N')
        {
            return mark - 1;
        }
        return tail is "s" or "S" or "d" or "m" or "re" or "ve" or "ll" or "RE" or "VE" or "LL" or "D" or "M" ? mark : 0;
    }

    private static int ReadSign(string text, int start, List<Token> tokens)
    {
        var c = text[start];
        var end = start + 1;
        if (IsQuotationMark(c))
        {
            if (c is '\'' or '`' or '’' or '‘' && end < text.Length && text[end] == c)
            {
                end++;
            }
            tokens.Add(new Token(start, end, TokenKind.Mark));
            return end;
        }
        if (c is '.' or '-' or '!' or '?')
        {
            while (end < text.Length && text[end] == c && end - start < 8)
            {
                end++;
            }
        }
        tokens.Add(new Token(start, end, TokenKind.Punctuation));
        return end;
    }

    /// <summary>Whether the character opens or closes quoted words somewhere; an apostrophe counts.</summary>
    public static bool IsQuotationMark(char c) =>
        c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‘' or '’' or '‚' or '‹' or '›' or '\'' or '`' or '「' or '」';
}
