using Microsoft.AspNetCore.Http;
using Stemma.App.Json;

namespace Stemma.App.Serving;

/// <summary>The one shape of errors in the API (RFC 9457).</summary>
/// <param name="Type">Always <c>about:blank</c>: the status says what kind it is.</param>
/// <param name="Title">The kind, in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What failed, on what, and what to do next.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail)
{
    public static IResult Of(int status, string detail) => TypedResults.Json(
        new Problem("about:blank", TitleOf(status), status, detail), StemmaJson.Readable.Problem, "application/problem+json", status);

    private static string TitleOf(int status) => status switch
    {
        400 => "Bad request",
        401 => "Not signed in",
        403 => "Not allowed",
        404 => "Not found",
        429 => "Too many tries",
        _ => "Internal error",
    };
}
