using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Tests.Ui;

namespace Stemma.Tests.CommandLine;

public sealed class BriefJsonTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void A_story_has_the_approved_shape()
    {
        using var json = JsonDocument.Parse(Write(HarbourStory.Build()));
        Approval.Equal("harbour.json", JsonSerializer.Serialize(json, Indented) + "\n");
    }

    [Fact]
    public void A_story_is_one_line_without_control_characters()
    {
        foreach (var brief in new[] { HarbourStory.Build(), HostileStory.Build(), ManyAccounts.Build(40) })
        {
            var line = Write(brief);
            Assert.EndsWith("}\n", line, StringComparison.Ordinal);
            Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
            Assert.DoesNotContain(line[..^1], char.IsControl);
        }
    }

    [Fact]
    public void Every_text_is_what_its_article_holds_there()
    {
        var brief = HarbourStory.Build();
        var texts = brief.Story.Accounts.ToDictionary(a => a.Id.ToString(), a => a.Article.Text);
        using var json = JsonDocument.Parse(Write(brief));
        var count = 0;
        Walk(json.RootElement);
        Assert.True(count > 50);

        void Walk(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("article", out var article) && element.TryGetProperty("start", out var start))
                {
                    var text = texts[article.GetString()!];
                    Assert.Equal(text[start.GetInt32()..element.GetProperty("end").GetInt32()], element.GetProperty("text").GetString());
                    count++;
                }
                foreach (var property in element.EnumerateObject())
                {
                    Walk(property.Value);
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item);
                }
            }
        }
    }

    [Fact]
    public void Every_field_stands_in_the_document_of_the_contract()
    {
        var doc = File.ReadAllText(Path.Combine(Repository.Root, "docs", "json.md"));
        using var json = JsonDocument.Parse(Write(HarbourStory.Build()));
        Assert.All(Names(json.RootElement).Distinct(), name => Assert.Contains($"`{name}`", doc, StringComparison.Ordinal));

        static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
            _ => [],
        };
    }

    private static string Write(StoryBrief brief)
    {
        var writer = new StringWriter();
        JsonLines.Write(writer, BriefJson.From(brief), StemmaJson.Readable.BriefJson);
        return writer.ToString();
    }
}
