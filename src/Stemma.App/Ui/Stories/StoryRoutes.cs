using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Json;
using Stemma.App.Serving;
using Stemma.App.Ui.Exports;
using Stemma.Model;

namespace Stemma.App.Ui.Stories;

/// <summary>The page of a story, the same to take along, and a reader's word on it.</summary>
internal static class StoryRoutes
{
    private const int MostOfStoryline = 6;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/stories/{id}", ShowAsync);
        routes.Get("/stories/{id}/share.html", ShareAsync);
        routes.Get("/stories/{id}/story.json", JsonAsync);
        routes.Get("/stories/{id}/feed.xml", FeedAsync);
        routes.Get("/stories/{id}/story.md", visit => FileAsync(visit, MarkdownExport.Write, "md", "text/markdown"));
        routes.Get("/stories/{id}/claims.csv", visit => FileAsync(visit, ClaimsCsvExport.Write, "csv", "text/csv"));
        routes.Get("/stories/{id}/lineage.gexf", visit => FileAsync(visit, GraphExport.WriteGexf, "gexf", "application/gexf+xml"));
        routes.Get("/stories/{id}/lineage.graphml", visit => FileAsync(visit, GraphExport.WriteGraphMl, "graphml", "application/graphml+xml"));
        routes.Post("/stories/{id}/stand", StandAsync);
        routes.Post("/stories/{id}/correct", CorrectAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit)
    {
        if (IdText.Story(visit.Route("id")) is not { } asked
            || await visit.Store.ResolveAsync(asked, visit.Cancel).ConfigureAwait(false) is not { } id)
        {
            return Answers.NotFound(visit);
        }
        if (id != asked)
        {
            return Answers.SeeOther("/stories/" + id);
        }
        if (await visit.Store.BriefAsync(id, visit.Cancel).ConfigureAwait(false) is not { } brief)
        {
            return Answers.Failure(visit, StatusCodes.Status404NotFound, visit.Texts["story.notyet"]);
        }
        var stands = await visit.Store.StandsAsync(visit.Scope, visit.Cancel).ConfigureAwait(false);
        var model = new StoryModel(new StoryReading(brief, ShortIds.Of([brief])) { Texts = visit.Texts, DataPath = $"/stories/{id}/story.json" }, stands.FirstOrDefault(s => s.Story == id).Stand, visit.User?.IsAdmin ?? false)
        {
            Storyline = await visit.Store.StorylineOfAsync(id, MostOfStoryline, visit.Cancel).ConfigureAwait(false),
            WantsPicture = visit.Query("picture") == "1",
        };
        return StoryPage.Result(visit.Frame("story"), model);
    }

    private static Task<IResult> ShareAsync(Visit visit) => WithBriefAsync(visit, async brief =>
    {
        var html = await BriefHtml.RenderAsync([brief], ShortIds.Of([brief])).ConfigureAwait(false);
        // A page that stands alone brings its style with it; the policy of our own pages would forbid that.
        visit.Http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
        visit.Http.Response.Headers.ContentDisposition = $"attachment; filename=\"{brief.Story.Id}.html\"";
        return TypedResults.Text(html, "text/html; charset=utf-8", Encoding.UTF8);
    });

    /// <summary>The story in a form for other programs, named after it.</summary>
    private static Task<IResult> FileAsync(Visit visit, Action<IReadOnlyList<StoryBrief>, TextWriter> write, string ending, string mediaType) => WithBriefAsync(visit, brief =>
    {
        using var text = new Utf8Text();
        write([brief], text);
        visit.Http.Response.Headers.ContentDisposition = $"attachment; filename=\"{brief.Story.Id}.{ending}\"";
        return Task.FromResult<IResult>(TypedResults.Text(text.ToString(), mediaType + "; charset=utf-8", Encoding.UTF8));
    });

    private static Task<IResult> JsonAsync(Visit visit) => WithBriefAsync(visit, brief =>
        Task.FromResult<IResult>(TypedResults.Json(BriefJson.From(brief), StemmaJson.Readable.BriefJson)));

    private static Task<IResult> FeedAsync(Visit visit) => WithBriefAsync(visit, brief =>
        Task.FromResult<IResult>(TypedResults.Text(StoryFeed.Write(brief, Origin(visit)), "application/atom+xml; charset=utf-8", Encoding.UTF8)));

    private static async Task<IResult> StandAsync(Visit visit)
    {
        if (IdText.Story(visit.Route("id")) is not { } asked
            || await visit.Store.ResolveAsync(asked, visit.Cancel).ConfigureAwait(false) is not { } id)
        {
            return Answers.NotFound(visit);
        }
        var stand = visit.Form("stand") is { } word && word is "follow" or "mute" ? visit.Form("stand") : null;
        await visit.Store.StandAsync(visit.Scope, id, stand, visit.Now, visit.Cancel).ConfigureAwait(false);
        return Answers.SeeOther(visit.Back("/stories/" + id));
    }

    /// <summary>Parts an account from the story it is in, or joins an article to it. Stories are everybody's: only an admin may.</summary>
    private static Task<IResult> CorrectAsync(Visit visit) => WithBriefAsync(visit, async brief =>
    {
        if (visit.User is not { IsAdmin: true })
        {
            return Answers.Failure(visit, StatusCodes.Status403Forbidden, visit.Texts["error.admin"]);
        }
        var together = visit.Form("together") == "1";
        var other = await OtherAsync(visit, visit.Form("article")).ConfigureAwait(false);
        var home = brief.HeadlineOf == other ? brief.Story.Accounts.Select(static a => (ArticleId?)a.Id).FirstOrDefault(a => a != other) : brief.HeadlineOf;
        if (other is null || home is null || (!together && brief.Story.Accounts.All(a => a.Id != other)))
        {
            return Answers.Failure(visit, StatusCodes.Status400BadRequest, visit.Texts["story.noaccount"]);
        }
        await visit.Daemon.CorrectAsync(home.Value, other.Value, together, visit.User.Id, visit.Cancel).ConfigureAwait(false);
        return Answers.SeeOther("/stories/" + brief.Story.Id);
    });

    /// <summary>The article meant by an id, or by the address of its page or its story here.</summary>
    private static async Task<ArticleId?> OtherAsync(Visit visit, string? text)
    {
        var id = text?.Trim().TrimEnd('/').Split('/')[^1];
        if (IdText.Article(id) is { } article && await visit.Store.ArticleAsync(article, visit.Scope, visit.Cancel).ConfigureAwait(false) is { } stored)
        {
            return stored.Line.Id;
        }
        return IdText.Story(id) is { } story && await visit.Store.BriefAsync(story, visit.Cancel).ConfigureAwait(false) is { } brief ? brief.HeadlineOf : null;
    }

    private static async Task<IResult> WithBriefAsync(Visit visit, Func<StoryBrief, Task<IResult>> answer) =>
        IdText.Story(visit.Route("id")) is { } id && await visit.Store.BriefAsync(id, visit.Cancel).ConfigureAwait(false) is { } brief
            ? await answer(brief).ConfigureAwait(false)
            : Answers.NotFound(visit);

    private static string Origin(Visit visit) => string.Create(CultureInfo.InvariantCulture, $"{visit.Http.Request.Scheme}://{visit.Http.Request.Host}");
}
