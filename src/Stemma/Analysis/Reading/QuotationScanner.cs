using Stemma.Model;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>
/// Finds the words between quotation marks. What a mark does is decided by the document: where „ or » opens, “ or «
/// closes;
/// a straight mark opens before a word and closes after one, whatever mark began. Marks nest; a paragraph's end ends a
/// stretch, and an opening mark on the next paragraph runs on with it. Linear in the number of tokens.
/// </summary>
internal sealed class QuotationScanner
{
    /// <summary>Words before a closing mark from which they are quoted although nothing opens them.</summary>
    private const int FewestWords = 4;

    private enum Role
    {
        None,
        Open,
        Close,

        /// <summary>Stands between spaces: opens where nothing is open, else closes.</summary>
        Either,
    }

    private static readonly System.Buffers.SearchValues<char> DoubleMarks = System.Buffers.SearchValues.Create("\"“”„«»");

    private readonly string _text;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly bool _lowOpens;
    private readonly bool _guillemetsPointIn;
    private readonly bool _singles;

    public QuotationScanner(string text, IReadOnlyList<Token> tokens)
    {
        _text = text;
        _tokens = tokens;
        _lowOpens = text.Contains('„');
        var inward = text.IndexOf('»', StringComparison.Ordinal);
        var outward = text.IndexOf('«', StringComparison.Ordinal);
        _guillemetsPointIn = inward >= 0 && (outward < 0 || inward < outward);
        _singles = !text.AsSpan().ContainsAny(DoubleMarks);
    }

