using System.Diagnostics;
using System.Text;
using Stemma.Model;

namespace Stemma.Tests.Analyzing;

public sealed class NoiseTests
{
    private static readonly string[] Pieces =
    [
        "the", "The", "said", "“", "”", "\"", "'", "’", ",", ".", ":", "(", ")", "—", "Solberg", "Tom", "he", "she", "told", "Times", "reported", "according",
        "to", "in", "of", "and", "who", "Mr.", "U.S.", "1,000", "$", "million", "Friday", "last", "month", "„", "«", "»", "-", "...", "declined", "comment", "\n\n",
        "did", "not", "\uD83D", "\uDC00", "é", "May", "3", "2025", "per", "citing", "sei", "laut", "wie", "\u00A0", "\u200B", "to say",
    ];

    private static string Noise(int seed, int words)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(6) > 0)
            {
                text.Append(' ');
            }
        }
        return text.ToString();
    }

    private static void AssertSound(Article article, Analysis analysis)
    {
        var all = new TextSpan(0, article.Text.Length);
        IEnumerable<TextSpan> spans =
        [
            .. analysis.Sentences.Select(s => s.Span), .. analysis.Mentions.Select(m => m.Span), .. analysis.Quotes.Select(q => q.Span),
            .. analysis.Quotes.Select(q => q.SpeakerSpan).OfType<TextSpan>(), .. analysis.Quotes.Select(q => q.CueSpan).OfType<TextSpan>(),
            .. analysis.Citations.SelectMany(c => new[] { c.Span, c.CueSpan, c.Scope }), .. analysis.Citations.Select(c => c.OnWordOf).OfType<TextSpan>(),
            .. analysis.Statuses.Select(s => s.Span), .. analysis.Statuses.Select(s => s.Matter).OfType<TextSpan>(),
            .. analysis.FirstHandSigns.Select(f => f.Span), .. analysis.Dates.Select(d => d.Span), .. analysis.Amounts.Select(a => a.Span),
            .. analysis.Quotes.SelectMany(q => q.Explanation.Evidence).Select(e => e.Span),
        ];
        Assert.All(spans, s => Assert.True(all.Contains(s) && s.Start < s.End, $"{s} leaves the text of {article.Text.Length}"));
    }

    [Fact]
    public void No_noise_makes_it_throw_and_every_span_lies_in_the_text()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var article = Articles.Make(Noise(seed, 20 + (seed % 160)), "The Bay Post", seed % 3 == 0 ? "de" : "en");
            AssertSound(article, Articles.Analyze(article));
        }
    }

    [Theory]
    [InlineData("\"", 300_000)]
    [InlineData("“a ", 100_000)]
    [InlineData("Solberg ", 40_000)]
    [InlineData("he said ", 40_000)]
    [InlineData("a, ", 100_000)]
    [InlineData("a", 300_000)]
    [InlineData("The Times reported that the paper said. ", 8_000)]
    public void A_long_line_of_one_thing_takes_linear_time(string piece, int count)
    {
        var article = Articles.Make(string.Concat(Enumerable.Repeat(piece, count)), "The Bay Post");
        var clock = Stopwatch.StartNew();
        AssertSound(article, Articles.Analyze(article));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    [Fact]
    public void An_empty_text_has_an_empty_analysis() => Assert.Empty(Articles.Analyze(Articles.Make("")).Sentences);

    [Fact]
    public void Running_twice_changes_nothing()
    {
        var article = Articles.Make(Noise(7, 500));
        static string Show(Analysis a) => string.Join('\n', a.Quotes.Select(q => $"{q.Span} {q.Speaker} {q.Turn} {q.Explanation.Text}").Concat(a.Citations.Select(c => $"{c.Span} {c.Outlet} {c.Kind}")));
        Assert.Equal(Show(Articles.Analyze(article)), Show(Articles.Analyze(article)));
    }
}
