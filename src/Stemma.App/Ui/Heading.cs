using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Stemma.App.Ui;

/// <summary>A heading whose level depends on where the story stands: on a page of its own, or among others.</summary>
public sealed class Heading : ComponentBase
{
    [Parameter, EditorRequired]
    public int Level { get; set; }

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public string? Lang { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "h" + Math.Clamp(Level, 1, 6).ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(1, "id", Id);
        builder.AddAttribute(2, "lang", Lang);
        builder.AddContent(3, ChildContent);
        builder.CloseElement();
    }
}
