using System.CommandLine;

namespace Stemma.App.Commands;

/// <summary>The root of the command line: one line per verb.</summary>
internal static class StemmaCommand
{
    public static RootCommand Create() => new("Stemma: what is known, who says so, and where it came from.")
    {
        BriefCommand.Create(),
        ExplainCommand.Create(),
        ExtractCommand.Create(),
        ParseFeedCommand.Create(),
        ClusterCommand.Create(),
        ReuseCommand.Create(),
        AnalyzeCommand.Create(),
        ServeCommand.Create(),
        GetCommand.Create(),
        AddCommand.Create(),
        SearchCommand.Create(),
        DoctorCommand.Create(),
        BackupCommand.Create(),
        ExportCommand.Create(),
        EvalCommand.Create(),
        TrainCommand.Create(),
    };
}
