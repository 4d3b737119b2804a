namespace Stemma.App.Ui.Shell;

/// <summary>What a page shows around its content, and what its forms need.</summary>
public sealed record PageFrame
{
    public required Texts Texts { get; init; }

    public required ReaderSettings Settings { get; init; }

    /// <summary>Which entry of the navigation the page belongs to.</summary>
    public required string Place { get; init; }

    public required string Style { get; init; }

    public required string Script { get; init; }

    public required string Icon { get; init; }

    public required string FormToken { get; init; }

    /// <summary>Null where nobody needs to sign in.</summary>
    public string? UserName { get; init; }

    public bool IsAdmin { get; init; }

    /// <summary>Path and query of this page, for forms to come back to.</summary>
    public required string Here { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The tag for a passage in another language than the page; null for none.</summary>
    public string? Lang(string language) =>
        language.Length is < 2 or > 12 || language == "und" || language == Texts.Language ? null : CleanText.Of(language);

    /// <summary><c>rtl</c> for a passage in a script written from the right; null else.</summary>
    public static string? Dir(string language) => language is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ug" or "dv" ? "rtl" : null;
}
