using Microsoft.AspNetCore.Http;
using Stemma.App.Ui.Shell;

namespace Stemma.App.Serving;

/// <summary>Answers that several pages give.</summary>
internal static class Answers
{
    public static Task<IResult> NotFoundAsync(Visit visit) => Task.FromResult(NotFound(visit));

    public static IResult NotFound(Visit visit) => Failure(visit, StatusCodes.Status404NotFound, visit.Texts["error.notfound"]);

    /// <summary>A page that says what failed, or a problem for programs.</summary>
    public static IResult Failure(Visit visit, int status, string detail)
    {
        if (visit.IsApi)
        {
            return Problem.Of(status, detail);
        }
        visit.Http.Response.StatusCode = status;
        return MessagePage.Result(visit.Frame("error"), visit.Texts["error.title." + (status == 404 ? "notfound" : "failed")], detail);
    }

    public static Task FailureAsync(Visit visit, int status, string detail) => Failure(visit, status, detail).ExecuteAsync(visit.Http);

    /// <summary>After a form: the page to look at, asked for anew.</summary>
    public static IResult SeeOther(string path) => new Redirection(path);

    private sealed class Redirection(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
