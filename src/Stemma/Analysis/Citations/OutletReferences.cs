using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Analyzing;

/// <summary>
/// Finds the words that name outlets: names of the registry, capitalised names with a press word ("the Harbour
/// Gazette"),
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

    public OutletReferences(MarkedText text, NamesInText names, OutletRegistry outlets, SelfNames self,
        PressWords words)
    {
        (_text, _names, _outlets, _self, _words) = (text, names, outlets, self, words);
        _at = new int[text.Tokens.Length];
        CollectNames();
        CollectMarked();
        CollectAgencies();
        CollectByForm();
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
                Add(mention, outlet?.Name ?? mention.Name, _self.Contains(mention.Name)
                    || (outlet is not null && _self.IsSame(outlet)), true);
            }
            else if (_self.Contains(_text.Slice(mention.First, mention.Last))
                || (mention.Kind != MentionKind.Person
                && _self.Contains(_text.Slice(mention.First, mention.Last).TrimEnd('s'))))
            {
                Add(mention, mention.Name, true, true);
            }
            else if (mention.Kind is MentionKind.Other or MentionKind.Organisation && mention.Last - mention.First == 1
                && _outlets.FindByName(mention.Name) is { CommonWord.Length: 0 } shared
                && !_words.Articles.Contains(_text.Word(mention.First - 1)))
            {
                // a name that several go by, without an article: who is meant stays open
                Add(mention, shared.Name, _self.IsSame(shared), false);
            }
            else if (mention.Kind is not MentionKind.Person && mention.Last - mention.First == 1
                && _outlets.FindByName(mention.Name) is { CommonWord.Length: > 0 } word && IsNamedAsOutlet(mention.First))
            {
                mention.Kind = MentionKind.Outlet;
                Add(mention, word.Name, _self.IsSame(word), true);
            }
            else if (mention.Kind is MentionKind.Other or MentionKind.Organisation && mention.Last - mention.First == 1
                && IsAcronym(mention.Name) && _outlets.FindByAmbiguousName(mention.Name) is { Count: > 1 } sharing)
            {
                // "ABC" of several countries
                var (name, isSelf, isResolved) = ResolveShort(mention.Name, mention.Name, sharing);
                mention.Kind = MentionKind.Outlet;
                Add(mention, name, isSelf, isResolved);
            }
            else if (mention.Kind is not MentionKind.Outlet && IsStation(mention))
            {
                mention.Kind = MentionKind.Outlet;
                mention.Person = null;
                Add(mention, CallSign(mention.Name), false, true);
            }
            else if (mention.Kind is MentionKind.Other or MentionKind.Organisation or MentionKind.Place
                && LooksLikeOutlet(mention))
            {
                mention.Kind = MentionKind.Outlet;
                // "WQRX Eyewitness News" is WQRX
                var sign = _text.Slice(mention.First, mention.First + 1);
                Add(mention, sign.Length == 4 && sign[0] is 'K' or 'W' && sign.All(char.IsAsciiLetterUpper) ? sign : mention.Name, false, true);
            }
        }
    }

    // "Variety" and "Time" are outlets where something is told to them or they report it, within a sentence: at its
    // beginning every word is a capital one
    private bool IsNamedAsOutlet(int token) =>
        _text.SentenceOf[token] >= 0 && token > _text.SentenceAt(token).First
        && (_words.Reports.Contains(_text.Word(token + 1)) || _words.Reports.Contains(_text.Word(token - 1))
            || (_text.Word(token - 1) is "to" && _text.Word(token - 2) is "according")
            || (_text.Word(token - 1) is "for" && _text.Word(token - 2).TrimEnd('s') is "reporter" or "writer" or "journalist"));

    // "told WQRX", "KQRX-TV reported": a station goes by its call sign
    private bool IsStation(NameMention mention) =>
        mention.Last - mention.First == 1 && CallSign(mention.Name) is var sign
        && sign.Length is 3 or 4 && sign[0] is 'K' or 'W' && sign.All(char.IsAsciiLetterUpper)
        && sign is not ("WHO" or "WTO" or "WADA" or "WBA" or "WBC" or "WBO" or "WWE" or "WWF" or "WNBA" or "WTA" or "WWI" or "WWII" or "KGB" or "KKK" or "KPMG" or "KLM" or "KFC")
        && (sign.Length < mention.Name.Length
            || _words.Reports.Contains(_text.Word(mention.Last)) || _words.Reports.Contains(_text.Word(mention.First - 1))
            || _text.Word(mention.First - 1) is "told" or "with" or "by" or "station" or "affiliate"
            || (_text.Word(mention.First - 1) is "to" && _text.Word(mention.First - 2) is "according"));

    private static string CallSign(string name) =>
        name.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash && name[dash..].ToUpperInvariant() is "-TV" or "-FM" or "-AM"
            ? name[..dash] : name;

    private static bool IsAcronym(string name) => name.Length is >= 2 and <= 5 && name.All(char.IsUpper);

    // names between marks: "der „Hafenbote“ berichtete"
    private void CollectMarked()
    {
        foreach (var stretch in _text.Stretches)
        {
            var first = stretch.First + 1;
            var last = stretch.IsClosed ? stretch.Last - 1 : stretch.Last;
            if (last - first is < 1 or > 5 || !_text.IsCapital(first) || !_text.IsCapital(last - 1))
            {
                continue;
            }
            var name = _text.Slice(first, last);
            var outlet = _outlets.FindByName(name);
            // 'the "Morning" show' is a programme
            if (outlet is null && _text.Word(stretch.Last) is "show" or "program" or "programme" or "host" or "anchor" or "series")
            {
                continue;
            }
            var known = outlet is not null && (last - first > 1 || outlet.CommonWord.Length == 0);
            if (!known && !LooksLikePress(_text.Words[last - 1]) && !_self.Contains(name))
            {
                continue;
            }
            var start = stretch.First > 0 && _words.Articles.Contains(_text.Words[stretch.First - 1])
                ? stretch.First - 1 : stretch.First;
            _found.Add(new OutletReference(start, stretch.Last, outlet?.Name ?? name, _self.Contains(name)
                || (outlet is not null && _self.IsSame(outlet)), true, false));
            _foundNames.Add(outlet?.Name ?? name);
            _fullByLastWord.TryAdd(_text.Words[last - 1], outlet?.Name ?? name);
        }
    }

    // where all nouns are capitalised, an article, a capital and a press word make a name: "des Hohenleiter Anzeigers"
    private void CollectByForm()
    {
        for (var i = 2; _words.NameEndings.Count > 0 && i < _text.Tokens.Length; i++)
        {
            if (!_text.IsCapital(i) || !_text.IsCapital(i - 1) || !_words.Articles.Contains(_text.Words[i - 2])
                || _text.StretchOf[i] >= 0 || _names.At(i) is { Kind: MentionKind.Outlet }
                || !(_words.NameWords.Contains(_text.Words[i])
                    || _words.NameWords.Contains(_text.Words[i].TrimEnd('s'))))
            {
                continue;
            }
            var written = _text.Slice(i - 1, i + 1);
            var name = _text.Words[i - 2] is "des"
                && _outlets.FindByName(written) is null ? written.TrimEnd('s') : written;
            name = _outlets.FindByName(name)?.Name ?? name;
            _found.Add(new OutletReference(i - 2, i + 1, name, _self.Contains(name), true, false));
            _foundNames.Add(name);
            _fullByLastWord.TryAdd(_text.Words[i].TrimEnd('s'), name);
        }
    }

    // "der Nachrichtenagentur kdn", then "(kdn)" and "der kdn"; "PORTVILLE (NDW) —"
    private void CollectAgencies()
    {
        HashSet<string> agencies = [];
        for (var i = 1; i + 1 < _text.Tokens.Length; i++)
        {
            var isNamed = _words.AgencyNouns.Contains(_text.Words[i - 1])
                && _text.Tokens[i].Kind == Text.TokenKind.Word && _text.Tokens[i].Length is >= 2 and <= 6
                && !_text.IsCapital(i) && IsAcronymLike(i) && _text.SentenceOf[i] == _text.SentenceOf[i - 1];
            var isDateline = _text.Words[i - 1] == "(" && _text.Words[i + 1] == ")"
                && _text.Word(i + 2) is "-" or "–" or "—" or "--" && _text.Tokens[i].Length is >= 2 and <= 8
                && _text.SentenceOf[i] >= 0 && i - _text.SentenceAt(i).First <= 6;
            if ((isNamed || isDateline) && _names.At(i)?.Kind is not MentionKind.Outlet)
            {
                agencies.Add(_text.Words[i]);
            }
        }
        for (var i = 1; agencies.Count > 0 && i < _text.Tokens.Length; i++)
        {
            if (agencies.Contains(_text.Words[i])
                && (_words.Articles.Contains(_text.Words[i - 1]) || _words.AgencyNouns.Contains(_text.Words[i - 1])
                || _text.Words[i - 1] is "("))
            {
                var first = i;
                while (first > 0 && (_words.AgencyNouns.Contains(_text.Words[first - 1])
                    || (first == i && _words.Articles.Contains(_text.Words[first - 1]))
                    || (first < i && _words.Articles.Contains(_text.Words[first - 1]))) && i - first < 3)
                {
                    first--;
                }
                var name = _text.Slice(i, i + 1);
                _found.Add(new OutletReference(first, i + 1, _outlets.FindByName(name)?.Name
                    ?? name, _self.Contains(name), true, false));
            }
        }
    }

    // "kdn", "dpa": short, and no word of the language by its tag or its sound
    private bool IsAcronymLike(int i) =>
        _text.Tags[i] is PosTag.Noun or PosTag.Propn or PosTag.X
            || (_text.Tokens[i].Length <= 5
            && !_text.Words[i].Any(c => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'ä' or 'ö' or 'ü'));

    private bool LooksLikePress(string word)
    {
        if (_words.NameWords.Contains(word) || _words.NameWords.Contains(word.TrimEnd('s')))
        {
            return true;
        }
        foreach (var ending in _words.NameEndings)
        {
            if (word.Length > ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal)
                && !_words.Nouns.Contains(word))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsNewsAgency(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (_text.Words[i] is "news" or "press" or "wire" or "newswire" or "media")
            {
                return true;
            }
        }
        return false;
    }

    private bool LooksLikeOutlet(NameMention mention)
    {
        var last = _text.Words[mention.Last - 1];
        // "the Space Agency" is no agency of news; "the Hauser newspaper chain" is a company
        if ((last is "agency" && !IsNewsAgency(mention.First, mention.Last))
            || _words.CompanyNouns.Contains(_text.Word(mention.Last + 1))
            && _words.Nouns.Contains(_text.Word(mention.Last)))
        {
            return false;
        }
        var named = mention.Last - mention.First >= 2 ? LooksLikePress(last) : LooksLikePress(last)
            && !_words.NameWords.Contains(last) && !_words.NameWords.Contains(last.TrimEnd('s'));
        // "the news agency Nordwire", "the Nordwire agency"
        return named || (mention.First > 0 && _words.Nouns.Contains(_text.Words[mention.First - 1])
            && mention.Kind != MentionKind.Place)
            || (_words.Nouns.Contains(_text.Word(mention.Last)) && mention.Kind == MentionKind.Other
            && _text.Word(mention.Last) != "paper");
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
        // "the student news agency ISNA", "the Iranian news agency": what kind of agency, too
        var kind = first < mention.First && first > 1 && _text.Tag(first - 1) is PosTag.Adj or PosTag.Noun or PosTag.Propn
            && _words.Articles.Contains(_text.Words[first - 2]) ? first - 1 : first;
        if (kind - 1 >= 0 && _text.SentenceOf[kind - 1] == _text.SentenceOf[mention.First]
            && _words.Articles.Contains(_text.Words[kind - 1]))
        {
            first = kind - 1;
        }
        var last = mention.Last;
        if (_words.Nouns.Contains(_text.Word(last)))
        {
            last++;
        }
        else if (_text.Word(last) is "news" or "wire" && _words.Nouns.Contains(_text.Word(last + 1)))
        {
            last += 2;
        }
        _found.Add(new OutletReference(first, last, name, isSelf, isResolved, false));
        _foundNames.Add(name);
        _fullByLastWord.TryAdd(_text.Words[mention.Last - 1], name);
    }

    /// <summary>"the Times", where the registry knows it as shared by several or a fuller name of the article ends
    /// so.</summary>
    private void CollectShortNames()
    {
        for (var i = 0; i + 1 < _text.Tokens.Length; i++)
        {
            var bare = _text.Words[i] == "laut";
            if (_text.Words[i] is "that" or "this" or "its" || _text.Tokens[i + 1].Length < 3
                || !(bare || _words.Articles.Contains(_text.Words[i])) || !_text.IsCapital(i + 1)
                || _text.SentenceOf[i] != _text.SentenceOf[i + 1])
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
            var isOwn = _self.Contains(word) || _self.EndsWith(word);
            if (sharing.Count == 0 && !isOwn
                && !(_fullByLastWord.ContainsKey(word) && LooksLikePress(_text.Words[i + 1])))
            {
                continue;
            }
            if (_text.IsCapital(i + 2) && _text.Tag(i + 2) == PosTag.Propn)
            {
                continue;
            }
            var (name, isSelf, isResolved) = ResolveShort(word, _text.Slice(i, i + 2), sharing);
            // "the Democrat" and "the Republican" are people where no paper of that name is
            if (!isResolved && _words.Doubtful.Contains(_text.Words[i + 1]))
            {
                continue;
            }
            _found.Add(new OutletReference(bare ? i + 1 : i, i + 2, name, isSelf, isResolved, false));
            if (mention is not null)
            {
                mention.Kind = MentionKind.Outlet;
                mention.Name = name;
                mention.Person = null;
            }
        }
    }

    private (string Name, bool IsSelf, bool IsResolved) ResolveShort(string word, string written,
        IReadOnlyList<Outlet> sharing)
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
        // "ABC" and "the Times" are the own country's, where it has one of the name
        var near = _self.Outlet is { Country.Length: > 0 } self ? sharing.Where(o => o.Country == self.Country).Take(2).ToList() : [];
        if (near is [var only] && only.Id != _self.Outlet?.Id)
        {
            return (only.Name, false, true);
        }
        if (_self.Contains(word) || _self.EndsWith(word)
            || (_self.Outlet is { } own && sharing.Any(o => o.Id == own.Id)))
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
            if (_words.AgencyNouns.Contains(_text.Words[noun])
                && (!StandsForAgency(outlet) || HasBodyBetween(outlet.Last, i)))
            {
                continue;
            }
            if (_words.Nouns.Contains(_text.Words[noun]) && _text.Tag(noun + 1) is not (PosTag.Noun or PosTag.Propn)
                && _names.At(noun + 1) is null)
            {
                nouns.Add(new OutletReference(i, noun + 1, outlet.Name, false, outlet.IsResolved, true));
            }
            else if (_words.Works.Contains(_text.Words[noun]) && _text.Words[i] is not ("this" or "its")
                && _text.Tag(noun + 1) is PosTag.Verb or PosTag.Aux or PosTag.Adv or PosTag.Punct)
            {
                nouns.Add(new OutletReference(i, noun + 1, outlet.Name, false, outlet.IsResolved, true));
            }
        }
        _found.AddRange(nouns);
    }

    // "the agency" is mostly an authority: only one of news named before is meant
    private bool StandsForAgency(OutletReference outlet) =>
        _outlets.FindByName(outlet.Name)?.Kind == OutletKind.Agency || IsNewsAgency(outlet.First, outlet.Last)
        || _words.AgencyNouns.Contains(_text.Words[outlet.Last - 1])
        || _words.AgencyNouns.Contains(_text.Word(outlet.First))
        || _words.AgencyNouns.Contains(_text.Word(outlet.First + 1));

    // an authority named since: "the agency" is that
    private bool HasBodyBetween(int from, int to)
    {
        var steps = 0;
        for (var m = _names.FirstFrom(from); m < _names.Mentions.Count && _names.Mentions[m].First < to
            && steps < 100; m++, steps++)
        {
            if (_names.Mentions[m].Kind == MentionKind.Organisation
                || (_names.Mentions[m].Kind == MentionKind.Other
                && _names.Mentions[m].Last - _names.Mentions[m].First != 1))
            {
                return true;
            }
        }
        return false;
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
