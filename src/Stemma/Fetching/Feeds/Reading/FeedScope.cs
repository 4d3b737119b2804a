namespace Stemma.Fetching;

/// <summary>What is in force at each place of a feed: addresses, language, and the document they come from.</summary>
internal sealed class FeedScope(FeedMarkup markup, string? documentBase, string? documentLanguage)
{
    public FeedMarkup Markup => markup;

    public FeedFormat Format { get; init; }

    /// <summary>Whether the feed is Atom, whose texts say what they are; RSS leaves it to be guessed.</summary>
    public bool IsAtom => Format is FeedFormat.Atom or FeedFormat.Atom03 or FeedFormat.Atom10;

    /// <summary>What addresses in force nowhere else are relative to; null where nothing is known.</summary>
    public string? DocumentBase { get; set; } = documentBase;

    /// <summary>The address that addresses at a node are relative to; null where nothing is known.</summary>
    public string? Base(int node)
    {
        if (!markup.HasXmlAttributes)
        {
            return DocumentBase;
        }
        List<string>? said = null;
        for (var i = node; i >= 0; i = markup[i].Parent)
        {
            var value = markup.Attribute(i, "xml:base")
                ?? (markup[i] is { Name: "channel", Vocabulary: FeedVocabulary.Core } ? markup.Attribute(i, "base") : null);
            if (value is not null)
            {
                (said ??= []).Add(value);
            }
        }
        var around = DocumentBase;
        for (var i = (said?.Count ?? 0) - 1; i >= 0; i--)
        {
            around = FeedAddresses.Base(said![i], around);
        }
        return around;
    }

    /// <summary>The language at a node; null where nobody tells, or where it is said to be none.</summary>
    public string? Language(int node)
    {
        var said = markup.Inherited(node, "xml:lang");
        return said is null ? documentLanguage : Tag(said);
    }

    /// <summary>A language tag in its usual spelling; null for an empty one.</summary>
    public static string? Tag(string? language)
    {
        language = language?.Trim().Replace('_', '-');
        return string.IsNullOrEmpty(language) || language.Length > 35 ? null : language;
    }

    /// <summary>An address given at a node, made whole.</summary>
    public string? Resolve(int node, string? address) => FeedAddresses.Resolve(address, Base(node));
}
