using Stemma.App.Evals;
using Stemma.Clustering;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.Benchmarks;

/// <summary>
/// A stream of any length out of labelled texts, as dense as a large reader's: the same days of news again and again, each time
/// in a world of its own, with other names, numbers and outlets, that runs behind the one before by some hours. So what stands in the
/// news together, how long events last and how alike articles on them are is as it was.
/// </summary>
internal sealed class RepeatedTexts
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(Article Article, ArticleFeatures Features, HashSet<uint> Renamed)> _texts;
    private readonly PriorityQueue<(int World, int Next, TimeSpan Lag), (DateTimeOffset, int)> _worlds = new();

    /// <summary>Reads the texts of the dense stream.</summary>
    public RepeatedTexts(string folder, StoryClusterer reader, int articlesPerDay)
    {
        var stream = LabelledStream.Read(new DirectoryInfo(folder), "allsides.jsonl", "allsides.background.docs.jsonl")
            .Select(static a => a.Article).Where(static a => a.Time is not null).ToList();
        _texts = stream.ConvertAll(a => (a, reader.Read(a), NamesIn(a)));
        var days = (_texts[^1].Article.Time!.Value.At - _texts[0].Article.Time!.Value.At).TotalDays;
        var worlds = (int)(articlesPerDay * days / _texts.Count);
        for (var world = 0; world < worlds; world++)
        {
            // Each begins at another place of the texts.
            var first = (int)((long)world * _texts.Count / worlds);
            Enqueue(world, first, TimeOf(first) - Start);
        }
    }

    /// <summary>The next article; its number is its id.</summary>
    public (Article Article, ArticleFeatures Features) Next(int number)
    {
        var (world, place, lag) = _worlds.Dequeue();
        var next = (place + 1) % _texts.Count;
        // A world that has come to the end of the texts begins again at once.
        var (time, salt) = (TimeOf(place) - lag, (uint)world * 0x9E3779B9);
        Enqueue(world, next, next == 0 ? TimeOf(0) - time : lag);
        var (text, features, renamed) = _texts[place];
        features = features with
        {
            Id = new ArticleId(number + 1),
            Time = time,
            Outlet = TermHash.Join(features.Outlet, salt % 50),
            Address = (uint)number + 1,
            Body = features.Body.ConvertAll(Rename),
            Lead = features.Lead.ConvertAll(Rename),
            Title = features.Title.ConvertAll(Rename),
            Names = features.Names.ConvertAll(t => t with { Term = TermHash.Join(t.Term, salt) }),
            Numbers = features.Numbers.ConvertAll(t => t with { Term = TermHash.Join(t.Term, salt) }),
            Sounds = features.Sounds.ConvertAll(t => t with { Term = TermHash.Join(t.Term, salt) }),
            Shingles = [.. features.Shingles.Select(s => TermHash.Join(s, salt)).Order()],
        };
        return (text with { Id = features.Id }, features);

        ArticleTerm Rename(ArticleTerm term) => renamed.Contains(term.Term) ? term with { Term = TermHash.Join(term.Term, salt) } : term;
    }

    private DateTimeOffset TimeOf(int place) => _texts[place].Article.Time!.Value.At;

    private void Enqueue(int world, int next, TimeSpan lag) => _worlds.Enqueue((world, next, lag), (TimeOf(next) - lag, world));

    /// <summary>Capitalised words within sentences, and numbers. Not of the title, where other words are capitalised too.</summary>
    private static HashSet<uint> NamesIn(Article article) =>
    [
        .. TermReader.Read(article.Text).Where(static t => t.Shape is not TermShape.Lower && !t.StartsSentence).Select(static t => t.Hash),
    ];
}
