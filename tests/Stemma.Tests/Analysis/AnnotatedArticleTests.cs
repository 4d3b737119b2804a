using Stemma.App.Evals.Quotes;
using Stemma.Model;

namespace Stemma.Tests.Analyzing;

public sealed class AnnotatedArticleTests
{
    [Fact]
    public void Marks_become_spans_of_the_bare_text()
    {
        var article = Assert.Single(AnnotatedArticleReader.Read(["== fair | The Bay Post | 2025-01-02", "", "{t} [S12 The mayor] [C1 said] [T1 it rained] and [C2 blamed] [T2 the wind]."]));
        Assert.Equal("The mayor said it rained and blamed the wind.", article.Text);
        Assert.Equal(["it rained", "the wind"], article.Attributions.Select(a => a.Content[0].Of(article.Text)));
        Assert.All(article.Attributions, a => Assert.Equal("The mayor", a.Source[0].Of(article.Text)));
        Assert.Equal((0, Modality.Attributed), Assert.Single(article.Modalities));
    }

    [Fact]
    public void A_missing_bracket_names_the_article()
    {
        var error = Assert.Throws<InvalidDataException>(() => AnnotatedArticleReader.Read(["== fair | The Bay Post | 2025-01-02", "[S1 The mayor [C1 said] no."]));
        Assert.Contains("fair", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_annotated_articles_can_be_read()
    {
        var articles = AnnotatedArticleReader.ReadFolder(Path.Combine(Repository.Root, "evals", "attributions"));
        Assert.True(articles.Count >= 40);
        Assert.Equal(articles.Count, articles.Select(a => a.Id).Distinct().Count());
        Assert.All(articles, a => Assert.NotEmpty(a.Attributions));
    }
}
