namespace Stemma.Clustering;

/// <summary>A story an article might join.</summary>
/// <param name="Story">The story.</param>
/// <param name="Score">What is decided on, in [0, 1].</param>
/// <param name="Likeness">Likeness of the texts, in [0, 1].</param>
/// <param name="Decay">What the time between them leaves of it, in [0, 1].</param>
internal readonly record struct JoinCandidate(OpenStory Story, double Score, double Likeness, double Decay);
