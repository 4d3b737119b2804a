using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Stemma.App.Serving;

/// <summary>
/// Maps named handlers that take a <see cref="Visit"/>. Plain request delegates: nothing is bound by reflection or compiled at the
/// start, which the first page would wait for.
/// </summary>
internal static class Routes
{
    extension(IEndpointRouteBuilder routes)
    {
        public IEndpointConventionBuilder Get(string pattern, Func<Visit, Task<IResult>> handler) => routes.MapGet(pattern, Delegate(handler));

        public IEndpointConventionBuilder Post(string pattern, Func<Visit, Task<IResult>> handler) => routes.MapPost(pattern, Delegate(handler));
    }

    private static RequestDelegate Delegate(Func<Visit, Task<IResult>> handler) => async http =>
    {
        var result = await handler(Visit.Of(http)).ConfigureAwait(false);
        await result.ExecuteAsync(http).ConfigureAwait(false);
    };
}
