using Stemma.Outlets;

namespace Stemma.Tests;

public sealed class OutletRegistryTests
{
    private const string Table = """
        id,name,aliases,domains,country,language,kind,owner,family,ambiguous,common_word
        bay-times,The Bay Times,BT|Bay Times Online,baytimes.example|news.baytimes.example,GB,en,newspaper,,bay,the Times,
        """;

    [Fact]
    public void An_outlet_is_found_by_name_with_or_without_its_article()
    {
        var registry = OutletRegistry.Read(new StringReader(Table));
        Assert.Equal("bay-times", registry.FindByName("the Bay Times")?.Id);
        Assert.Equal("bay-times", registry.FindByName("Bay Times")?.Id);
        Assert.Equal("bay-times", registry.FindByName("BT")?.Id);
        Assert.Null(registry.FindByName("the Times"));
        Assert.Equal("bay-times", Assert.Single(registry.FindByAmbiguousName("The Times")).Id);
    }

    [Fact]
    public void A_host_is_found_by_its_longest_known_suffix()
    {
        var registry = OutletRegistry.Read(new StringReader(Table));
        Assert.Equal("bay-times", registry.FindByHost("www.baytimes.example")?.Id);
        Assert.Null(registry.FindByHost("example"));
    }
}
