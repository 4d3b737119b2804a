namespace Stemma.Fetching;

/// <summary>A record of a WARC file (ISO 28500), or what stands where one should.</summary>
/// <param name="Number">Its place in the file, from 1.</param>
internal sealed record WarcRecord(int Number)
{
    /// <summary>The named fields, names in small letters; the first of a name counts.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>The block; valid until the next record is read. Empty where <see cref="Fault"/> is set.</summary>
    public ReadOnlyMemory<byte> Block { get; init; }

    public WarcFault Fault { get; init; }

    public string? this[string name] => Fields.GetValueOrDefault(name);

    internal static WarcRecord Broken(int number, WarcFault fault, IReadOnlyDictionary<string, string>? fields = null) =>
        new(number) { Fields = fields ?? new Dictionary<string, string>(), Fault = fault };
}
