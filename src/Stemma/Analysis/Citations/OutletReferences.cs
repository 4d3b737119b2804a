using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Analyzing;

/// <summary>
/// Finds the words that name outlets: names of the registry, capitalised names with a press word ("the Harbour Gazette"),
/// short names that a fuller mention resolves, and "the newspaper", which stands for the outlet named last before it.
/// </summary>
internal sealed class OutletReferences
{
    private readonly MarkedText _text;
    private readonly NamesInText _names;
    private readonly OutletRegistry _outlets;
    private readonly SelfNames _self;
    private readonly PressWords _words;
    private readonly List<OutletReference> _found = [];
    private readonly HashSet<string> _foundNames = new(StringComparer.Ordinal);
    private readonly int[] _at;
    private readonly Dictionary<string, string> _fullByLastWord = new(StringComparer.OrdinalIgnoreCase);

    public OutletReferences(MarkedText text, NamesInText names, OutletRegistry outlets, SelfNames self, PressWords words)
    {
        (_text, _names, _outlets, _self, _words) = (text, names, outlets, self, words);
        _at = new int[text.Tokens.Length];
        CollectNames();
        CollectShortNames();
        CollectNouns();
        _found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        RemoveOverlaps();
        for (var r = 0; r < _found.Count; r++)
        {
            Array.Fill(_at, r + 1, _found[r].First, _found[r].Last - _found[r].First);
        }
    }

    /// <summary>The references in text order.</summary>
    public IReadOnlyList<OutletReference> All => _found;

    /// <summary>The reference that covers a token; null where none does.</summary>
    public OutletReference? At(int token) =>
        (uint)token < (uint)_at.Length && _at[token] > 0 ? _found[_at[token] - 1] : null;

    private void CollectNames()
    {
        foreach (var mention in _names.Mentions)
        {
            if (mention.Kind == MentionKind.Outlet)
            {
                var outlet = _outlets.FindByName(_text.Slice(mention.First, mention.Last));
                Add(mention, outlet?.Name ?? mention.Name, _self.Contains(mention.Name) || (outlet is not null && _self.IsSame(outlet)), true);
            }
            else if (_self.Contains(_text.Slice(mention.First, mention.Last)))
            {
                Add(mention, mention.Name, true, true);
            }
            else if (mention.Kind is MentionKind.Other or MentionKind.Organisation or MentionKind.Place && LooksLikeOutlet(mention))
            {
                mention.Kind = MentionKind.Outlet;
                Add(mention, mention.Name, false, true);
            }
        }
    }

    private bool LooksLikeOutlet(NameMention mention)
    {
        var last = _text.Words[mention.Last - 1];
        var named = mention.Last - mention.First >= 2 && _words.NameWords.Contains(last);
        if (!named)
        {
            foreach (var ending in _words.NameEndings)
            {
                named |= last.Length > ending.Length + 1 && last.EndsWith(ending, StringComparison.Ordinal);
            }
        }
        // "the news agency Nordwire", "the Nordwire agency"
        return named || (mention.First > 0 && _words.Nouns.Contains(_text.Words[mention.First - 1]) && mention.Kind != MentionKind.Place)
            || (_words.Nouns.Contains(_text.Word(mention.Last)) && mention.Kind == MentionKind.Other && _text.Word(mention.Last) != "paper");
    }

    private void Add(NameMention mention, string name, bool isSelf, bool isResolved)
    {
        var first = mention.First;
        // "the news agency Reuters": the noun belongs to the reference
        while (first - 1 >= 0 && _text.SentenceOf[first - 1] == _text.SentenceOf[mention.First]
            && (_words.Nouns.Contains(_text.Words[first - 1]) || _text.Words[first - 1] is "news" or "wire"))
        {
            first--;
        }
        if (first - 1 >= 0 && _text.SentenceOf[first - 1] == _text.SentenceOf[mention.First] && _words.Articles.Contains(_text.Words[first - 1]))
        {
            first--;
        }
        var last = mention.Last;
        if (_words.Nouns.Contains(_text.Word(last)) && mention.Last < _text.Words.Length)
        {
            last++;
        }
        _found.Add(new OutletReference(first, last, name, isSelf, isResolved, false));
        _foundNames.Add(name);
        _fullByLastWord.TryAdd(_text.Words[mention.Last - 1], name);
    }

