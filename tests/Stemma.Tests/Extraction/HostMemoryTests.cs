using Stemma.Extraction;
using Stemma.Model;

namespace Stemma.Tests.Extraction;

public sealed class HostMemoryTests
{
    private const string Plea = "Tell your neighbours about the Courier and win a weekend in a lighthouse of your choice.";

    private static readonly string[] Topics = ["harbour crane", "school orchestra", "river otters", "market clock", "night ferry"];

    [Fact]
    public void A_line_on_three_pages_of_a_host_is_dropped_with_its_reason()
    {
        var memory = new HostMemory();
        var articles = Enumerable.Range(0, 3).Select(i => Article(i)).ToList();
        articles.ForEach(a => memory.Observe([a]));
        foreach (var article in articles)
        {
            var clean = memory.Clean(article);
            Assert.DoesNotContain(Plea, clean.Text);
            var dropped = Assert.Single(clean.Dropped);
            Assert.Equal((HostMemory.Kind, Plea), (dropped.Kind, dropped.Text));
            Assert.Equal(3, dropped.Why?.Figure);
            Assert.NotEqual(article.Id, clean.Id);
            Assert.All(clean.Paragraphs, p => Assert.True(p.End <= clean.Text.Length));
        }
    }

    [Fact]
    public void Two_pages_of_a_host_do_not_tell()
    {
        var memory = new HostMemory();
        memory.Observe([Article(0)]);
        memory.Observe([Article(1)]);
        Assert.Equal(Article(0).Text, memory.Clean(Article(0)).Text);
    }

    [Fact]
    public void A_page_that_is_read_again_counts_once()
    {
        var memory = new HostMemory();
        for (var i = 0; i < 5; i++)
        {
            memory.Observe([Article(0)]);
        }
        Assert.Equal(Article(0).Text, memory.Clean(Article(0)).Text);
    }

    [Fact]
    public void A_line_about_the_article_is_kept_however_often_it_stands()
    {
        var memory = new HostMemory();
        const string Background = "The night ferry has been out of service since a pier collapsed in the storm of last November.";
        var articles = Enumerable.Range(0, 4).Select(i => Article(4, $"/ferry-{i}", Background, $"Day {i} of the night ferry strike in town {i}")).ToList();
        articles.ForEach(a => memory.Observe([a]));
        Assert.All(articles, a => Assert.Contains(Background, memory.Clean(a).Text));
    }

    [Fact]
    public void A_copy_of_a_page_is_left_as_it_is()
    {
        var memory = new HostMemory();
        var copies = Enumerable.Range(0, 4).Select(i => Article(1, $"/print-{i}")).ToList();
        copies.ForEach(a => memory.Observe([a]));
        Assert.All(copies, a => Assert.Equal(a.Text, memory.Clean(a).Text));
    }

    [Fact]
    public void Short_subheads_between_paragraphs_and_agency_credits_stay()
    {
        var memory = new HostMemory();
        var articles = Enumerable.Range(0, 4).Select(i => Article(i, null, "What happens next", null, "Norwire contributed to this report.")).ToList();
        articles.ForEach(a => memory.Observe([a]));
        Assert.All(articles, a => Assert.Contains("What happens next", memory.Clean(a).Text));
        Assert.All(articles, a => Assert.Contains("contributed to this report", memory.Clean(a).Text));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_order_of_the_pages()
    {
        var articles = Enumerable.Range(0, 5).Select(i => Article(i)).ToList();
        var (forward, backward) = (new HostMemory(), new HostMemory());
        articles.ForEach(a => forward.Observe([a]));
        articles.AsEnumerable().Reverse().ToList().ForEach(a => backward.Observe([a]));
        Assert.All(articles, a => Assert.Equal(forward.Clean(a).Id, backward.Clean(a).Id));
    }

    [Fact]
    public void What_was_saved_serves_as_before_and_other_bytes_are_refused()
    {
        var memory = new HostMemory();
        Enumerable.Range(0, 4).ToList().ForEach(i => memory.Observe([Article(i)]));
        var bytes = memory.Save("baycourier.example")!;
        var other = new HostMemory();
        Assert.True(other.Restore("baycourier.example", bytes));
        Assert.Equal(bytes, other.Save("baycourier.example"));
        Assert.Equal(memory.Clean(Article(2)).Text, other.Clean(Article(2)).Text);
        Assert.False(other.Restore("baycourier.example", bytes.AsSpan(0, bytes.Length - 3)));
        Assert.False(other.Restore("baycourier.example", "no such thing at all"u8));
        Assert.Null(memory.Save("elsewhere.example"));
    }

    [Fact]
    public void Memory_is_bounded_by_host_and_in_all()
    {
        var options = new HostMemoryOptions { MaxHosts = 3, MaxLines = 40, MaxPages = 10 };
        var memory = new HostMemory(options);
        for (var page = 0; page < 60; page++)
        {
            memory.Observe([Article(page % 5, $"/p{page}", $"Paragraph that stands on page {(char)('a' + (page % 26))}{page} alone and nowhere else {Topics[page % 5]}", $"Council quarrels for the {page}th time", Plea, $"h{page % 6}.example")]);
        }
        Assert.Equal(3, memory.Hosts.Count());
        Assert.All(memory.Hosts, h => Assert.True(memory.Save(h)!.Length <= 16 + (20 * 8) + (41 * 16)));
    }

    private static Article Article(
        int i, string? path = null, string extra = "", string? title = null, string last = Plea, string host = "baycourier.example")
    {
        var topic = Topics[i];
        List<string> lines =
        [
            $"The {topic} was the talk of the town on day {i} of the week, after the council had voted on it for the third time, number {(char)('a' + i)}.",
            $"Nobody could say who had moved the {topic}, and the police of district {(char)('p' + i)} asked for witnesses until Friday evening.",
            extra,
            $"A vote is expected on the {topic} and on {(char)('k' + i)} more things, said the mayor, before the end of the summer holidays.",
            last,
        ];
        lines.RemoveAll(l => l.Length == 0);
        return ArticleAssembler.WithParagraphs(
            new Article { Id = default, Source = "page", Text = "", Title = title ?? $"Council quarrels over {topic}", Url = new Uri($"https://www.{host}{path ?? "/" + i}") }, lines);
    }
}
