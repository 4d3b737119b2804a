namespace Stemma.App.Evals;

/// <summary>Scores one step on labelled data.</summary>
/// <param name="Name">What <c>stemma eval NAME</c> takes.</param>
/// <param name="Description">One line: the data and the figures.</param>
/// <param name="Run">
/// Scores the data in a folder; writes what a person wants to see to the writer; returns the figures by dotted name,
/// each in [0, 1] unless its name says otherwise. An empty list means that the data is not there.
/// </param>
internal sealed record Eval(
    string Name,
    string Description,
    Func<EvalRequest, IReadOnlyList<EvalFigure>> Run);
