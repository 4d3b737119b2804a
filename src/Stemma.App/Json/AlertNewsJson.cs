using Stemma.App.Ui.Alerts;
using Stemma.Storage;

namespace Stemma.App.Json;

/// <summary>A piece of news as a webhook gets it.</summary>
/// <param name="Kind"><c>article</c>, <c>story</c> or <c>test</c>.</param>
/// <param name="Headline">Word for word.</param>
/// <param name="Outlet">Whose headline it is; null where that is not known.</param>
/// <param name="Lang">Of the headline.</param>
/// <param name="What">What changed, in the reader's language.</param>
/// <param name="Url">Where to read on.</param>
/// <param name="Article">The article, or the newest account.</param>
/// <param name="Story">Its story.</param>
/// <param name="NewAccounts">Since the story was last told.</param>
/// <param name="NewRoots">Since the story was last told.</param>
/// <param name="NewDenials">Since the story was last told.</param>
/// <param name="NewConflicts">Since the story was last told.</param>
/// <param name="Accounts">Of the story in all.</param>
/// <param name="Roots">Independent roots of the story in all.</param>
internal sealed record AlertNewsJson(
    string Kind, string Headline, string? Outlet, string Lang, string What, string Url, string? Article, string? Story,
    int NewAccounts, int NewRoots, int NewDenials, int NewConflicts, int Accounts, int Roots)
{
    public static AlertNewsJson Of(AlertNews news, AlertItem item, string home) => new(
        news.Kind switch { AlertNewsKind.Article => "article", AlertNewsKind.Story => "story", _ => "test" },
        item.Headline, item.Outlet.Length > 0 ? item.Outlet : null, news.Language, item.What, home + item.Path,
        news.Article?.ToString(), news.Story?.ToString(),
        news.NewAccounts, news.NewRoots, news.NewDenials, news.NewConflicts, news.Accounts, news.Roots);
}
