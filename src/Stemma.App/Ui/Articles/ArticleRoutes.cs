using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Serving;

namespace Stemma.App.Ui.Articles;

/// <summary>The page of an article, and the marks a reader gives it.</summary>
internal static class ArticleRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/articles/{id}", ShowAsync);
        routes.Post("/articles/{id}/marks", MarkAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit)
    {
        if (IdText.Article(visit.Route("id")) is not { } id
            || await visit.Store.ArticleAsync(id, visit.Scope, visit.Cancel).ConfigureAwait(false) is not { } stored)
        {
            return Answers.NotFound(visit);
        }
        if (stored.Line.Id != id)
        {
            return Answers.SeeOther("/articles/" + stored.Line.Id);
        }
        var story = stored.Line.Story is { } of ? await visit.Store.StoryAsync(of, visit.Cancel).ConfigureAwait(false) : null;
        var model = new ArticleModel
        {
            Stored = stored,
            WantsPicture = visit.Query("picture") == "1",
            Story = stored.Line.Story is { } its ? await visit.Store.StoryLineAsync(its, visit.Cancel).ConfigureAwait(false) : null,
            Labels = await visit.Store.LabelsOfAsync(visit.Scope, stored.Line.Seq, visit.Cancel).ConfigureAwait(false),
            Caught = await Filters.CaughtFilter.OfAsync(visit, stored).ConfigureAwait(false),
        };
        if (!stored.Line.IsRead && visit.User is not null)
        {
            await visit.Store.MarkReadAsync(visit.Scope, [stored.Line.Seq], true, visit.Cancel).ConfigureAwait(false);
        }
        return ArticlePage.Result(visit.Frame("article"), SharedText.AddTo(model, story));
    }

    private static async Task<IResult> MarkAsync(Visit visit)
    {
        if (IdText.Article(visit.Route("id")) is not { } id
            || await visit.Store.ArticleAsync(id, visit.Scope, visit.Cancel).ConfigureAwait(false) is not { } stored)
        {
            return Answers.NotFound(visit);
        }
        var seq = stored.Line.Seq;
        switch (visit.Form("do"))
        {
            case "read":
                await visit.Store.MarkReadAsync(visit.Scope, [seq], true, visit.Cancel).ConfigureAwait(false);
                break;
            case "unread":
                await visit.Store.MarkReadAsync(visit.Scope, [seq], false, visit.Cancel).ConfigureAwait(false);
                break;
            case "star":
                await visit.Store.StarAsync(visit.Scope, seq, visit.Now, visit.Cancel).ConfigureAwait(false);
                break;
            case "unstar":
                await visit.Store.StarAsync(visit.Scope, seq, null, visit.Cancel).ConfigureAwait(false);
                break;
            case "label" when LabelName(visit.Form("label")) is { } label:
                await visit.Store.LabelAsync(visit.Scope, seq, label, true, visit.Cancel).ConfigureAwait(false);
                break;
            case "unlabel" when visit.Form("label") is { } label:
                await visit.Store.LabelAsync(visit.Scope, seq, label, false, visit.Cancel).ConfigureAwait(false);
                break;
        }
        // To look at the page is to read it: whoever wants it unread leaves it.
        var back = visit.Back("/articles/" + stored.Line.Id);
        return Answers.SeeOther(visit.Form("do") == "unread" && back.StartsWith("/articles/", StringComparison.Ordinal) ? "/reader" : back);
    }

    private static string? LabelName(string? text) => CleanText.Of(text ?? "").Trim() is { Length: > 0 and <= 60 } name ? name : null;
}
