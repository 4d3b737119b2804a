using Stemma.Model;
using Stemma.Text;

namespace Stemma.Clustering;

/// <summary>Reads from an article what it is compared by. Pure; never throws on any text.</summary>
internal sealed class FeatureReader(ClusteringOptions options, BackgroundFrequencies background)
{
    private readonly NameReader _names = new(background);
    private readonly SharedIdeas _ideas = SharedIdeas.LoadBuiltIn();

    /// <summary>The features of one article. Cost is linear in the part of the text that is read.</summary>
    public ArticleFeatures Read(Article article)
    {
        var words = TermReader.Read(article.Text, options.BodyLengthChars);
        var lead = words.TakeWhile(w => w.Span.End <= options.LeadLengthChars).ToList();
        var title = TermReader.Read(article.Title);
        var address = AddressOf(article.Url);
        var outlet = (article.Outlet ?? article.Url?.Host ?? "").ToLowerInvariant();
        return new ArticleFeatures
        {
            Id = article.Id,
            Time = article.Time?.At,
            Outlet = outlet.Length > 0 ? TermHash.Of(outlet) : 0,
            Address = address.Length > 0 ? TermHash.Of(address) : 0,
            Body = Count(words),
            Lead = Count(lead),
            Names = Count(_names.Read(article.Text, words)),
            Numbers = Count(words.FindAll(static w => w.Shape == TermShape.Number && w.Span.Length > 1)),
            Title = Count(title).ConvertAll(static t => t with { First = default }),
            Sounds = Count(SoundsOf(article.Text, words)),
            Ideas = Count(_ideas.Read(article.Text, words, article.Language, options.SoundLengthChars)),
            Language = article.Language is "und" or "" ? 0 : TermHash.Of(article.Language),
            Shingles = MinHashSketch.Of(words, options.ShingleLengthWords, options.SketchSize),
            Weekdays = WeekdayReader.Read(lead),
        };
    }

    private static string AddressOf(Uri? url)
    {
        if (url is null || !url.IsAbsoluteUri || url.IsFile)
        {
            return "";
        }
        var host = url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host;
        var kept = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith("utm_", StringComparison.Ordinal) && !p.StartsWith("fbclid", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return host + url.AbsolutePath.TrimEnd('/') + "?" + string.Join('&', kept);
    }

    private List<Term> SoundsOf(string text, List<Term> words)
    {
        const int Shortest = 6;
        const int Longest = 24;
        List<Term> sounds = [];
        Span<char> folded = stackalloc char[Longest];
        foreach (var word in words.TakeWhile(w => w.Span.End <= options.SoundLengthChars))
        {
            if (word.Span.Length is < Shortest or > Longest || word.Shape is TermShape.Number or TermShape.Ideographic)
            {
                continue;
            }
            var length = 0;
            foreach (var c in text.AsSpan(word.Span.Start, word.Span.Length))
            {
                if (char.IsLetter(c))
                {
                    folded[length++] = LetterFolding.Fold(c);
                }
            }
            if (SoundKey.Of(folded[..length]) is not 0 and var key)
            {
                sounds.Add(word with { Hash = key });
            }
        }
        return sounds;
    }

    private static List<ArticleTerm> Count(List<Term> terms)
    {
        Dictionary<uint, int> places = new(terms.Count);
        List<ArticleTerm> counted = new(terms.Count);
        foreach (var term in terms)
        {
            if (places.TryGetValue(term.Hash, out var place))
            {
                counted[place] = counted[place] with { Count = counted[place].Count + 1 };
            }
            else
            {
                places.Add(term.Hash, counted.Count);
                counted.Add(new ArticleTerm(term.Hash, 1, term.Span));
            }
        }
        return counted;
    }
}
