using Stemma.Analyzing;
using Stemma.Briefing;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Tracing;

namespace Stemma.Tests;

/// <summary>A story of a few accounts, written out in a test.</summary>
internal sealed class TestStory
{
    private readonly List<Article> _articles = [];

    /// <summary>Adds an account; paragraphs are parted by blank lines.</summary>
    public TestStory Told(string outlet, string published, string text, string title = "", string? via = null)
    {
        text = text.ReplaceLineEndings("\n").Trim();
        List<TextSpan> paragraphs = [];
        var start = 0;
        foreach (var paragraph in text.Split("\n\n"))
        {
            paragraphs.Add(new TextSpan(start, start + paragraph.Length));
            start += paragraph.Length + 2;
        }
        _articles.Add(new Article
        {
            Id = new ArticleId(ContentId.Of(outlet, text)),
            Source = outlet,
            Outlet = outlet,
            Title = title,
            Via = via,
            Language = "en",
            Published = new Moment(DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture), true),
            Text = text,
            Paragraphs = paragraphs,
        });
        return this;
    }

    public Story Build()
    {
        var outlets = Outlets();
        var analyzer = new ArticleAnalyzer(outlets);
        return new Story(new StoryId(1),
        [
            .. _articles.OrderBy(a => a.SortTime).ThenBy(a => a.Id).Select(a => new Account
            {
                Article = a,
                Analysis = analyzer.Analyze(a),
                Assignment = new Explanation("test", "Given.", null, []),
            }),
        ]);
    }

    public Lineage Trace() => new LineageTracer(Outlets()).Trace(Build());

    public StoryBrief Brief()
    {
        var story = Build();
        return new BriefWriter(Outlets()).Brief(story, new LineageTracer(Outlets()).Trace(story));
    }

    private OutletRegistry Outlets() => OutletRegistry.LoadBuiltIn()
        .With(_articles.Select(a => a.Outlet!))
        .With(_articles.Select(a => a.Via).OfType<string>());
}