    /// <summary>The stretches in order, none inside another.</summary>
    public List<Stretch> Scan(IReadOnlyList<TextSpan> paragraphs)
    {
        List<Stretch> stretches = [];
        var at = 0;
        var leftOpen = false;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            while (at < _tokens.Count && _tokens[at].Start < paragraphs[p].Start)
            {
                at++;
            }
            var last = at;
            while (last < _tokens.Count && _tokens[last].End <= paragraphs[p].End)
            {
                last++;
            }
            var nextOpens = last < _tokens.Count && RoleOf(last, last) == Role.Open;
            leftOpen = ScanParagraph(at, last, p, leftOpen, nextOpens, stretches);
            at = last;
        }
        return stretches;
    }

    /// <summary>Whether the paragraph leaves a stretch open.</summary>
    private bool ScanParagraph(int first, int last, int paragraph, bool continues, bool nextOpens,
        List<Stretch> stretches)
    {
        var opened = -1;
        var depth = 0;
        var found = stretches.Count;
        var surplus = Surplus(first, last);
        for (var i = first; i < last; i++)
        {
            if (_tokens[i].Kind != TokenKind.Mark)
            {
                continue;
            }
            var role = RoleOf(i, first);
            if (role == Role.Either)
            {
                role = opened < 0 && IsFollowedByMark(i, first, last) && !(stretches.Count == found && LacksOpening(first, i)) ? Role.Open : Role.Close;
            }
            if (role == Role.Open)
            {
                if (opened < 0)
                {
                    opened = i;
                    depth = 1;
                }
                else if (IsStraight(i) && surplus > 0 && !MayRunToParagraphEnd(opened, first))
                {
                    // the mark that should have closed the first is missing, so the first tells nothing
                    opened = i;
                    surplus--;
                }
                else
                {
                    depth++;
                }
            }
            else if (role == Role.Close && opened >= 0 && --depth == 0)
            {
                Add(opened, i + 1, paragraph, isClosed: true, continues && opened == first, stretches);
                opened = -1;
            }
            else if (role == Role.Close && opened < 0 && stretches.Count == found && LacksOpening(first, i))
            {
                Add(first, i + 1, paragraph, isClosed: true, continues, stretches, isOpened: false);
            }
        }
        if (opened < 0)
        {
            return false;
        }
        if (nextOpens || MayRunToParagraphEnd(opened, first))
        {
            Add(opened, last, paragraph, isClosed: false, continues && opened == first, stretches);
            return nextOpens;
        }
        return false;
    }

    /// <summary>How many more straight marks open than close.</summary>
    private int Surplus(int first, int last)
    {
        var surplus = 0;
        for (var i = first; i < last; i++)
        {
            if (_tokens[i].Kind == TokenKind.Mark)
            {
                surplus += RoleOf(i, first) switch { Role.Open => 1, Role.Close => -1, _ => 0 };
            }
        }
        return surplus;
    }

    private bool MayRunToParagraphEnd(int opened, int first) =>
        opened == first || (opened > first && _text[_tokens[opened - 1].Start] is ':' or ',');

    // "The quay is safe,” the mayor said": the opening mark was lost, so the paragraph opens it
    private bool LacksOpening(int first, int closing) =>
        closing - first > FewestWords && _text[_tokens[closing - 1].Start] is ',' && IsFollowedByWord(closing)
        && char.IsUpper(_text[_tokens[first].Start]);

    private bool IsFollowedByWord(int token) =>
        token + 1 < _tokens.Count && _tokens[token + 1].Kind is TokenKind.Word
        && (char.IsLower(_text[_tokens[token + 1].Start]) || _text[_tokens[token].End] != ' ' || _text[_tokens[token].Start - 1] != ' ');

    // A mark between spaces with nothing to close it opens nothing: "There was little, " the mayor told the paper.
    private bool IsFollowedByMark(int token, int first, int last)
    {
        for (var i = token + 1; i < last; i++)
        {
            if (_tokens[i].Kind == TokenKind.Mark && RoleOf(i, first) is Role.Close or Role.Either)
            {
                return true;
            }
        }
        return false;
    }

    private bool IsStraight(int token) => _text[_tokens[token].Start] is '"' or '\'';

    private void Add(
        int first, int last, int paragraph, bool isClosed, bool continues, List<Stretch> stretches, bool isOpened = true)
    {
        var outer = new TextSpan(_tokens[first].Start, _tokens[last - 1].End);
        var start = isOpened ? _tokens[first].End : outer.Start;
        var end = isClosed ? _tokens[last - 1].Start : outer.End;
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }
        if (end > start)
        {
            stretches.Add(new Stretch(new TextSpan(start, end), outer, first, last, paragraph, isClosed, continues));
        }
    }

    private Role RoleOf(int token, int firstOfParagraph)
    {
        var at = _tokens[token].Start;
        if (_tokens[token].Kind != TokenKind.Mark)
        {
            return Role.None;
        }
        var isDouble = _tokens[token].Length == 2;
        return _text[at] switch
        {
            '“' => _lowOpens ? Role.Close : OpensHere(token, firstOfParagraph)
                || !ClosesHere(token) ? Role.Open : Role.Close,
            '„' or '‟' or '「' => Role.Open,
            '”' => OpensHere(token, firstOfParagraph) && !ClosesHere(token) ? Role.Open : Role.Close,
            '」' => Role.Close,
            '«' => _guillemetsPointIn ? Role.Close : Role.Open,
            '»' => _guillemetsPointIn ? Role.Open : Role.Close,
            '"' => OpensHere(token, firstOfParagraph) ? Role.Open : StandsApart(token) ? Role.Either : Role.Close,
            '`' when isDouble => Role.Open,
            '\'' or '’' when isDouble => OpensHere(token, firstOfParagraph) ? Role.Open : Role.Close,
            '‘' when _singles => Role.Open,
            '’' or '\'' when _singles => SingleRole(token, firstOfParagraph),
            _ => Role.None,
        };
    }

    private Role SingleRole(int token, int firstOfParagraph)
    {
        if (OpensHere(token, firstOfParagraph) && _text[_tokens[token].Start] == '\'')
        {
            return Role.Open;
        }
        // "the voters' choice" closes nothing: ask for the punctuation that stands before a closing mark, or after it
        var start = _tokens[token].Start;
        var end = _tokens[token].End;
        var before = start > 0 ? _text[start - 1] : ' ';
        var after = end < _text.Length ? _text[end] : ' ';
        return before is ',' or '.' or '!' or '?' || after is ',' or '.' or ';' or ':' or ')'
            || (after == ' ' && before != 's')
            ? Role.Close : Role.None;
    }

    private bool OpensHere(int token, int firstOfParagraph)
    {
        var start = _tokens[token].Start;
        var end = _tokens[token].End;
        var spaceBefore = token == firstOfParagraph || start == 0 || char.IsWhiteSpace(_text[start - 1])
            || _text[start - 1] is '(' or '[' or '-' or '–' or '—' or '/' or '“' or '"' or '‘' or '\'';
        var wordAfter = end < _text.Length && !char.IsWhiteSpace(_text[end]);
        return spaceBefore && (wordAfter || token == firstOfParagraph);
    }

    // "a " great " day", as texts cut into words have it
    private bool StandsApart(int token)
    {
        var (start, end) = (_tokens[token].Start, _tokens[token].End);
        return start > 0 && _text[start - 1] == ' ' && end < _text.Length && _text[end] == ' ';
    }

    private bool ClosesHere(int token)
    {
        var start = _tokens[token].Start;
        return start > 0 && !char.IsWhiteSpace(_text[start - 1]);
    }
}
