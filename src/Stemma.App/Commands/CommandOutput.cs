using System.CommandLine;
using System.Text;
using Stemma.App.Ui.Terminal;

namespace Stemma.App.Commands;

/// <summary>Where a command writes: data, messages, and what is known of the terminal at the other end.</summary>
internal sealed class CommandOutput : IDisposable
{
    private const int PipedColumns = 80;
    private readonly bool _isConsole;

    private CommandOutput(TextWriter data, TextWriter messages, bool isConsole)
    {
        Data = data;
        Messages = messages;
        _isConsole = isConsole;
    }

    /// <summary>For data only. UTF-8, line feeds, no byte order mark.</summary>
    public TextWriter Data { get; }

    /// <summary>For everything else.</summary>
    public TextWriter Messages { get; }

    /// <summary>Whether messages go to a person's terminal.</summary>
    public bool IsWatched => _isConsole && !Console.IsErrorRedirected;

    public static CommandOutput Of(InvocationConfiguration configuration) =>
        ReferenceEquals(configuration.Output, Console.Out)
            // Our own writer: it buffers, and is UTF-8 whatever the locale says. Writing to a closed pipe is no error there.
            ? new CommandOutput(
                new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 32 * 1024) { NewLine = "\n" },
                configuration.Error,
                isConsole: true)
            : new CommandOutput(configuration.Output, configuration.Error, isConsole: false);

    /// <summary>The page for text: as wide as the terminal and coloured where it may be, else 80 columns and plain.</summary>
    public TerminalPage Page()
    {
        var isTerminal = _isConsole && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return TerminalPage.On(
            Data,
            isTerminal ? TerminalColumns() : PipedColumns,
            isTerminal,
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
    }

    public void Dispose()
    {
        if (!_isConsole)
        {
            return;
        }
        try
        {
            Data.Dispose();
        }
        catch (IOException)
        {
            // The reader has left (`| head`): it has what it wanted.
        }
    }

    private static int TerminalColumns()
    {
        try
        {
            return Console.WindowWidth is > 0 and var columns ? columns : PipedColumns;
        }
        catch (IOException)
        {
            return PipedColumns;
        }
    }
}
