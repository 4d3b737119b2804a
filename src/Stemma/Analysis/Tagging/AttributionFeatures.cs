namespace Stemma.Analyzing;

/// <summary>
/// What the attribution tagger sees of one sentence: words and parts of speech around each token, quotation marks, the
/// cue
/// lexicon, and what the rules found. The second pass also sees the cues of the first.
/// </summary>
internal sealed class AttributionFeatures
{
    /// <summary>How many features a token has at most.</summary>
    public const int Count = 52;

    private const int Window = 3;
    private readonly MarkedText _text;
    private readonly int _first;
    private readonly int _length;
    private readonly uint[] _words;
    private readonly uint[] _suffixes;
    private readonly byte[] _rules;
    private readonly byte[] _lexicon;
    private readonly int[] _leftCue;
    private readonly int[] _rightCue;
    private readonly bool _hasQuote;

    public AttributionFeatures(MarkedText text, Text.SentenceRange sentence, ReadOnlySpan<byte> ruleLabels,
        Func<string, CueFlags> lexicon)
    {
        _text = text;
        _first = sentence.First;
        _length = sentence.Last - sentence.First;
        _words = new uint[_length];
        _suffixes = new uint[_length];
        _lexicon = new byte[_length];
        _rules = ruleLabels.Slice(sentence.First, _length).ToArray();
        _leftCue = new int[_length];
        _rightCue = new int[_length];
        for (var i = 0; i < _length; i++)
        {
            var hash = WordHash.Of(text.Words[_first + i]);
            (_words[i], _suffixes[i]) = (hash.Word, hash.Suffix3);
            var flags = text.Tags[_first + i] is PosTag.Verb or PosTag.Aux or PosTag.Adj or PosTag.Noun
                ? lexicon(text.Words[_first + i]) : CueFlags.None;
            _lexicon[i] = (byte)(((flags & CueFlags.Speech) != 0 ? 1 : 0) | ((flags & CueFlags.Thought) != 0
                ? 2 : 0) | ((flags & CueFlags.Judgement) != 0 ? 4 : 0) | ((flags & CueFlags.Evidence) != 0 ? 8 : 0));
            _hasQuote |= text.StretchOf[_first + i] >= 0;
        }
        SetCues(i => _lexicon[i] != 0 && text.Tags[_first + i] == PosTag.Verb);
    }

    public int Length => _length;

    /// <summary>Whether the rules found anything in the sentence.</summary>
    public bool HasRuleLabels => _rules.AsSpan().ContainsAnyExcept((byte)0);

    /// <summary>Tells the cues of the first pass; the distances then count to these.</summary>
    public void SetCues(Func<int, bool> isCue)
    {
        var last = -1;
        for (var i = 0; i < _length; i++)
        {
            last = isCue(i) ? i : last;
            _leftCue[i] = last;
        }
        last = -1;
        for (var i = _length - 1; i >= 0; i--)
        {
            last = isCue(i) ? i : last;
            _rightCue[i] = last;
        }
    }

