using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>A body with its codings undone, or why they could not be.</summary>
/// <param name="Content">Empty where <paramref name="Failure"/> is set.</param>
/// <param name="Failure">Null where all went well.</param>
/// <param name="Detail">What was found; null for nothing to say.</param>
internal readonly record struct DecodedBody(ReadOnlyMemory<byte> Content, FailureKind? Failure, string? Detail)
{
    public static DecodedBody Failed(FailureKind kind, string? detail) => new(default, kind, detail);
}
