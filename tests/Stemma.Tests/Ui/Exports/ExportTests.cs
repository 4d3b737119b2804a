using System.Globalization;
using System.Xml.Linq;
using CsvHelper;
using Stemma.App.Ui.Exports;
using Stemma.Model;

namespace Stemma.Tests.Ui.Exports;

public sealed class ExportTests
{
    private static readonly StoryBrief Harbour = HarbourStory.Build();

    [Fact]
    public void A_gexf_file_holds_every_node_and_link_and_links_end_at_nodes()
    {
        XNamespace gexf = "http://gexf.net/1.3";
        var root = XDocument.Parse(Written(GraphExport.WriteGexf)).Root!;
        var nodes = root.Descendants(gexf + "node").Select(n => n.Attribute("id")!.Value).ToList();
        var edges = root.Descendants(gexf + "edge").ToList();
        Assert.Equal(Harbour.Lineage.Nodes.Count, nodes.Distinct().Count());
        Assert.Equal(Harbour.Lineage.Links.Count, edges.Count);
        Assert.All(edges, e => Assert.Contains(e.Attribute("source")!.Value, nodes));
        Assert.All(edges, e => Assert.Contains(e.Attribute("target")!.Value, nodes));
        var fields = root.Descendants(gexf + "attributes").First(a => a.Attribute("class")!.Value == "node")
            .Elements().Select(a => a.Attribute("id")!.Value).ToHashSet();
        Assert.All(root.Descendants(gexf + "node").Descendants(gexf + "attvalue"), v => Assert.Contains(v.Attribute("for")!.Value, fields));
    }

    [Fact]
    public void A_graphml_file_declares_every_key_that_it_uses()
    {
        XNamespace graphml = "http://graphml.graphdrawing.org/xmlns";
        var root = XDocument.Parse(Written(GraphExport.WriteGraphMl)).Root!;
        var keys = root.Elements(graphml + "key").Select(k => k.Attribute("id")!.Value).ToHashSet();
        Assert.All(root.Descendants(graphml + "data"), d => Assert.Contains(d.Attribute("key")!.Value, keys));
        Assert.Equal(Harbour.Lineage.Nodes.Count, root.Descendants(graphml + "node").Count());
        Assert.Equal(Harbour.Lineage.Links.Count, root.Descendants(graphml + "edge").Count());
    }

    [Fact]
    public void The_table_has_a_row_for_each_claim_and_account_and_its_words_are_verbatim()
    {
        using var csv = new CsvReader(new StringReader(Written(ClaimsCsvExport.Write)), CultureInfo.InvariantCulture);
        Assert.True(csv.Read() && csv.ReadHeader());
        Assert.Equal(ClaimsCsvExport.Columns, csv.HeaderRecord!);
        var rows = 0;
        while (csv.Read())
        {
            rows++;
            if (csv.GetField("has_it") == "1")
            {
                var account = Harbour.Story.Accounts.First(a => a.Id.ToString() == csv.GetField("account"));
                var span = new TextSpan(int.Parse(csv.GetField("start")!, CultureInfo.InvariantCulture), int.Parse(csv.GetField("end")!, CultureInfo.InvariantCulture));
                Assert.Equal(span.Of(account.Article.Text), csv.GetField("words"));
            }
        }
        Assert.Equal(Harbour.Claims.Count * Harbour.Story.Accounts.Count, rows);
    }

    [Fact]
    public void What_a_spreadsheet_would_take_for_a_formula_does_not_begin_a_cell()
    {
        using var csv = new CsvReader(new StringReader(Written(ClaimsCsvExport.Write, HostileStory.Build())), CultureInfo.InvariantCulture);
        while (csv.Read())
        {
            Assert.All(Enumerable.Range(0, csv.Parser.Count), i => Assert.False(csv.GetField(i) is ['=' or '@', ..]));
        }
    }

    [Fact]
    public void Markdown_quotes_every_claim_verbatim_and_links_to_its_outlet()
    {
        var text = Written(MarkdownExport.Write);
        Assert.All(Harbour.Claims, c =>
        {
            var account = Harbour.Story.Accounts.First(a => a.Id == c.Words.Article);
            Assert.Contains("“" + MarkdownExport.Escaped(c.Words.Span.Of(account.Article.Text)) + "”", text);
        });
        Assert.StartsWith("# ", text);
    }

    [Theory]
    [InlineData("*bold* _it_ <b> [x](y) # `c`", @"\*bold\* \_it\_ \<b\> \[x\](y) \# \`c\`")]
    [InlineData("plain words, 3-4 of them", "plain words, 3-4 of them")]
    public void Marks_that_would_act_in_markdown_are_escaped(string text, string expected) =>
        Assert.Equal(expected, MarkdownExport.Escaped(text));

    [Fact]
    public void A_hostile_story_gives_well_formed_files()
    {
        var brief = HostileStory.Build();
        Assert.NotNull(XDocument.Parse(Written(GraphExport.WriteGexf, brief)).Root);
        Assert.NotNull(XDocument.Parse(Written(GraphExport.WriteGraphMl, brief)).Root);
        Assert.DoesNotContain("javascript:", Written(MarkdownExport.Write, brief), StringComparison.OrdinalIgnoreCase);
    }

    private static string Written(Action<IReadOnlyList<StoryBrief>, TextWriter> write, StoryBrief? brief = null)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        write([brief ?? Harbour], output);
        return output.ToString().Replace("encoding=\"utf-16\"", "encoding=\"utf-8\"", StringComparison.Ordinal);
    }
}
