using Stemma.App.Serving;
using Stemma.Storage;

namespace Stemma.App.Ui.Search;

/// <summary>A search that is kept to be made again and again: by a filter, by an alert.</summary>
internal static class KeptQuery
{
    private const int MostChars = 500;

    /// <summary>Why it cannot be kept, in words; empty where it can.</summary>
    public static IReadOnlyList<string> FaultsOf(Visit visit, string text)
    {
        var query = SearchQueryReader.Read(text);
        return query.Faults.Count > 0 ? query.Faults : !query.Asks || text.Length > MostChars ? [visit.Texts["filter.noquery"]] : [];
    }
}
