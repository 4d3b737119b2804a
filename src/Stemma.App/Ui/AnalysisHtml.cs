using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Stemma.App.Ui.Pages;
using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>Renders analysed articles to one self-contained page for a person to read.</summary>
internal static class AnalysisHtml
{
    public static async Task<string> RenderAsync(IReadOnlyList<(Article Article, Analysis Analysis)> articles)
    {
        var services = new ServiceCollection().BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
            {
                return await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var page = await renderer.RenderComponentAsync<AnalysisPage>(ParameterView.FromDictionary(
                        new Dictionary<string, object?> { [nameof(AnalysisPage.Articles)] = articles })).ConfigureAwait(false);
                    return page.ToHtmlString();
                }).ConfigureAwait(false);
            }
        }
    }
}
