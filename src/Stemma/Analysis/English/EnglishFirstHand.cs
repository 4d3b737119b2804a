using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Finds the words by which an article shows reporting of its own: "told us", "told X" and "declined to comment to X"
/// where X is
/// the article's outlet, "in a phone interview" where no other outlet is named, "obtained by X", a reporter on the
/// scene.
/// </summary>
internal sealed class EnglishFirstHand(
    MarkedText text, NamesInText names, EnglishSources sources, SpeakerResolver resolver, OutletReferences references,
    IReadOnlyList<StatusSignal> statuses, IReadOnlyList<Cue>[] cues)
{
    private readonly EnglishUnnamed _unnamed = new(text, references, cues);
    private readonly EnglishStaff _staff = new(text, names, cues);
    private readonly List<FirstHandSign> _signs = [];

    public IReadOnlyList<FirstHandSign> Find()
    {
        foreach (var reference in references.All)
        {
            if (reference.IsSelf && text.SentenceOf[reference.First] >= 0)
            {
                JudgeSelf(reference);
            }
        }
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            JudgeSentence(s);
            if (_unnamed.SignIn(s) is { } sign)
            {
                Add(sign.Kind, sign.First, sign.Last, PartyOf(sign.First, s), sign.Figure, sign.Rule);
            }
        }
        JudgeStatuses();
        _signs.Sort((a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Kind.CompareTo(b.Kind));
        for (var i = _signs.Count - 1; i > 0; i--)
        {
            if (_signs[i].Span.Overlaps(_signs[i - 1].Span))
            {
                _signs.RemoveAt((_signs[i].Explanation.Figure ?? 0) > (_signs[i - 1].Explanation.Figure ?? 0)
                    ? i - 1 : i);
            }
        }
        return _signs;
    }

    private void JudgeSelf(OutletReference self)
    {
        var before = self.First - 1;
        var word = text.Word(before);
        var s = text.SentenceOf[self.First];
        var teller = word is "a" or "an" ? before - 1 : before;
        if (text.Word(teller) is "told" or "tells" or "telling" or "tell" or "informed")
        {
            Add(FirstHandKind.WasTold, teller, self.Last, PartyOf(teller, s), 0.97, "told-self");
        }
        else if (_staff.Reporting(self, isOwn: true) is { } reporting)
        {
            Add(FirstHandKind.Attended, Math.Min(self.First, reporting.First), Math.Max(self.Last + 2, reporting.Last), null,
                0.85, "own-reporter");
        }
        else if (word is "to" or "with" or "by" or "for" or "from" or "on")
        {
            JudgeLink(self, before, s);
        }
        else
        {
            JudgeDoing(self, s);
        }
    }

    private void JudgeLink(OutletReference self, int link, int s)
    {
        var floor = Math.Max(text.Sentences[s].First, link - 7);
        for (var i = link - 1; i >= floor; i--)
        {
            switch (text.Words[i])
            {
                case "interview" or "interviews" or "interviewed" or "spoke" or "spoken" or "speaking" or "talked"
                    or "conversation" or "conversations" or "talking":
                    Add(FirstHandKind.Interviewed, i, self.Last, PartyOf(i, s), 0.95, "interview-self");
                    return;
                case "statement" or "email" or "e-mail" or "emailed" or "said" or "confirmed" or "letter" or "comments"
                    or "message" or "described" or "explained" or "provided" or "sent" when text.Words[link] is "to"
                    or "for" or "with":
                    Add(FirstHandKind.WasTold, i, self.Last, PartyOf(i, s), 0.93, "told-self");
                    return;
                // "said on X's breakfast show": it was said to it
                case "said" or "appeared" or "appearing" or "appearance" or "told" when text.Words[link] is "on":
                    Add(FirstHandKind.Interviewed, i, self.Last, PartyOf(i, s), 0.85, "on-self");
                    return;
                case "asked" or "contacted" or "questioned" or "approached" or "reached"
                    or "pressed" when text.Words[link] is "by":
                    Add(FirstHandKind.Asked, i, self.Last, PartyOf(i, s), 0.95, "asked-by-self");
                    return;
                case "request" or "requests" or "questions" or "inquiries" or "inquiry" or "query" or "queries"
                    or "calls":
                    Add(FirstHandKind.Asked, i, self.Last, PartyOf(i, s), 0.93, "asked-by-self");
                    return;
                case "obtained" or "reviewed" or "seen" or "viewed" or "examined" or "analyzed" or "analysed"
                    or "acquired" or "verified" or "heard" when text.Words[link] is "by":
                    Add(FirstHandKind.Obtained, i, self.Last, ThingOf(i, s), 0.93, "obtained-by-self");
                    return;
                case "provided" or "shared" or "leaked" or "shown" or "given" when text.Words[link] is "with" or "to":
                    Add(FirstHandKind.Obtained, i, self.Last, ThingOf(i, s), 0.85, "obtained-by-self");
                    return;
            }
            if (text.Tags[i] == PosTag.Punct)
            {
                return;
            }
        }
    }

    // "X reached out to", "X has learned", "X asked", "an X reporter saw"
    private void JudgeDoing(OutletReference self, int s)
    {
        var end = text.Sentences[s].Last;
        for (var i = self.Last; i < Math.Min(end, self.Last + 6); i++)
        {
            if (text.Words[i] is "not" or "n't" or "never")
            {
                // "The Courier has not seen the log"
                return;
            }
            switch (text.Words[i])
            {
                case "reached" or "contacted" or "asked" or "approached" or "requested" or "emailed" or "sought"
                    or "inquired":
                    Add(FirstHandKind.Asked, self.First, i + (text.Word(i + 1) == "out" ? 2 : 1), PartyAfter(i), 0.95,
                        "self-asked");
                    return;
                case "learned" or "learnt" or "obtained" or "reviewed" or "seen" or "viewed" or "examined"
                    or "verified" or "confirmed" or "analyzed" or "analysed" or "understands":
                    Add(FirstHandKind.Obtained, self.First, i + 1, null, 0.9, "self-obtained");
                    return;
                case "told" when text.Word(i - 1) is "was" or "were":
                    Add(FirstHandKind.WasTold, self.First, i + 1, null, 0.93, "self-told");
                    return;
                case "witness" or "witnesses" when i == self.Last:
                    Add(FirstHandKind.Attended, self.First, i + 1, null, 0.9, "self-attended");
                    return;
                case "analysis" or "investigation" or "review" or "examination" or "tally" or "count"
                    when i <= self.Last + 1 && text.WithinNext(i, end, 9, "found", "finds", "shows", "showed", "of"):
                    Add(FirstHandKind.Obtained, self.First, i + 1, null, 0.85, "self-obtained");
                    return;
                case "poll" or "survey" when i <= self.Last + 3 && text.WithinNext(i, end, 9, "found", "finds", "shows",
                    "showed", "conducted", "suggested", "of"):
                    Add(FirstHandKind.Obtained, self.First, i + 1, null, 0.44, "own-poll");
                    return;
                case "interviewed" or "spoke" or "talked" or "interviews":
                    Add(FirstHandKind.Interviewed, self.First, i + 1, PartyAfter(i), 0.92, "self-interviewed");
                    return;
                case "was" or "were" when text.Word(i + 1) is "in" or "at" or "on" or "among"
                    && text.WithinNext(i + 1, end, 4, "gallery", "courtroom", "court", "room", "hall", "scene",
                    "meeting", "rally", "audience", "crowd", "chamber", "stadium", "spectators"):
                    Add(FirstHandKind.Attended, self.First, i + 2, null, 0.85, "self-attended");
                    return;
                case "reporter" or "journalist" or "correspondent" or "reporters" or "journalists"
                    or "photographer" when text.WithinNext(i, end, 6, "saw", "witnessed", "heard", "watched",
                    "observed", "counted", "visited", "scene"):
                    Add(FirstHandKind.Attended, self.First, i + 1, null, 0.9, "self-attended");
                    return;
            }
            if (text.Tags[i] is PosTag.Punct && text.Words[i] != "'s")
            {
                return;
            }
        }
    }

    private void JudgeSentence(int s)
    {
        var (first, end, _) = text.Sentences[s];
        for (var i = first; i < end; i++)
        {
            if (text.StretchOf[i] >= 0)
            {
                continue;
            }
            var word = text.Words[i];
            if (word is "told" && text.Word(i + 1) is "us" or "me" && text.Word(i - 1) is not ("previously" or "once" or "earlier"))
            {
                Add(FirstHandKind.WasTold, i, i + 2, PartyOf(i, s), 0.9, "told-us");
            }
            else if (word is "told" && text.Word(i + 1) is "this" or "our" && text.Word(i + 2) is "newspaper" or "paper"
                or "website" or "publication" or "magazine" or "reporter" or "reporters" or "correspondent" or "outlet"
                or "programme" or "program" or "site")
            {
                Add(FirstHandKind.WasTold, i, i + 3, PartyOf(i, s), 0.95, "told-us");
            }
            else if (word is "interview" or "interviews" && text.Word(i - 1) is var before
                && (before is "phone" or "telephone" or "an" or "exclusive" or "zoom" or "brief" or "video"
                or "separate" or "in-person" or "email" or "recent")
                && InPhrase(i, first) is var start and >= 0 && !IsSomebodysInterview(i, s))
            {
                var strong = before is "phone" or "telephone" or "zoom" or "video" or "email" or "in-person";
                Add(FirstHandKind.Interviewed, start, i + 1, PartyOf(i, s), strong ? 0.8 : 0.5, "interview");
            }
            else if (word is "by" && text.Word(i + 1) is "phone" or "telephone" or "email"
                && text.Word(i - 1) is "reached" or "said" or "contacted")
            {
                Add(FirstHandKind.Interviewed, i - 1, i + 2, PartyOf(i - 1, s), 0.7, "by-phone");
            }
            else if (word is "this" && text.Word(i + 1) is "reporter" or "correspondent"
                && text.Tag(i + 2) is PosTag.Verb or PosTag.Aux)
            {
                Add(FirstHandKind.Attended, i, i + 3, null, 0.85, "reporter-there");
            }
            else if (word is "a" or "this" && text.Word(i + 1) is "reporter" or "journalist" or "correspondent"
                && text.Word(i + 2) is "saw" or "witnessed" or "heard" or "watched"
                && text.Article.Dateline is not null)
            {
                Add(FirstHandKind.Attended, i, i + 3, null, 0.6, "reporter-saw");
            }
        }
    }

    // statuses name an asker: this outlet, another, or nobody, which shows it weakly
    private void JudgeStatuses()
    {
        foreach (var status in statuses)
        {
            if (status.Kind is not (StatusKind.Declined or StatusKind.NoResponse))
            {
                continue;
            }
            var token = text.TokenAt(status.Span.Start);
            var sentence = text.SentenceAt(token);
            var other = false;
            for (var i = sentence.First; i < sentence.Last; i++)
            {
                other |= references.At(i) is { IsSelf: false };
            }
            var comment = text.Span(sentence.First, sentence.Last).Of(text.Text).Contains("comment",
                StringComparison.OrdinalIgnoreCase)
                || status.Kind == StatusKind.NoResponse;
            if (!other && comment)
            {
                var isSelf = status.AskedBy is not null;
                var asks = text.WithinNext(token, sentence.Last, 16, "request", "requests", "asked", "reached", "contacted",
                    "calls", "emails", "messages", "questions", "inquiries")
                    || text.WithinNext(sentence.First, token, 12, "asked", "reached", "contacted");
                _signs.Add(new FirstHandSign(FirstHandKind.Asked, status.Span, status.Party,
                    Explanation.Of("analysis.first-hand.status",
                    isSelf ? $"“{status.Span.Of(text.Text)}”, asked by {status.AskedBy}" : $"“{status.Span.Of(text.Text)}”; who asked is not said", text.Article.Id, status.Span)
                    with { Figure = isSelf ? 0.93 : asks ? 0.7 : 0.45 }));
            }
        }
    }

    private int InPhrase(int i, int first)
    {
        for (var j = i - 1; j >= Math.Max(first, i - 5); j--)
        {
            if (text.Words[j] is "in" or "during" or "by")
            {
                return j;
            }
        }
        return -1;
    }

    /// <summary>Whether the interview was somebody else's: another outlet, a host, a network is named with
    /// it.</summary>
    private bool IsSomebodysInterview(int i, int s)
    {
        var end = text.Sentences[s].Last;
        for (var j = text.Sentences[s].First; j < end; j++)
        {
            if (references.At(j) is not null)
            {
                return true;
            }
        }
        return text.Word(i + 1) is "with" or "on" or "published" or "aired" or "broadcast" or "last" or "in";
    }

    private string? PartyOf(int at, int s)
    {
        var spoken = cues[s].LastOrDefault(c => c.Source is not null && c.First <= at)
            ?? cues[s].FirstOrDefault(c => c.Source is not null);
        return Resolve(spoken?.Source ?? sources.Before(at));
    }

    private string? PartyAfter(int at)
    {
        var start = at + 1;
        while (text.Word(start) is "out" or "to" or "for" or "with")
        {
            start++;
        }
        return Resolve(sources.After(start));
    }

    private string? ThingOf(int at, int s)
    {
        var last = at;
        while (last > text.Sentences[s].First && text.Words[last - 1] is "," or "and" or "been" or "was" or "were")
        {
            last--;
        }
        var first = sources.StartOfPhrase(last - 1, text.Sentences[s].First);
        return first < last ? text.Slice(first, last) : null;
    }

    private string? Resolve(SourcePhrase? source) =>
        source is { } words ? resolver.ResolveSource(words, null, -1, out _).Name
            ?? text.Slice(words.First, words.Last) : null;

    private void Add(FirstHandKind kind, int first, int last, string? party, double figure, string rule)
    {
        var span = text.Span(first, last);
        _signs.Add(new FirstHandSign(kind, span, party,
            Explanation.Of("analysis.first-hand." + rule, $"“{span.Of(text.Text)}”", text.Article.Id,
            span) with { Figure = figure }));
    }
}
