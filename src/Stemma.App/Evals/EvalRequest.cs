namespace Stemma.App.Evals;

/// <summary>What an evaluation is asked for.</summary>
/// <param name="Data">Folder of the labelled data, unpacked.</param>
/// <param name="Output">Where to write what a person reads.</param>
/// <param name="Errors">How many of the worst items to show; 0 for none.</param>
/// <param name="Filter">Only this part of the data (a set's name); null for all.</param>
internal sealed record EvalRequest(DirectoryInfo Data, TextWriter Output, int Errors, string? Filter);
