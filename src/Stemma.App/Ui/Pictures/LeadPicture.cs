using Stemma.Model;

namespace Stemma.App.Ui.Pictures;

/// <summary>The first picture of an article that has an address, with what the outlet says of it.</summary>
/// <param name="Article">Whose it is.</param>
/// <param name="Number">Its place among the article's pictures.</param>
/// <param name="Caption">The outlet's, verbatim; empty for none.</param>
/// <param name="Credit">The outlet's, verbatim; empty for none.</param>
/// <param name="Outlet">Who shows it.</param>
/// <param name="Language">Of the caption.</param>
public sealed record LeadPicture(ArticleId Article, int Number, string Caption, string Credit, string Outlet, string Language)
{
    public string Path => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/articles/{Article}/pictures/{Number}");

    public static LeadPicture? Of(Article article)
    {
        for (var i = 0; i < article.Images.Count; i++)
        {
            if (AddressOf(article, i) is not null)
            {
                var image = article.Images[i];
                return new LeadPicture(
                    article.Id, i, CleanText.Of(image.Caption ?? ""), CleanText.Of(image.Credit ?? ""), CleanText.Of(article.OutletLabel), article.Language);
            }
        }
        return null;
    }

    /// <summary>That of the account whose headline leads, else of the first that has one.</summary>
    public static LeadPicture? Of(StoryBrief brief) =>
        brief.Story.Accounts.OrderByDescending(a => a.Id == brief.HeadlineOf).Select(static a => Of(a.Article)).FirstOrDefault(static p => p is not null);

    /// <summary>Where a picture is fetched from; null where there is none or its address may not be asked.</summary>
    public static Uri? AddressOf(Article article, int number) =>
        number >= 0 && number < article.Images.Count && SafeUrl.Of(article.Images[number].Url) is not null ? article.Images[number].Url : null;
}
