using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Outlets that are named and not cited: who took a poll, whose staff somebody is, who took a photograph.
/// </summary>
internal sealed class EnglishBystanders(MarkedText text, NamesInText names, OutletReferences references)
{
    /// <summary>Poll or staff, by the words beside the outlet; null where neither.</summary>
    public OutletRole? PollOrStaff(OutletReference reference)
    {
        for (var i = reference.Last; i < Math.Min(text.Tokens.Length, reference.Last + 5); i++)
        {
            if (EnglishPress.PollNouns.Contains(text.Words[i]))
            {
                // "a Herald survey of court records" is research
                if (text.Word(i + 1) is "of" && text.WithinNext(i + 1, text.Tokens.Length, 4, "records", "lists", "data", "filings", "documents", "files", "reports"))
                {
                    return null;
                }
                return OutletRole.Poll;
            }
            if (text.Tags[i] is not (PosTag.Noun or PosTag.Propn or PosTag.Adj or PosTag.Num or PosTag.Sym) && text.Words[i] is not ("/" or "-" or "–" or "'s"))
            {
                break;
            }
        }
        if (text.Word(reference.Last) is "/" or "-" && references.At(reference.Last + 1) is { } other)
        {
            return PollOrStaff(other);
        }
        var next = reference.Last + (text.Word(reference.Last) is "'s" or "'" ? 1 : 0);
        if (EnglishPress.StaffNouns.Contains(text.Word(next)) || (EnglishPress.StaffNouns.Contains(text.Word(next + 1)) && text.Tag(next) is PosTag.Adj or PosTag.Noun or PosTag.Propn))
        {
            return OutletRole.Staff;
        }
        return next > reference.Last && names.At(next) is { Kind: MentionKind.Person } ? OutletRole.Staff : null;
    }

    /// <summary>Whether the words stand in a photo credit or caption rather than in a sentence.</summary>
    public bool IsCredit(OutletReference reference)
    {
        var sentence = text.SentenceAt(reference.First);
        var paragraph = text.Paragraphs[sentence.Paragraph];
        if (text.Word(reference.First - 1) is "/" or "|" or "via" && paragraph.Length < 400 && text.Word(reference.Last) is ")" or "]" or "/" or "" or "images" or "|")
        {
            return true;
        }
        var bracketed = false;
        for (var i = reference.First - 1; i >= Math.Max(sentence.First, reference.First - 12); i--)
        {
            bracketed |= text.Words[i] is "(" or "[";
        }
        var hasPhoto = false;
        for (var i = Math.Max(sentence.First, reference.First - 6); i < Math.Min(sentence.Last, reference.Last + 4); i++)
        {
            hasPhoto |= text.Words[i] is "photo" or "photos" or "getty" or "images" or "photograph" or "credit" or "picture";
        }
        return hasPhoto && (bracketed || sentence.Last - sentence.First < 12 || text.Word(reference.Last) is "photo" or "photos" or "/");
    }
}
