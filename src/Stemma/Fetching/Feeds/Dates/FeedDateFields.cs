namespace Stemma.Fetching;

/// <summary>The parts of a date as they are found; -1 where not found.</summary>
internal struct FeedDateFields()
{
    public int Year = -1;
    public int Month = -1;
    public int Day = -1;
    public int Hour = -1;
    public int Minute;
    public int Second;

    /// <summary>East of Greenwich.</summary>
    public int OffsetMinutes;

    /// <summary><c>a</c> before noon, <c>p</c> after, else zero.</summary>
    public char Half;
}
