namespace Stemma.Clustering;

/// <summary>A story an article might join.</summary>
/// <param name="Story">The story.</param>
/// <param name="LogOdds">Mean over its accounts of the log-odds that both tell of one event.</param>
internal readonly record struct JoinCandidate(OpenStory Story, double LogOdds)
{
    /// <summary>The same as a probability in [0, 1].</summary>
    public double Probability => PairModel.ProbabilityOf(LogOdds);
}
