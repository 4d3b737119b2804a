using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Ui.Articles;

/// <summary>Finds which words of an account stand in others of its story too, for the margin of its page.</summary>
internal static class SharedText
{
    // A page must not wait for a story of a thousand accounts: of those the first ones, which others copy.
    private const int MostCompared = 40;
    private const int MostNamed = 6;

    public static ArticleModel AddTo(ArticleModel model, Story? story)
    {
        if (model.Article is not { } article || story is null)
        {
            return model;
        }
        var others = story.Accounts.Where(a => a.Id != article.Id).Take(MostCompared).ToDictionary(static a => a.Id);
        List<(TextSpan Span, string Class, string Note)> marks = [];
        var alsoIn = new SortedDictionary<int, List<(string, ArticleId)>>();
        foreach (var reuse in new ReuseDetector().Detect([(article.Id, article.Text), .. others.Values.Select(static a => (a.Id, a.Article.Text))]))
        {
            if (reuse.A != article.Id && reuse.B != article.Id)
            {
                continue;
            }
            var other = others[reuse.A == article.Id ? reuse.B : reuse.A];
            foreach (var passage in reuse.Passages)
            {
                var here = reuse.A == article.Id ? passage.InA : passage.InB;
                marks.Add((here, "shared", CleanText.Of(other.Outlet)));
                for (var i = 0; i < article.Paragraphs.Count; i++)
                {
                    if (article.Paragraphs[i].Overlaps(here))
                    {
                        var named = alsoIn.TryGetValue(i, out var there) ? there : alsoIn[i] = [];
                        if (named.Count < MostNamed && named.All(n => n.Item2 != other.Id))
                        {
                            named.Add((CleanText.Of(other.Outlet), other.Id));
                        }
                    }
                }
            }
        }
        return model with
        {
            SharedMarks = marks,
            AlsoIn = alsoIn.ToDictionary(static p => p.Key, static p => (IReadOnlyList<(string, ArticleId)>)p.Value),
        };
    }
}
