using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>Finds posts, books and documents that people wrote: "wrote on Bluesky", "wrote in his 2022 book", "said in
/// a letter".</summary>
internal sealed class EnglishPosts(MarkedText text, IReadOnlyList<Cue>[] cues, Func<Cue, int, TextSpan> scopeOf)
{
    private readonly List<Citation> _citations = [];

    /// <summary>The citations in the order of their cues.</summary>
    public IReadOnlyList<Citation> Find()
    {
        for (var s = 0; s < cues.Length; s++)
        {
            foreach (var cue in cues[s])
            {
                if (cue.Source is null || cue.Has(CueFlags.Passive | CueFlags.Preposition))
                {
                    continue;
                }
                var from = cue.IsInverted ? cue.Source?.WholeLast ?? cue.Last : cue.Last;
                for (var i = cue.Last; i < Math.Min(text.Sentences[s].Last, Math.Max(from, cue.Last) + 10); i++)
                {
                    if (text.Words[i] is "on" or "to" && NetworkAt(i + 1) is var length and > 0)
                    {
                        AddPost(cue, s, i + 1, i + 1 + length, CitationKind.SocialPost);
                        break;
                    }
                    if (text.Words[i] is "in" && WorkOfPerson(i + 1, out var last) is { } kind)
                    {
                        AddPost(cue, s, i + 1, last, kind);
                        break;
                    }
                }
            }
        }
        return _citations;
    }

    private int NetworkAt(int i)
    {
        i += text.Word(i) is "his" or "her" or "their" ? 1 : 0;
        if (!EnglishPress.Networks.Contains(text.Word(i)) || !text.IsCapital(i))
        {
            return 0;
        }
        return text.Words[i] == "truth" ? (text.Word(i + 1) == "social" ? 2 : 0) : 1;
    }

    private CitationKind? WorkOfPerson(int i, out int last)
    {
        var start = i;
        while (i < text.Tokens.Length && i - start < 5
            && (text.Tags[i] is PosTag.Det or PosTag.Pron or PosTag.Adj or PosTag.Num or PosTag.Noun or PosTag.Propn))
        {
            var kind = text.Words[i] switch
            {
                "book" or "memoir" or "memoirs" or "autobiography" => (CitationKind?)CitationKind.Book,
                "letter" or "filing" or "affidavit" or "lawsuit" or "complaint" or "ruling" or "memo" or "indictment"
                or "motion" => CitationKind.Document,
                "tweet" or "tweets" or "post" or "posts" => CitationKind.SocialPost,
                _ => null,
            };
            if (kind is not null)
            {
                last = i + 1;
                return kind;
            }
            i++;
        }
        last = start;
        return null;
    }

    private void AddPost(Cue cue, int s, int first, int last, CitationKind kind)
    {
        var source = cue.Source!.Value;
        _citations.Add(new Citation
        {
            Outlet = text.Slice(first, last),
            Span = text.Span(first, last),
            CueSpan = text.Span(cue.First, cue.Last),
            Kind = kind,
            Scope = scopeOf(cue, s),
            OnWordOf = text.Span(source.First, source.Last),
            Explanation = Explanation.Of("analysis.citation.post",
            $"“{text.Slice(cue.First, cue.Last)} … {text.Slice(first, last)}” names where it was published, no outlet",
            text.Article.Id,
                text.Span(first, last), text.Span(cue.First, cue.Last)) with { Figure = 0.1 },
        });
    }
}
