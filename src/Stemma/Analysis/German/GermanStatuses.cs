using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>Finds denials, confirmations and refusals in German.</summary>
internal sealed class GermanStatuses(MarkedText text, GermanSources sources, IReadOnlyList<Cue>[] cues,
    SpeakerResolver resolver, OutletReferences references)
{
    public IReadOnlyList<StatusSignal> Find()
    {
        List<StatusSignal> found = [];
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            var (first, last, _) = text.Sentences[s];
            for (var i = first; i < last; i++)
            {
                if (text.StretchOf[i] < 0 && KindAt(i, last, out var length) is { } kind)
                {
                    found.Add(Make(kind, i, Math.Min(last, i + length), s));
                    break;
                }
            }
        }
        return found;
    }

    private StatusKind? KindAt(int i, int limit, out int length)
    {
        length = 1;
        switch (text.Words[i])
        {
            case "dementierte" or "dementierten" or "dementiert" or "bestritt" or "bestritten" or "bestreitet"
                or "bestreiten" or "leugnete" or "leugnet":
                return StatusKind.Denied;
            case "wies" or "wiesen" or "weist" when Within(i, limit, 22, "zurück")
                && Within(i, limit, 22, "vorwurf", "vorwürfe", "anschuldigungen", "behauptung", "behauptungen",
                "bericht", "berichte", "darstellung", "spekulationen", "kritik", "anschuldigung"):
                return StatusKind.Denied;
            case "bestätigte" or "bestätigten" or "bestätigt" when text.Tags[i] is PosTag.Verb
                && !Within(i - 4, i, 4, "nicht", "weder", "werden", "wurde", "wird"):
                return Within(i, limit, 6, "nicht") ? StatusKind.Unclear : StatusKind.Confirmed;
            case "räumte" or "räumten" when Within(i, limit, 25, "ein"):
                return StatusKind.Confirmed;
            case "gab" or "gaben" when Within(i, limit, 12, "zu") && Within(i, limit, 4, "zu"):
                return StatusKind.Confirmed;
            case "wollte" or "wollten" or "will" or "mochte" when Within(i, limit, 14, "nicht", "keine", "keinen")
                && Within(i, limit, 18, "äußern", "kommentieren", "stellungnahme", "angaben", "kommentar"):
                length = 1;
                return StatusKind.Declined;
            case "lehnte" or "lehnten" when Within(i, limit, 14, "ab")
                && Within(i, limit, 14, "stellungnahme", "kommentar", "interview", "äußerung"):
                return StatusKind.Declined;
            case "reagierte" or "reagierten" when Within(i, limit, 10, "nicht")
                && Within(i, limit, 12, "anfrage", "anfragen", "nachfrage", "bitte"):
                return StatusKind.NoResponse;
            case "unbeantwortet" when Within(i - 14, i, 14, "anfrage", "anfragen", "fragen"):
                return StatusKind.NoResponse;
            case "erreichen" when text.Word(i - 1) == "zu" && Within(i - 8, i, 8, "nicht"):
                return StatusKind.NoResponse;
            case "äußerte" or "äußerten" when Within(i, limit, 8, "nicht") && Within(i, limit, 8, "sich"):
                return StatusKind.Declined;
            default:
                return null;
        }
    }

    private bool Within(int from, int limit, int reach, params ReadOnlySpan<string> words)
    {
        for (var i = Math.Max(0, from); i < Math.Min(limit, from + reach + 1); i++)
        {
            if (words.Contains(text.Words[i]))
            {
                return true;
            }
        }
        return false;
    }

    private StatusSignal Make(StatusKind kind, int first, int last, int s)
    {
        var sentence = text.Sentences[s];
        var source = cues[s].FirstOrDefault(c => c.First == first)?.Source ?? sources.After(sentence.First, first)
            ?? sources.After(last, sentence.Last);
        var span = text.Span(first, last);
        string? asked = null;
        for (var i = sentence.First; i < sentence.Last && asked is null; i++)
        {
            asked = references.At(i) is { } reference
                && text.Word(reference.First - 1) is "gegenüber" or "von" or "der" or "des" ? reference.Name : null;
        }
        return new StatusSignal
        {
            Kind = kind,
            Span = span,
            Party = source is { } words ? resolver.ResolveSource(words, null, -1, out _).Name
            ?? text.Slice(words.First, words.Last) : null,
            PartySpan = source is { } p ? text.Span(p.First, p.Last) : null,
            AskedBy = asked,
            Matter = last < sentence.Last ? text.Span(last, sentence.Last) : null,
            Explanation = Explanation.Of("analysis.status.german", $"“{span.Of(text.Text)}”", text.Article.Id,
            span) with { Figure = source is null ? 0.5 : 0.8 },
        };
    }
}
