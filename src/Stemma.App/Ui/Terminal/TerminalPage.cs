using Spectre.Console;
using Spectre.Console.Rendering;
using Stemma.Text;

namespace Stemma.App.Ui.Terminal;

/// <summary>What the text views write on: rows, section heads and the few styles there are.</summary>
/// <remarks>
/// Colours are the terminal's own sixteen, so that they follow the reader's theme. Where there is no colour, what colour
/// would tell is told with signs.
/// </remarks>
internal sealed class TerminalPage
{
    private const int LeastColumns = 40;
    private const int MostColumns = 100;
    private readonly IAnsiConsole _console;

    private TerminalPage(IAnsiConsole console, bool isTerminal, bool hasColour)
    {
        _console = console;
        HasColour = hasColour;
        Strong = isTerminal ? new Style(decoration: Decoration.Bold) : Style.Plain;
        Quiet = hasColour ? new Style(Color.Grey) : Style.Plain;
        Good = hasColour ? new Style(Color.Green) : Style.Plain;
        Bad = hasColour ? new Style(Color.Maroon) : Style.Plain;
        Differing = hasColour ? new Style(Color.Olive, decoration: Decoration.Bold) : Style.Plain;
    }

    public bool HasColour { get; }

    public Style Strong { get; }

    public Style Quiet { get; }

    public Style Good { get; }

    public Style Bad { get; }

    /// <summary>For words in which a wording differs from the fullest one.</summary>
    public Style Differing { get; }

    public int Columns => _console.Profile.Width;

    /// <summary>A page on a writer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="columns">Width of the terminal; kept between 40 and 100, because longer lines are hard to read.</param>
    /// <param name="isTerminal">Whether a person's terminal is at the other end; else no control code is written.</param>
    /// <param name="hasColour">Whether colours are wanted; a terminal without them still gets bold type.</param>
    public static TerminalPage On(TextWriter writer, int columns, bool isTerminal, bool hasColour)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal && hasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new FixedOutput(writer, Math.Clamp(columns, LeastColumns, MostColumns), isTerminal),
            // Without this a build server's variables would switch control codes on in a piped run.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        return new TerminalPage(console, isTerminal, isTerminal && hasColour);
    }

    public void Row(string first, string rest, params IReadOnlyList<Run> runs) =>
        _console.Write(new HangingText(first, rest, runs, Quiet));

    public void Blank() => _console.Write(new HangingText("", "", []));

    /// <summary>A section's head: its name and a thin rule to the edge.</summary>
    public void Section(string name, string? count = null)
    {
        Blank();
        var head = count is null ? name : $"{name}  {count}";
        var rule = new string('─', Math.Max(2, Columns - new Segment(head).CellCount() - 1));
        Row("", "", new Run(name, Strong), new Run(count is null ? "" : "  " + count, Quiet, true), new Run(" " + rule, Quiet, true));
    }

    /// <summary>Says that a list was cut, and where the rest is.</summary>
    public void More(int hidden, string indent = "  ")
    {
        if (hidden > 0)
        {
            Row(indent, indent, new Run($"… {hidden} more: --json or --html has all", Quiet));
        }
    }

    /// <summary>The end of a line: the short id and the outlet, <c>[c4k2 Harbour Gazette]</c>.</summary>
    public Run Tag(string id, string? outlet = null) =>
        new($" [{id}{(outlet is null ? "" : " " + Excerpt.Start(outlet, 40))}]", Quiet, true);

    /// <summary>The same for several outlets: as many names as fit, and how many more.</summary>
    public Run Tag(string id, IReadOnlyList<string> outlets)
    {
        const int mostChars = 40;
        var count = 1;
        while (count < outlets.Count && string.Join(", ", outlets.Take(count + 1)).Length <= mostChars)
        {
            count++;
        }
        var names = Excerpt.Start(string.Join(", ", outlets.Take(count)), mostChars);
        return new($" [{id} {names}{(outlets.Count > count ? $" + {outlets.Count - count}" : "")}]", Quiet, true);
    }

    private sealed class FixedOutput(TextWriter writer, int width, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => width;

        public int Height => 1000;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
