using System.Text;

namespace Stemma.Extraction.Html;

/// <summary>Joins stretches of page text into one line: entities resolved, runs of white space folded to one space.</summary>
internal sealed class TextFolder
{
    private readonly StringBuilder _text = new();
    private bool _space;

    /// <summary>Code units so far.</summary>
    public int Length => _text.Length;

    /// <summary>A line without leading, trailing or repeated white space.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
        {
            return text;
        }
        var folder = new TextFolder();
        folder.AppendDecoded(text);
        return folder.Take();
    }

    /// <summary>Adds source text, entities not yet resolved.</summary>
    public void Append(ReadOnlySpan<char> raw)
    {
        if (raw.Contains('&'))
        {
            AppendDecoded(HtmlEntities.Decode(raw));
        }
        else
        {
            AppendDecoded(raw);
        }
    }

    /// <summary>Makes sure that what follows does not join the word before.</summary>
    public void Break() => _space = true;

    /// <summary>The line so far; empties the folder.</summary>
    public string Take()
    {
        var line = _text.ToString();
        _text.Clear();
        _space = false;
        return line;
    }

    private void AppendDecoded(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var run = 0;
            while (run < text.Length && !IsSpace(text[run]) && (run == 0 || !IsInvisible(text[run])))
            {
                if (IsInvisible(text[run++]))
                {
                    break;
                }
            }
            if (run > 0)
            {
                if (IsInvisible(text[0]))
                {
                    text = text[1..];
                    continue;
                }
                if (_space && _text.Length > 0)
                {
                    _text.Append(' ');
                }
                _space = false;
                _text.Append(text[..run]);
            }
            while (run < text.Length && IsSpace(text[run]))
            {
                _space = true;
                run++;
            }
            text = text[run..];
        }
    }

    private static bool IsFolded(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (IsInvisible(c) || (IsSpace(c) && (c != ' ' || before == ' ')))
            {
                return false;
            }
            before = c;
        }
        return text.Length == 0 || before != ' ';
    }

    /// <summary>Soft hyphens and zero-width marks: they would split the word for whoever counts or compares words.</summary>
    private static bool IsInvisible(char c) => c is '\u00ad' or '\u200b' or '\u2060' or '\ufeff';

    private static bool IsSpace(char c) =>
        c is <= ' ' or '\u00a0' || (c > '\u1000' && char.IsWhiteSpace(c)) || c == '\u0085';
}
