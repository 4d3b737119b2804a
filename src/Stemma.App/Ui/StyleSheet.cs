namespace Stemma.App.Ui;

/// <summary>The one style sheet of all pages, inlined into those that must stand alone.</summary>
public static class StyleSheet
{
    private static readonly Lazy<string> Loaded = new(Load);

    public static string Text => Loaded.Value;

    private static string Load()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("Ui/stemma.css")
            ?? throw new InvalidOperationException("Could not find the style sheet while rendering a page: it is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
