using Stemma.Model;
using Stemma.Text;

namespace Stemma.Tests.Clustering;

public sealed class ReuseDetectorTests
{
    private static readonly ArticleId A = new(1);
    private static readonly ArticleId B = new(2);

    [Fact]
    public void Texts_that_share_nothing_give_no_pair() =>
        Assert.Empty(new ReuseDetector().Detect([(A, Invented.Ferry), (B, Invented.Orchard)]));

    [Fact]
    public void A_text_within_another_is_wholly_contained()
    {
        var found = Assert.Single(new ReuseDetector().Detect([(A, Invented.Ferry), (B, Invented.Orchard + "\n\n" + Invented.Ferry)]));
        Assert.Equal(1, found.ContainmentAInB);
        Assert.InRange(found.ContainmentBInA, 0.3, 0.7);
        var passage = Assert.Single(found.Passages);
        Assert.Equal(Invented.Ferry[..^1], passage.InA.Of(Invented.Ferry));
        Assert.Equal(passage.InA.Length, passage.InB.Length);
    }

    [Fact]
    public void A_lightly_edited_copy_shows_as_one_passage()
    {
        var copy = Invented.Ferry
            .Replace("212 passengers", "more than 200 passengers", StringComparison.Ordinal)
            .Replace("had stopped answering", "no longer answered", StringComparison.Ordinal);
        var found = Assert.Single(new ReuseDetector().Detect([(A, Invented.Ferry), (B, copy)]));
        var passage = Assert.Single(found.Passages);
        Assert.Equal(0, passage.InA.Start);
        Assert.Equal(copy.Length - 1, passage.InB.End);
    }

    [Fact]
    public void The_order_of_the_texts_changes_nothing()
    {
        (ArticleId, string)[] texts = [(A, Invented.Ferry + " " + Invented.Orchard), (B, Invented.Ferry), (new ArticleId(3), Invented.Orchard)];
        var forward = new ReuseDetector().Detect(texts);
        var backward = new ReuseDetector().Detect([.. texts.Reverse()]);
        Assert.Equal(2, forward.Count);
        Assert.Equal(forward.Select(r => (r.A, r.B, r.ContainmentAInB)), backward.Select(r => (r.A, r.B, r.ContainmentAInB)));
        Assert.Equal(forward.SelectMany(r => r.Passages), backward.SelectMany(r => r.Passages));
    }

    [Theory]
    [InlineData("")]
    [InlineData("six words are too few here")]
    public void Texts_shorter_than_a_shingle_share_nothing(string text) =>
        Assert.Empty(new ReuseDetector().Detect([(A, text), (B, text)]));
}
