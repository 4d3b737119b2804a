using System.Text.RegularExpressions;
using Stemma.App.Commands;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.Tests.Clustering;

public sealed partial class ReuseArchiveTests
{
    [Fact]
    public void Whatever_shares_fifteen_words_is_found_and_counted_as_in_a_small_set()
    {
        var texts = Texts(new Random(4), 60);
        var archive = new ReuseArchive();
        texts.ForEach(t => archive.Add(t.Id, t.Text));
        var found = archive.Find(i => texts[i].Text).ToList();
        var all = new ReuseDetector().Detect(texts);
        Assert.NotEmpty(found);
        Assert.Equal(all.Where(r => r.Passages.Any(p => p.LengthWords >= 15)).Select(Pair), found.Where(r => r.Passages.Any(p => p.LengthWords >= 15)).Select(Pair));
        Assert.Subset(all.Select(Pair).ToHashSet(), found.Select(Pair).ToHashSet());
        Assert.Equal(found.Select(Pair).Order(), found.Select(Pair));
    }

    [Fact]
    public void An_article_is_added_once()
    {
        var archive = new ReuseArchive();
        Assert.True(archive.Add(new ArticleId(1), Invented.Ferry));
        Assert.False(archive.Add(new ArticleId(1), Invented.Ferry));
        Assert.True(archive.Add(new ArticleId(2), ""));
        Assert.Empty(archive.Find(i => i == 0 ? Invented.Ferry : ""));
    }

    [Fact]
    public void The_command_tells_the_same_of_many_texts_as_of_few()
    {
        var lines = string.Join('\n', Texts(new Random(5), 40).Select(t => $$"""{"id":"{{t.Id}}","text":"{{t.Text}}"}"""));
        var few = Run(lines, mostAtOnce: 1000).Split('\n');
        var many = Run(lines, mostAtOnce: 1).Split('\n');
        Assert.Subset(few.ToHashSet(), many.ToHashSet());
        Assert.Equal(few.Where(HasLongPassage), many.Where(HasLongPassage));
    }

    [Fact]
    public void Texts_that_are_put_aside_come_back_as_they_were()
    {
        using var spool = new TextSpool(10);
        string[] texts = ["short", "\uD800 half a sign", "", "Ærø — čáp", new string('x', 70_000)];
        foreach (var text in texts)
        {
            spool.Add(text);
        }
        Assert.False(spool.IsHeld);
        Assert.Equal(texts, Enumerable.Range(0, spool.Count).Select(i => spool[i]));
    }

    private static (ArticleId, ArticleId, double, double) Pair(TextReuse reuse) => (reuse.A, reuse.B, reuse.ContainmentAInB, reuse.ContainmentBInA);

    private static bool HasLongPassage(string line) => Words().Matches(line).Any(m => m.Groups["words"].Length > 1 && string.CompareOrdinal(m.Groups["words"].Value, "15") >= 0);

    [GeneratedRegex("\"words\":(?<words>[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    private static string Run(string lines, int mostAtOnce)
    {
        using var output = new StringWriter();
        ReuseCommand.Run(new StringReader(lines), output, TextWriter.Null, mostAtOnce);
        return output.ToString();
    }

    /// <summary>Texts of a few dozen words, some of which carry twenty words and more of an earlier one.</summary>
    private static List<(ArticleId Id, string Text)> Texts(Random random, int count)
    {
        List<(ArticleId Id, string Text)> texts = [];
        for (var i = 0; i < count; i++)
        {
            List<string> words = [.. Enumerable.Range(0, 30 + random.Next(60)).Select(_ => "w" + random.Next(5000))];
            if (i > 0 && random.Next(2) == 0)
            {
                var source = texts[random.Next(i)].Text.Split(' ');
                var start = random.Next(Math.Max(1, source.Length - 20));
                words.InsertRange(random.Next(words.Count), source.Skip(start).Take(20 + random.Next(30)));
            }
            texts.Add((new ArticleId(1000 - (i * 7)), string.Join(' ', words)));
        }
        return texts;
    }
}
