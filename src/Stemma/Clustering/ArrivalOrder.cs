using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Takes chance out of a stream: articles of one and the same time come in order of their ids.</summary>
public static class ArrivalOrder
{
    /// <summary>
    /// The articles as they come, but each run of equal times (or of no time) sorted by id. Holds one run in memory.
    /// </summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> stream, Func<T, Article> article)
    {
        List<T> run = [];
        Moment? time = null;
        foreach (var item in stream)
        {
            if (run.Count > 0 && article(item).Time != time)
            {
                foreach (var settled in Sorted(run, article))
                {
                    yield return settled;
                }
                run.Clear();
            }
            time = article(item).Time;
            run.Add(item);
        }
        foreach (var settled in Sorted(run, article))
        {
            yield return settled;
        }
    }

    private static List<T> Sorted<T>(List<T> run, Func<T, Article> article) => run.OrderBy(item => article(item).Id).ToList();
}
