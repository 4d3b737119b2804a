using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary>How a command ends: 0 done, 1 nothing found, 2 failed.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int NothingFound = 1;
    public const int Failed = 2;

    /// <summary>What a shell reports for a command that Ctrl-C ended.</summary>
    public const int Interrupted = 130;

    /// <summary>
    /// Done as soon as there is a story, whatever else failed; nothing found if everything could be read and none of it
    /// held an article; failed if nothing is shown and something could not be read.
    /// </summary>
    public static int Of(PipelineResult result) =>
        result.Briefs.Count > 0 ? Done
        : result.Failures.All(f => f.Kind == FailureKind.NoArticle) ? NothingFound
        : Failed;
}
