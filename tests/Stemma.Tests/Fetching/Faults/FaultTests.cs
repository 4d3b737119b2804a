using System.Net;
using System.Text;
using Stemma.Extraction;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>Every fault has its stated outcome, and what runs beside it is unharmed.</summary>
public sealed class FaultTests(FaultRun run) : IClassFixture<FaultRun>
{
    public static TheoryData<string> Names => [.. FaultRun.Faults.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_has_its_stated_outcome_and_harms_nothing_else(string name)
    {
        var fault = FaultRun.Faults.Single(f => f.Name == name);
        var (result, beside, then) = run.Outcomes[name];
        Assert.True(fault.Outcomes.Contains(result.Failure?.Kind), $"{result.Failure?.Message ?? "a document"}");
        Assert.Equal(1, (result.Document is null ? 0 : 1) + (result.Failure is null ? 0 : 1) + (result.NotModified ? 1 : 0));
        Assert.True(fault.Also(result));
        if (fault.Text is not null)
        {
            Assert.Equal(fault.Text, Text(result));
        }
        Assert.Equal(Encoding.UTF8.GetString(FaultBodies.Page), Text(beside));
        Assert.Equal(fault.Then, then is null ? null : Text(then));
    }

    [Fact]
    public void There_are_more_than_a_hundred_faults_of_different_names() =>
        Assert.True(FaultRun.Faults.Select(f => f.Name).Distinct().Count() > 100);

    [Fact]
    public void No_fault_led_to_an_address_inside() =>
        Assert.All(run.Connected, c => Assert.Equal(IPAddress.Parse("93.184.216.34"), c.Address));

    [Theory]
    [InlineData("entity bomb")]
    [InlineData("100,000 nested elements")]
    [InlineData("NUL bytes in the body")]
    [InlineData("wrong charset")]
    public void What_was_fetched_does_not_harm_the_extraction(string name)
    {
        var document = run.Outcomes[name].Faulty.Document!;
        var result = new ArticleExtractor(OutletRegistry.LoadBuiltIn()).Extract(document);
        Assert.NotEqual(FailureKind.Bug, result.Failure?.Kind);
    }

    private static string? Text(FetchResult result) =>
        result.Document is { } document ? Encoding.UTF8.GetString(document.Content.Span) : result.Failure?.Message;
}