    /// <summary>Writes the features of token <paramref name="i"/>; returns how many.</summary>
    public int Write(int i, Span<uint> features)
    {
        var n = 0;
        for (var d = -Window; d <= Window; d++)
        {
            features[n++] = WordHash.Mix(100 + (uint)(d + Window), Word(i + d));
            features[n++] = WordHash.Mix(110 + (uint)(d + Window), Tag(i + d));
        }
        features[n++] = WordHash.Mix(120, (Tag(i - 1) * 32) + Tag(i));
        features[n++] = WordHash.Mix(121, (Tag(i) * 32) + Tag(i + 1));
        features[n++] = WordHash.Mix(122, (((Tag(i - 1) * 32) + Tag(i)) * 32) + Tag(i + 1));
        features[n++] = WordHash.Mix(123, Word(i - 1) ^ (Word(i) * 31));
        features[n++] = WordHash.Mix(124, Word(i) ^ (Word(i + 1) * 31));
        features[n++] = WordHash.Mix(125, _suffixes[i]);
        features[n++] = WordHash.Mix(126, (Quote(i - 1) * 9) + (Quote(i) * 3) + Quote(i + 1));
        features[n++] = WordHash.Mix(127,
            (uint)((i == 0 ? 1 : 0) + (_hasQuote ? 2 : 0) + (_text.IsCapital(_first + i) ? 4 : 0)));
        features[n++] = WordHash.Mix(128, (uint)((Lexicon(i - 1) * 256) + (Lexicon(i) * 16) + Lexicon(i + 1)));
        features[n++] = WordHash.Mix(129, (uint)((Rule(i - 1) * 64) + (Rule(i) * 8) + Rule(i + 1)));
        features[n++] = WordHash.Mix(130, ((uint)Rule(i) * 32) + Tag(i));
        features[n++] = WordHash.Mix(131, (uint)Rule(i) + (Quote(i) * 8));
        features[n++] = WordHash.Mix(132, ((uint)Rule(i) * 977) ^ Word(i));
        AddCue(features, ref n, 140, i, _leftCue[i]);
        AddCue(features, ref n, 150, i, _rightCue[i]);
        features[n++] = WordHash.Mix(160,
            (uint)(Bucket(i - _leftCue[i], _leftCue[i] >= 0) * 32) + (uint)Bucket(_rightCue[i] - i, _rightCue[i] >= 0));
        features[n++] = WordHash.Mix(161, (uint)Bucket(i, true) + (Tag(i) * 32));
        features[n++] = WordHash.Mix(162, (uint)Bucket(_length - i, true) + (Tag(i) * 32));
        return n;
    }

    private void AddCue(Span<uint> features, ref int n, uint template, int i, int cue)
    {
        if (cue < 0)
        {
            features[n++] = WordHash.Mix(template, 0);
            return;
        }
        var from = Math.Min(i, cue);
        var to = Math.Max(i, cue);
        var comma = 0u;
        var that = 0u;
        var path = 0u;
        for (var j = from + 1; j < to; j++)
        {
            comma |= _text.Words[_first + j] is "," ? 1u : 0;
            that |= _text.Words[_first + j] is "that" or "dass" ? 1u : 0;
            path = j - from < 5 ? (path * 32) + Tag(j) : path;
        }
        var distance = (uint)Bucket(to - from, true);
        features[n++] = WordHash.Mix(template + 1, (distance * 4) + (comma * 2) + that);
        features[n++] = WordHash.Mix(template + 2, Word(cue) ^ (comma * 7) ^ (that * 3));
        features[n++] = WordHash.Mix(template + 3, path ^ (distance << 26));
        features[n++] = WordHash.Mix(template + 4, Tag(i) + (distance * 32) + (comma * 1024) + (Quote(i) * 4096));
        features[n++] = WordHash.Mix(template + 5, (uint)Lexicon(cue) + (distance * 16) + (Tag(i) * 512));
    }

    private static int Bucket(int distance, bool exists) =>
        !exists ? 15 : distance switch { <= 4 => Math.Max(0, distance), <= 6 => 5, <= 9 => 6, <= 14 => 7, <= 22 => 8,
            _ => 9 };

    private uint Word(int i) => i < 0 ? 3u : i >= _length ? 5u : _words[i];

    private uint Tag(int i) => i < 0 ? 29u : i >= _length ? 30u : (uint)_text.Tags[_first + i];

    private uint Quote(int i)
    {
        if (i < 0 || i >= _length || _text.StretchOf[_first + i] < 0)
        {
            return 0;
        }
        return _text.Tokens[_first + i].Kind == Text.TokenKind.Mark ? 2u : 1u;
    }

    private byte Lexicon(int i) => i < 0 || i >= _length ? (byte)0 : _lexicon[i];

    private byte Rule(int i) => i < 0 || i >= _length ? (byte)7 : _rules[i];
}
