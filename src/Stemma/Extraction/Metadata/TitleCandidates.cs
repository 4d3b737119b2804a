using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>Gathers from everywhere on a page what might be the article's title; equal wordings are put together.</summary>
internal sealed class TitleCandidates(HtmlTree tree, MetaTags meta, StructuredArticle? structured)
{
    private const int MaxHeadings = 8;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", ": ", " :: ", " » ", " · ", " • ", " / ", " (", "? ", "! "];

    private readonly List<TitleCandidate> _found = [];
    private readonly Dictionary<string, TitleCandidate> _byWords = new(StringComparer.Ordinal);

    /// <summary>The candidates in the order found; at most some eighty.</summary>
    public IReadOnlyList<TitleCandidate> Read()
    {
        ReadHeadings(Tag.H1, TitleSources.TopHeading);
        ReadHeadings(Tag.H2, TitleSources.SubHeading);
        AddClaim(meta.First("og:title"), TitleSources.Social, TitleSources.SocialPart);
        AddClaim(meta.First("twitter:title", "parsely-title", "sailthru.title", "dc.title", "title"), TitleSources.OtherMeta, TitleSources.OtherMetaPart);
        AddClaim(structured?.Headline, TitleSources.Structured, TitleSources.StructuredPart);
        AddClaim(meta.PageTitle, TitleSources.Window, TitleSources.WindowPart);
        return _found;
    }

    private void ReadHeadings(Tag level, TitleSources source)
    {
        var seen = 0;
        for (var i = 0; i < tree.Count && seen < MaxHeadings; i++)
        {
            if (tree[i].Tag == level && tree[i].End - i < 200)
            {
                var text = TitleReader.HeadingText(tree, i);
                if (text.Length is 0 or >= 400)
                {
                    continue;
                }
                Put(text, source, i, seen);
                foreach (var part in Parts(i))
                {
                    Put(part, TitleSources.HeadingPart, i, seen);
                }
                if (source == TitleSources.TopHeading)
                {
                    AddParts(text, TitleSources.HeadingPart);
                }
                seen++;
            }
        }
    }

    /// <summary>The texts of the pieces that a heading is made of: its elements, and what stands between them.</summary>
    private IEnumerable<string> Parts(int heading)
    {
        var top = heading;
        while (top + 1 < tree[top].End && tree[top + 1].End == tree[top].End && tree[top + 1].Tag != Tag.Text)
        {
            // One element around all the rest.
            top++;
        }
        var parts = 0;
        for (var i = top + 1; i < tree[top].End && parts < 4; i = tree[i].End)
        {
            if (tree.TextOf(i) is { Length: > 0 } text)
            {
                parts++;
                yield return text;
            }
        }
    }

    private void AddClaim(string? text, TitleSources source, TitleSources part)
    {
        if (text is { Length: > 0 and < 400 })
        {
            Put(text, source, -1, -1);
            AddParts(text, part);
        }
    }

    private void AddParts(string text, TitleSources source)
    {
        for (var s = 0; s < Separators.Length; s++)
        {
            var last = text.LastIndexOf(Separators[s], StringComparison.Ordinal);
            for (var (at, cuts) = (last, 0); at > 0 && cuts < 3; cuts++)
            {
                // The signs of a question or call belong to what stands before them.
                var keep = Separators[s][0] is '?' or '!' ? 1 : 0;
                PutPart(text[..(at + keep)], text[(at + keep)..], source, s, isTail: false);
                if (Separators[s] is not (" (" or "? " or "! "))
                {
                    PutPart(text[(at + Separators[s].Length)..], text[..at], source, s, isTail: true);
                }
                at = text.LastIndexOf(Separators[s], at - 1, StringComparison.Ordinal);
            }
        }
    }

    private void PutPart(string text, string cut, TitleSources source, int separator, bool isTail)
    {
        if (Put(text, source, -1, -1) is { } candidate && candidate.Sources == source && candidate.Separator < 0)
        {
            (candidate.Cut, candidate.Separator, candidate.IsTail) = (cut, separator, isTail);
        }
    }

    private TitleCandidate? Put(string text, TitleSources source, int node, int heading)
    {
        text = text.Trim();
        var words = string.Join(' ', WordsOf(text));
        if (words.Length == 0 || _found.Count >= 80)
        {
            return null;
        }
        if (!_byWords.TryGetValue(words, out var candidate))
        {
            _found.Add(_byWords[words] = candidate = new TitleCandidate(text));
        }
        candidate.Sources |= source;
        if (node >= 0 && candidate.Node < 0)
        {
            (candidate.Node, candidate.Heading) = (node, heading);
        }
        return candidate;
    }

    private static List<string> WordsOf(string text)
    {
        List<string> words = [];
        foreach (var word in new WordRuns(text))
        {
            words.Add(word.ToString().ToLowerInvariant());
        }
        return words;
    }
}
