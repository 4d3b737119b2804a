namespace Stemma.App.Evals;

/// <summary>One figure of an evaluation.</summary>
/// <param name="Name">Dotted, lower case: <c>extraction.scrapinghub.f1</c>. Floors are pinned by it.</param>
/// <param name="Value">The figure.</param>
internal sealed record EvalFigure(string Name, double Value);
