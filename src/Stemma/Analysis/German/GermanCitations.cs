using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Judges the outlets named in a German text: "laut X", "wie X berichtet", "X meldete unter Berufung auf …", "sagte
/// der X",
/// "gegenüber X", "im Gespräch mit X"; and the signs of the article's own asking ("auf Anfrage").
/// </summary>
internal sealed class GermanCitations(MarkedText text, IReadOnlyList<Cue>[] cues, IReadOnlyList<Statement> statements,
    OutletReferences references, SpeakerResolver resolver)
{
    private readonly CitationMaker _maker = new(text);
    private readonly Dictionary<int, List<Statement>> _byCue = [];
    private readonly List<Citation> _citations = [];
    private readonly List<FirstHandSign> _signs = [];

    /// <summary>The citations and the first-hand signs, each in text order.</summary>
    public (IReadOnlyList<Citation> Citations, IReadOnlyList<FirstHandSign> Signs) Find()
    {
        foreach (var statement in statements)
        {
            if (statement.Cue is { } cue)
            {
                (_byCue.TryGetValue(cue.First, out var list) ? list : _byCue[cue.First] = []).Add(statement);
            }
        }
        foreach (var reference in references.All)
        {
            var s = text.SentenceOf[reference.First];
            if (s >= 0)
            {
                _ = AsTold(reference, s) || (!reference.IsSelf
                    && (AsCue(reference, s) || AsWork(reference, s) || AsSyndicated(reference, s)));
            }
        }
        FindRequests();
        _signs.Sort((a, b) => a.Span.CompareTo(b.Span));
        return (_citations, _signs);
    }

    private bool AsCue(OutletReference reference, int s)
    {
        foreach (var cue in cues[s])
        {
            if (cue.Source is not { } source || source.WholeFirst >= reference.Last
                || reference.First >= source.WholeLast)
            {
                continue;
            }
            if (!cue.Has(CueFlags.Preposition) && !GermanPress.ReportVerbs.Contains(cue.Lemma))
            {
                continue;
            }
            var kind = cue.Lemma switch
            {
                "bestätigen" => CitationKind.Confirms,
                "enthüllen" => CitationKind.FirstReport,
                _ when Near(reference.First - 4, cue.Last + 4, "zuerst", "erste", "erster", "erstes", "exklusiv") =>
                CitationKind.FirstReport,
                _ when Near(reference.First - 4, cue.Last + 4, "auch", "ebenfalls") => CitationKind.AlsoReports,
                _ => CitationKind.Reports,
            };
            _citations.Add(_maker.Make(reference, cue.First, cue.Last, kind,
                _maker.ScopeOf(_byCue.GetValueOrDefault(cue.First), s), Citing(s), 0.93, cue.Has(CueFlags.Preposition)
                ? "according-to" : "subject"));
            return true;
        }
        return false;
    }

    // "sagte Meyer dem Küstenboten", "gegenüber X", "im Gespräch mit X", "in einem Interview der X"
    private bool AsTold(OutletReference reference, int s)
    {
        var first = text.Sentences[s].First;
        var before = text.Word(reference.First - 1);
        var cueAt = -1;
        var kind = FirstHandKind.WasTold;
        if (before is "gegenüber")
        {
            cueAt = reference.First - 1;
        }
        else if (before is "mit" or "von" or "durch"
            && Back(reference.First - 1, first, "gespräch", "interview", "befragt", "kontaktiert") is var talk and >= 0)
        {
            cueAt = talk;
            kind = FirstHandKind.Interviewed;
        }
        else if (text.Words[reference.First] is "der" or "dem"
            && Back(reference.First, first, "interview", "sagte", "sagten", "erklärte", "teilte", "bestätigte",
            "gesagt", "verriet", "interviews") is var said and >= 0
            && cues[s].All(c => c.Source is not { } source || source.Last <= reference.First
            || reference.Last <= source.First))
        {
            cueAt = said;
        }
        else if (text.Words[reference.First] is "der" or "dem"
            && Ahead(reference.Last, text.Sentences[s].Last, "gesagt", "mitgeteilt", "erklärt", "bestätigt",
            "verraten", "berichtet") is var later and >= 0
            && Near(reference.First - 14, reference.First, "hatte", "hat", "hatten", "haben")
            && cues[s].Any(c => c.First == later && c.Source is not null))
        {
            cueAt = later;
        }
        if (cueAt < 0)
        {
            return false;
        }
        var speaker = cues[s].FirstOrDefault(c => c.Source is not null);
        if (reference.IsSelf)
        {
            var span = text.Span(Math.Min(cueAt, reference.First), reference.Last);
            _signs.Add(new FirstHandSign(kind, span, Party(speaker?.Source),
                Explanation.Of("analysis.first-hand.told-self", $"“{span.Of(text.Text)}”", text.Article.Id,
                span) with { Figure = 0.93 }));
            return true;
        }
        _citations.Add(_maker.Make(reference, cueAt, cueAt + 1, CitationKind.ToldTo,
            _maker.ScopeOf(speaker is null ? null : _byCue.GetValueOrDefault(speaker.First), s), speaker?.Source, 0.8,
            "told"));
        return true;
    }

    // "einen Bericht des X", "Recherchen der X"
    private bool AsWork(OutletReference reference, int s)
    {
        var work = Back(reference.First, text.Sentences[s].First, "bericht", "berichte", "recherchen", "recherche",
            "angaben", "meldung", "informationen", "artikel");
        if (work < 0 || reference.First - work > 2)
        {
            return false;
        }
        var bears = Near(text.Sentences[s].First, work, "stützt", "stützen", "bestätigt", "bestätigte", "widerspricht",
            "widersprach", "deckt");
        _citations.Add(_maker.Make(reference, work, work + 1, bears
            ? CitationKind.BearsOn : CitationKind.Reports, _maker.ScopeOf(null, s), Citing(s), bears ? 0.7 : 0.8, bears
            ? "bears-on" : "report-of"));
        return true;
    }

    private bool AsSyndicated(OutletReference reference, int s)
    {
        if (text.Word(reference.First - 1) is not "(" || text.Word(reference.Last) is not (")" or "/")
            || reference.First - text.Sentences[s].First > 8 || references.At(reference.First) is null)
        {
            return false;
        }
        _citations.Add(_maker.Make(reference, reference.First, reference.Last, CitationKind.Syndicated,
            _maker.ScopeOf(null, s), null, 0.5, "syndicated"));
        return true;
    }

    private void FindRequests()
    {
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            var (first, last, _) = text.Sentences[s];
            for (var i = first; i + 1 < last; i++)
            {
                if (text.Words[i] is "auf" && text.Words[i + 1] is "anfrage" or "nachfrage" && text.StretchOf[i] < 0)
                {
                    var end = i + 2;
                    var asker = references.At(end) ?? references.At(end + 1);
                    if (asker is { IsSelf: false })
                    {
                        continue;
                    }
                    end = asker?.Last ?? end;
                    var span = text.Span(i, end);
                    _signs.Add(new FirstHandSign(FirstHandKind.Asked, span,
                        Party(cues[s].FirstOrDefault(c => c.Source is not null)?.Source),
                        Explanation.Of("analysis.first-hand.asked", $"“{span.Of(text.Text)}”", text.Article.Id,
                        span) with { Figure = asker is null ? 0.55 : 0.95 }));
                }
            }
        }
    }

    private string? Party(SourcePhrase? source) =>
        source is { } words ? resolver.ResolveSource(words, null, -1, out _).Name
            ?? text.Slice(words.First, words.Last) : null;

    // "unter Berufung auf Regierungskreise", "beruft sich auf …"
    private SourcePhrase? Citing(int s)
    {
        var (first, last, _) = text.Sentences[s];
        for (var i = first; i + 1 < last; i++)
        {
            if (text.Words[i] is "berufung" or "bezug" && text.Words[i + 1] == "auf"
                || (text.Words[i] is "sich" && text.Words[i + 1] is "auf"
                && Near(i - 3, i, "beruft", "berief", "berufen")))
            {
                var end = i + 2;
                while (end < last && end - i < 14
                    && text.Words[end] is not ("," or "." or ";" or "meldete" or "berichtete" or "berichtet"
                    or "meldet"))
                {
                    end++;
                }
                return end > i + 2 ? new SourcePhrase(i + 2, end, null, i + 2, end) : null;
            }
        }
        return null;
    }

    private int Back(int from, int floor, params ReadOnlySpan<string> words)
    {
        for (var i = from - 1; i >= Math.Max(floor, from - 14); i--)
        {
            if (words.Contains(text.Words[i]))
            {
                return i;
            }
        }
        return -1;
    }

    private int Ahead(int from, int limit, params ReadOnlySpan<string> words)
    {
        for (var i = from; i < Math.Min(limit, from + 3); i++)
        {
            if (words.Contains(text.Words[i]))
            {
                return i;
            }
        }
        return -1;
    }

    private bool Near(int from, int to, params ReadOnlySpan<string> words)
    {
        for (var i = Math.Max(0, from); i < Math.Min(text.Words.Length, to); i++)
        {
            if (words.Contains(text.Words[i]))
            {
                return true;
            }
        }
        return false;
    }
}
