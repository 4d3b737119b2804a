using Stemma.Extraction;

namespace Stemma.Tests.Extraction;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("2026-05-12", "2026-05-12")]
    [InlineData("2026-05-12T14:05:09Z", "2026-05-12T14:05:09+00:00")]
    [InlineData("2026-05-12T14:05:09.123+02:00", "2026-05-12T14:05:09+02:00")]
    [InlineData("2026-05-12 14:05", "2026-05-12T14:05:00+00:00")]
    [InlineData("Tue, 12 May 2026 14:05:09 GMT", "2026-05-12T14:05:09+00:00")]
    [InlineData("Published May 12, 2026 2:05 p.m. EDT", "2026-05-12T14:05:00-04:00")]
    [InlineData("Aug. 1st, 2025", "2025-08-01")]
    [InlineData("Ada Lund | 08.05.2026 - Courier", "2026-05-08")]
    [InlineData("12. Mai 2026, 14:05 Uhr", "2026-05-12T14:05:00+00:00")]
    [InlineData("le 12 mai 2026 à 14h05", "2026-05-12T14:05:00+00:00")]
    [InlineData("12 de mayo de 2026", "2026-05-12")]
    [InlineData("12 мая 2026", "2026-05-12")]
    [InlineData("2026年5月12日", "2026-05-12")]
    [InlineData("12/05/2026", "2026-05-12")]
    [InlineData("31/02/2026", null)]
    [InlineData("room 2026-13-40", null)]
    [InlineData("no date at all", null)]
    [InlineData("99999999999999999999-01-01", null)]
    public void Dates_are_read_in_the_ways_pages_write_them(string text, string? expected) =>
        Assert.Equal(expected, DateReader.Read(text)?.ToString());

    [Fact]
    public void Americans_write_the_month_first() =>
        Assert.Equal("2026-12-05", DateReader.Read("12/5/2026", monthFirst: true)?.ToString());
}
