using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Analyzing;

/// <summary>
/// Finds names by capitals and parts of speech and sorts them into people, organisations, places and outlets by titles,
/// forenames, lists and the words beside them. Lines in title case are passed over, since there all words are capitals.
/// </summary>
internal sealed class NameFinder(NameRules rules, Gazetteer gazetteer, OutletRegistry outlets)
{
    private const int LongestNameTokens = 8;

    /// <summary>The names in text order, none overlapping another; people resolved within the article.</summary>
    public NamesInText Find(MarkedText text)
    {
        List<NameMention> mentions = [];
        var headings = HeadingParagraphs(text);
        foreach (var sentence in text.Sentences)
        {
            if (headings.Contains(sentence.Paragraph))
            {
                continue;
            }
            for (var i = sentence.First; i < sentence.Last;)
            {
                i = CanStart(text, i, sentence.First) ? ReadName(text, i, sentence.Last, mentions) : i + 1;
            }
        }
        return new NamesInText(text, mentions, gazetteer, rules);
    }

    private static HashSet<int> HeadingParagraphs(MarkedText text)
    {
        var capitals = new int[text.Paragraphs.Count];
        var words = new int[text.Paragraphs.Count];
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.First; i < sentence.Last; i++)
            {
                if (text.Tokens[i].Kind == Text.TokenKind.Word && text.Tokens[i].Length > 3)
                {
                    words[sentence.Paragraph]++;
                    capitals[sentence.Paragraph] += text.IsCapital(i) ? 1 : 0;
                }
            }
        }
        return [.. Enumerable.Range(0, words.Length).Where(p =>
            text.Text[text.Paragraphs[p].End - 1] switch
            {
                '”' or '"' => false,
                // "Mayor Ann Lee spoke." is a sentence
                '.' or ':' => words[p] is >= 6 and <= 25 && capitals[p] >= 0.8 * words[p],
                _ => words[p] is >= 4 and <= 25 && capitals[p] >= 0.75 * words[p],
            })];
    }

    private bool CanStart(MarkedText text, int i, int sentenceFirst)
    {
        if (!text.IsCapital(i) || rules.NeverNames.Contains(text.Words[i]))
        {
            return false;
        }
        var tag = text.Tags[i];
        var word = text.Words[i];
        if (rules.NounsAreCapitalised)
        {
            return tag == PosTag.Propn || IsTitle(text, i, i + 1, out _)
                || (gazetteer.IsForename(word) && text.IsCapital(i + 1))
                || outlets.FindByName(text.Slice(i, i + 1)) is { CommonWord.Length: 0 } || LooksLikePress(word)
                || (i > sentenceFirst && (gazetteer.IsPlace(word) || IsAcronym(text, i)));
        }
        if (IsTitle(text, i, i + 1, out _))
        {
            return true;
        }
        var initial = i == sentenceFirst || text.Tags[i - 1] == PosTag.Punct;
        if (tag is PosTag.Propn)
        {
            return true;
        }
        if (tag is PosTag.Det or PosTag.Pron or PosTag.Adp or PosTag.Aux or PosTag.Cconj or PosTag.Sconj or PosTag.Part
            or PosTag.Punct or PosTag.Intj)
        {
            return false;
        }
        return !initial || text.IsCapital(i + 1)
            || outlets.FindByName(text.Slice(i, i + 1)) is { CommonWord.Length: 0 } || gazetteer.IsForename(word)
            || gazetteer.IsPlace(word) || IsAcronym(text, i);
    }

    // "Ann Lee, a Lund-based developer and spokeswoman"
    private bool HasRoleAfter(MarkedText text, int start)
    {
        for (var i = start; i < Math.Min(text.Tokens.Length, start + 7); i++)
        {
            if (text.Tags[i] == PosTag.Noun && rules.IsRole(text.Words[i]))
            {
                return true;
            }
            if (text.Tags[i] is not (PosTag.Det or PosTag.Adj or PosTag.Noun or PosTag.Propn or PosTag.Num
                or PosTag.Adv) && text.Words[i] is not ("'s" or "and"))
            {
                return false;
            }
        }
        return false;
    }

    private bool LooksLikePress(string word)
    {
        foreach (var ending in rules.Press.NameEndings)
        {
            if (word.Length > ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal)
                && !rules.Press.Nouns.Contains(word))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsAcronym(MarkedText text, int i)
    {
        var token = text.Tokens[i];
        return token.Length is >= 2 and <= 6 && char.IsUpper(text.Text[token.Start])
            && char.IsUpper(text.Text[token.Start + 1]);
    }

    /// <summary>Reads the run of capitals at <paramref name="i"/> and adds the names in it; returns the index after
    /// it.</summary>
    private int ReadName(MarkedText text, int i, int limit, List<NameMention> mentions)
    {
        var last = i + 1;
        while (last < limit && last - i < LongestNameTokens)
        {
            var word = text.Words[last];
            if (IsNamePart(text, last))
            {
                last++;
            }
            else if ((rules.Particles.Contains(word) || (word == "&" && last > i)) && last + 1 < limit
                && IsNamePart(text, last + 1))
            {
                last += 2;
            }
            else if (rules.Particles.Contains(word) && last + 2 < limit
                && rules.Particles.Contains(text.Words[last + 1]) && IsNamePart(text, last + 2))
            {
                last += 3;
            }
            else if (rules.OrganisationLinks.Contains(word) && JoinsOrganisation(text, i, last, limit, out var after))
            {
                last = after;
            }
            else if (word == "," && last + 1 < limit && text.Words[last + 1] is "jr." or "sr." or "jr" or "sr" or "iii")
            {
                last += 2;
            }
            else
            {
                break;
            }
        }
        AddNames(text, i, last, mentions);
        return last;
    }

    private bool IsNamePart(MarkedText text, int i) =>
        text.IsCapital(i) && !rules.NeverNames.Contains(text.Words[i])
        && (rules.NounsAreCapitalised
            ? text.Tags[i] == PosTag.Propn
            || (text.Tags[i - 1] == PosTag.Propn && gazetteer.IsForename(text.Words[i - 1]))
                || IsTitle(text, i, i + 1, out _)
            : text.Tags[i] is not (PosTag.Det or PosTag.Pron or PosTag.Adp or PosTag.Aux or PosTag.Cconj
            or PosTag.Sconj));

    // "Department of Defense", "Secretary of State", "University of the West"; not "Holm of New York".
    private bool JoinsOrganisation(MarkedText text, int first, int link, int limit, out int after)
    {
        after = link + 1;
        if (after < limit && text.Words[after] is "the")
        {
            after++;
        }
        if (after >= limit || !IsNamePart(text, after))
        {
            return false;
        }
        var joined = text.Slice(first, after + 1).ToLowerInvariant();
        var fits = rules.OrganisationWords.Contains(text.Words[link - 1])
            || rules.OrganisationWords.Contains(text.Words[first])
            || gazetteer.IsOrganisation(joined) || IsTitle(joined, out _)
            || gazetteer.IsPlace(joined) || outlets.FindByName(text.Slice(first, after + 1)) is not null;
        after++;
        return fits;
    }

    // "Don" and "Prince" are forenames more often than titles
    private bool IsTitle(string words, out Gender gender) =>
        rules.Titles.TryGetValue(words, out gender)
            || (gazetteer.IsTitle(words, out gender) && !gazetteer.IsForename(words));

    private bool IsTitle(MarkedText text, int first, int last, out Gender gender)
    {
        if (last - first == 1)
        {
            return IsTitle(text.Words[first].TrimEnd('.'), out gender);
        }
        return IsTitle(text.Slice(first, last).ToLowerInvariant().TrimEnd('.'), out gender);
    }

    /// <summary>Parts a run of capitals at a title inside it: "Florida Governor Ann Lee" names a place and a
    /// person.</summary>
    private void AddNames(MarkedText text, int first, int last, List<NameMention> mentions)
    {
        var start = first;
        var titleFirst = -1;
        var gender = Gender.Unknown;
        for (var i = first; i < last; i++)
        {
            for (var length = Math.Min(5, last - i); length >= 1; length--)
            {
                if (!IsTitle(text, i, i + length, out var told))
                {
                    continue;
                }
                if (titleFirst < 0 && i > start)
                {
                    Add(text, new NameMention(start, i), mentions);
                }
                if (titleFirst < 0 || i > start)
                {
                    titleFirst = i;
                }
                gender = told != Gender.Unknown ? told : gender;
                i += length - 1;
                start = i + 1;
                break;
            }
        }
        if (start < last)
        {
            var mention = new NameMention(start, last) { HasTitle = titleFirst >= 0, TitleGender = gender };
            mention.TitleFirst = titleFirst >= 0 ? titleFirst : start;
            Add(text, mention, mentions);
        }
    }

    private void Add(MarkedText text, NameMention mention, List<NameMention> mentions)
    {
        // a trailing link or particle belongs to no name
        while (mention.Last - mention.First > 1 && !text.IsCapital(mention.Last - 1))
        {
            mention.Last--;
        }
        var outlet = mention.HasTitle ? null : FindOutlet(text, mention);
        if (outlet is null && Unglue(text, mention) && !mention.HasTitle)
        {
            outlet = FindOutlet(text, mention);
        }
        var name = text.Slice(mention.First, mention.Last);
        var lower = name.ToLowerInvariant();
        mention.Name = name;
        if (outlet is not null)
        {
            mention.Kind = MentionKind.Outlet;
            mention.Name = outlet.Name;
            mentions.Add(mention);
            return;
        }
        var single = mention.Last - mention.First == 1;
        if (single && !mention.HasTitle
            && (text.Tags[mention.First] == PosTag.Adj || text.Words[mention.First] is "may"))
        {
            return;
        }
        var lastWord = text.Words[mention.Last - 1];
        var organisationLike = rules.OrganisationWords.Contains(lastWord)
            || rules.OrganisationWords.Contains(text.Words[mention.First]);
        if (mention.HasTitle && !organisationLike)
        {
            mention.Kind = MentionKind.Person;
        }
        else if (gazetteer.IsOrganisation(lower) || organisationLike)
        {
            mention.Kind = MentionKind.Organisation;
        }
        else if (gazetteer.IsPlace(lower))
        {
            mention.Kind = MentionKind.Place;
        }
        else if (!single && (gazetteer.IsForename(text.Words[mention.First]) || IsInitial(text, mention.First))
            && !HasLink(text, mention))
        {
            mention.Kind = MentionKind.Person;
        }
        else if (single && IsAcronym(text, mention.First) && !gazetteer.IsForename(lower))
        {
            mention.Kind = MentionKind.Organisation;
        }
        else if (mention.Last - mention.First is 2 or 3 or 4 && !HasLink(text, mention) && ShowsPerson(text, mention))
        {
            mention.Kind = MentionKind.Person;
        }
        mentions.Add(mention);
    }

    // Capitals that touch a name without being of it: "Republican Ann Lee", "Lee Lee", "Now Lee", "in the U.S. Considering Lee", "Ann Lee Ann".
    private bool Unglue(MarkedText text, NameMention mention)
    {
        var (first, last) = (mention.First, mention.Last);
        var words = text.Words;
        if (last - first >= 3 && words[last - 1] == words[first])
        {
            last--;
        }
        if (last - first >= 2 && text.Tags[first] == PosTag.Adv && !rules.NounsAreCapitalised && !gazetteer.IsForename(words[first]))
        {
            first++;
        }
        // "Continued Lee:", "the U.S. Considering Lee's words"
        for (var i = last - 2; i >= first && !rules.NounsAreCapitalised; i--)
        {
            if (text.Tags[i] == PosTag.Verb && !gazetteer.IsForename(words[i])
                && (rules.IsSpeechVerb(words[i]) || (i > first && words[i].EndsWith("ing", StringComparison.Ordinal))))
            {
                first = i + 1;
                break;
            }
        }
        if (last - first >= 3 && !mention.HasTitle && !gazetteer.IsForename(words[first]) && !IsInitial(text, first)
            && !rules.NounsAreCapitalised && gazetteer.IsForename(words[first + 1]) && !rules.Particles.Contains(words[first])
            && !rules.OrganisationWords.Contains(words[first]) && !rules.OrganisationWords.Contains(words[last - 1])
            && !gazetteer.IsOrganisation(text.Slice(first, last).ToLowerInvariant()))
        {
            first++;
        }
        if (last - first == 2 && words[first] == words[first + 1])
        {
            first++;
        }
        var isCut = (first, last) != (mention.First, mention.Last);
        (mention.First, mention.Last) = (first, last);
        mention.TitleFirst = mention.HasTitle ? mention.TitleFirst : first;
        return isCut;
    }

    private Outlet? FindOutlet(MarkedText text, NameMention mention)
    {
        for (var last = mention.Last; last > mention.First; last--)
        {
            var name = text.Slice(mention.First, last);
            var outlet = outlets.FindByName(name)
                ?? (name.Contains('-', StringComparison.Ordinal) ? outlets.FindByName(name.Replace('-', ' ')) : null);
            if (outlet is null || IsShared(outlet, name) || (last < mention.Last && last - mention.First < 2)
                || IsCommonWord(outlet, name))
            {
                continue;
            }
            if (last < mention.Last && (gazetteer.IsForename(text.Words[mention.First])))
            {
                continue;
            }
            mention.Last = last;
            return outlet;
        }
        return null;
    }

    // "Times" alone names several; what only one goes by is its name
    private bool IsShared(Outlet outlet, string name)
    {
        var sharing = outlets.FindByAmbiguousName(name);
        return sharing.Count > 1 || (sharing.Count == 1 && sharing[0].Id != outlet.Id);
    }

    private static bool IsCommonWord(Outlet outlet, string name) =>
        outlet.CommonWord.Length > 0 && outlet.CommonWord.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsInitial(MarkedText text, int i) =>
        text.Tokens[i].Length == 2 && text.Text[text.Tokens[i].End - 1] == '.';

    private bool HasLink(MarkedText text, NameMention mention)
    {
        for (var i = mention.First; i < mention.Last; i++)
        {
            if (rules.OrganisationLinks.Contains(text.Words[i]) || text.Words[i] == "&")
            {
                return true;
            }
        }
        return false;
    }

    // "Ann Lee said", "said Ann Lee", "Ann Lee, 34,", "Ann Lee, a baker"
    private bool ShowsPerson(MarkedText text, NameMention mention)
    {
        var after = mention.Last;
        if (rules.Press.NameWords.Contains(text.Words[after - 1]))
        {
            return false;
        }
        if (rules.IsSpeechVerb(text.Word(after))
            || (rules.IsSpeechVerb(text.Word(mention.First - 1)) && text.Word(after) is "," or "." or "and"))
        {
            return true;
        }
        if (text.Word(after) != ",")
        {
            return text.Word(after) is "who" || (text.Word(after) == "," && text.Word(after + 1) == "who");
        }
        return (text.Tag(after + 1) == PosTag.Num && text.Word(after + 2) is "," or "." or "of")
            || text.Word(after + 1) is "who" or "whose" || HasRoleAfter(text, after + 1);
    }
}
