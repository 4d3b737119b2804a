namespace Stemma.Clustering;

/// <summary>
/// The figures by which articles become stories. Chosen on the earlier part in time of the development half of the
/// labelled streams by <c>stemma eval clustering</c>.
/// </summary>
public sealed record ClusteringOptions
{
    /// <summary>How much of the body is read, in UTF-16 code units: news tells the event first.</summary>
    public int BodyLengthChars { get; init; } = 4000;

    /// <summary>Most terms kept of one article's body.</summary>
    public int BodyTerms { get; init; } = 150;

    /// <summary>Most terms kept of one article's names.</summary>
    public int NameTerms { get; init; } = 60;

    /// <summary>Most terms kept of a story, each of body, names and title.</summary>
    public int StoryTerms { get; init; } = 400;

    /// <summary>Share of the likeness that words of the body decide; names and title have the rest.</summary>
    public double BodyWeight { get; init; } = 0.5;

    /// <summary>Share of the likeness that names decide.</summary>
    public double NameWeight { get; init; } = 0.3;

    /// <summary>Share of the likeness that words of the title decide.</summary>
    public double TitleWeight { get; init; } = 0.2;

    /// <summary>Mean age of the articles that term frequencies are counted over.</summary>
    public TimeSpan FrequencyWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How many articles of experience the background table of common words stands for.</summary>
    public double BackgroundArticles { get; init; } = 200;

    /// <summary>Share of texts that a word which is not in the background table is taken to stand in.</summary>
    public float UnlistedShare { get; init; } = 0.002f;

    /// <summary>Likeness falls to 1/e over this time since the story's latest account.</summary>
    public TimeSpan SinceLast { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Likeness falls to 1/e over this time since the story's first account.</summary>
    public TimeSpan SinceFirst { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Least likeness, in [0, 1], at which an article joins a story.</summary>
    public double JoinAt { get; init; } = 0.12;

    /// <summary>A story without a new account for so long is closed.</summary>
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromDays(10);

    /// <summary>How many of an article's heaviest terms are looked up to find stories that it may belong to.</summary>
    public int LookupTerms { get; init; } = 40;

    /// <summary>A term that stands in more open stories than this, newest counted first, is not followed further.</summary>
    public int LongestLookup { get; init; } = 400;

    /// <summary>How many stories are compared in full.</summary>
    public int Candidates { get; init; } = 20;
}
