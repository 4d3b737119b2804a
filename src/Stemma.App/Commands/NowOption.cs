using System.CommandLine;
using System.Globalization;

namespace Stemma.App.Commands;

/// <summary><c>--now</c>: the clock of a run, declared once for the commands that have it.</summary>
internal static class NowOption
{
    public static Option<DateTimeOffset?> Create() => new("--now")
    {
        Description = "Take this as the present time (ISO 8601), so that a run can be repeated.",
        HelpName = "ISO",
        CustomParser = result =>
        {
            var value = result.Tokens[0].Value;
            if (DateTimeOffset.TryParse(
                value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var now))
            {
                return now;
            }
            result.AddError($"--now: “{value}” is not a time; write 2026-03-04 or 2026-03-04T09:10:00Z.");
            return null;
        },
    };
}
