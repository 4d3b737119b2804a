using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Stemma.App.Ui.Pages;
using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>Renders stories to one self-contained page with the components that the server uses.</summary>
internal static partial class BriefHtml
{
    [GeneratedRegex("&#x(?<code>[0-9A-F]{1,6});|\n(?<empty>\n+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Wasteful { get; }

    public static async Task<string> RenderAsync(IReadOnlyList<StoryBrief> briefs, ShortIds ids)
    {
        var services = new ServiceCollection().BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
            {
                return await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var page = await renderer.RenderComponentAsync<BriefPage>(ParameterView.FromDictionary(
                        new Dictionary<string, object?>
                        {
                            [nameof(BriefPage.Briefs)] = briefs,
                            [nameof(BriefPage.Ids)] = ids,
                        })).ConfigureAwait(false);
                    return Wasteful.Replace(page.ToHtmlString(), Thrifty);
                }).ConfigureAwait(false);
            }
        }
    }

    // The renderer writes every character outside Latin as a reference, "ü" in six bytes for two; and the templates leave
    // empty lines. A reference stays where the character means something to HTML, or nothing to a reader.
    private static string Thrifty(Match match)
    {
        if (match.Groups["empty"].Success)
        {
            return "\n";
        }
        var code = int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code is < 0x20 or '&' or '<' or '>' or '"' or '\'' or (>= 0x7F and <= 0xA0) or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF
            ? match.Value
            : char.ConvertFromUtf32(code);
    }
}
