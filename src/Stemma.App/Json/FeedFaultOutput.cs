using System.Text.Json;
using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>Something wrong with a feed that was read all the same.</summary>
/// <param name="Kind">Its name in snake_case: <c>cut_short</c>.</param>
/// <param name="Message">One line for a person.</param>
/// <param name="Line">Line it stands in, from 1; null where it concerns the whole.</param>
internal sealed record FeedFaultOutput(string Kind, string Message, int? Line)
{
    public static FeedFaultOutput Of(FeedFault fault) =>
        new(JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.Kind.ToString()), fault.Message, fault.Line);
}
