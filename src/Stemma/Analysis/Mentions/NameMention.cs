using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>A name in the text, as a range of tokens.</summary>
internal sealed class NameMention(int first, int last)
{
    /// <summary>Index of its first token.</summary>
    public int First { get; set; } = first;

    /// <summary>Index just past its last token.</summary>
    public int Last { get; set; } = last;

    public MentionKind Kind { get; set; } = MentionKind.Other;

    /// <summary>Fullest name in the article.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who it is, where it names a person.</summary>
    public Person? Person { get; set; }

    /// <summary>Gender told by a title before it.</summary>
    public Gender TitleGender { get; set; }

    /// <summary>Whether a title stands before it.</summary>
    public bool HasTitle { get; set; }

    /// <summary>Index of the first token of the title before it; <see cref="First"/> where there is none.</summary>
    public int TitleFirst { get; set; } = first;
}
