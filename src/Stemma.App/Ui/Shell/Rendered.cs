using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Stemma.App.Ui.Shell;

/// <summary>Makes the answer that renders a page.</summary>
internal static class Rendered
{
    public static IResult Page<T>(Dictionary<string, object?> parameters)
        where T : IComponent => new RazorComponentResult<T>(parameters) { PreventStreamingRendering = true };
}