    /// <summary>"the Times", where the registry knows it as shared by several or a fuller name of the article ends so.</summary>
    private void CollectShortNames()
    {
        for (var i = 0; i + 1 < _text.Tokens.Length; i++)
        {
            if (_text.Words[i] is "that" or "this" or "its" || _text.Tokens[i + 1].Length < 3 || !_words.Articles.Contains(_text.Words[i]) || !_text.IsCapital(i + 1) || _text.SentenceOf[i] != _text.SentenceOf[i + 1])
            {
                continue;
            }
            var mention = _names.At(i + 1);
            if (mention is not null && (mention.Last != i + 2 || mention.Kind == MentionKind.Outlet))
            {
                continue;
            }
            var word = _text.Slice(i + 1, i + 2);
            var sharing = _outlets.FindByAmbiguousName(word);
            if (sharing.Count == 0 && !_fullByLastWord.ContainsKey(word))
            {
                continue;
            }
            if (sharing.Count == 0 && !_words.NameWords.Contains(_text.Words[i + 1]))
            {
                continue;
            }
            if (_text.IsCapital(i + 2) && _text.Tag(i + 2) == PosTag.Propn)
            {
                continue;
            }
            var (name, isSelf, isResolved) = ResolveShort(word, _text.Slice(i, i + 2), sharing);
            _found.Add(new OutletReference(i, i + 2, name, isSelf, isResolved, false));
            if (mention is not null)
            {
                mention.Kind = MentionKind.Outlet;
                mention.Name = name;
                mention.Person = null;
            }
        }
    }

    private (string Name, bool IsSelf, bool IsResolved) ResolveShort(string word, string written, IReadOnlyList<Outlet> sharing)
    {
        if (_fullByLastWord.TryGetValue(word, out var full))
        {
            return (full, _self.Contains(full), true);
        }
        foreach (var outlet in sharing)
        {
            if (_foundNames.Contains(outlet.Name))
            {
                return (outlet.Name, _self.IsSame(outlet), true);
            }
        }
        if (_self.Contains(word) || (_self.Outlet is { } own && sharing.Any(o => o.Id == own.Id)))
        {
            return (_self.Outlet?.Name ?? word, true, true);
        }
        return (written, false, false);
    }

    private void CollectNouns()
    {
        _found.Sort((a, b) => a.First.CompareTo(b.First));
        var named = 0;
        OutletReference? last = null;
        List<OutletReference> nouns = [];
        for (var i = 0; i + 1 < _text.Tokens.Length; i++)
        {
            while (named < _found.Count && _found[named].First <= i)
            {
                last = _found[named].IsSelf ? last : _found[named];
                named++;
            }
            if (last is not { } outlet || outlet.Last > i || _text.StretchOf[i] >= 0
                || !_words.Articles.Contains(_text.Words[i]) || _text.Words[i] is "a" or "an")
            {
                continue;
            }
            var noun = i + 1;
            if (_words.Nouns.Contains(_text.Words[noun]) && _text.Tag(noun + 1) is not (PosTag.Noun or PosTag.Propn) && _names.At(noun + 1) is null)
            {
                nouns.Add(new OutletReference(i, noun + 1, outlet.Name, false, outlet.IsResolved, true));
            }
            else if (_words.Works.Contains(_text.Words[noun]) && _text.Tag(noun + 1) is PosTag.Verb or PosTag.Aux or PosTag.Adv or PosTag.Punct)
            {
                nouns.Add(new OutletReference(i, noun + 1, outlet.Name, false, outlet.IsResolved, true));
            }
        }
        _found.AddRange(nouns);
    }

    private void RemoveOverlaps()
    {
        var end = -1;
        var kept = 0;
        for (var r = 0; r < _found.Count; r++)
        {
            var reference = _found[r];
            if (reference.First >= end)
            {
                _found[kept++] = reference;
                end = reference.Last;
            }
        }
        _found.RemoveRange(kept, _found.Count - kept);
    }
}
