using System.Globalization;
using System.Xml;
using Stemma.Model;

namespace Stemma.App.Ui.Exports;

/// <summary>The lineages of stories as one directed graph, in the two formats that graph programs read.</summary>
public static class GraphExport
{
    private const string GexfNamespace = "http://gexf.net/1.3";
    private const string GraphMlNamespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>GEXF 1.3.</summary>
    public static void WriteGexf(IReadOnlyList<StoryBrief> briefs, TextWriter output)
    {
        var stories = Read(briefs);
        using var xml = XmlWriter.Create(output, Settings());
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", GexfNamespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph", GexfNamespace);
        xml.WriteAttributeString("defaultedgetype", "directed");
        WriteGexfFields(xml, "node", GraphNodeRow.Fields);
        WriteGexfFields(xml, "edge", GraphEdgeRow.Fields);
        xml.WriteStartElement("nodes", GexfNamespace);
        foreach (var node in stories.SelectMany(GraphNodeRow.Of))
        {
            xml.WriteStartElement("node", GexfNamespace);
            xml.WriteAttributeString("id", node.Id);
            xml.WriteAttributeString("label", Clean(node.Label));
            WriteGexfValues(xml, node.Values);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("edges", GexfNamespace);
        foreach (var edge in stories.SelectMany(GraphEdgeRow.Of))
        {
            xml.WriteStartElement("edge", GexfNamespace);
            xml.WriteAttributeString("id", edge.Id);
            xml.WriteAttributeString("source", edge.From);
            xml.WriteAttributeString("target", edge.To);
            xml.WriteAttributeString("label", edge.Label);
            WriteGexfValues(xml, edge.Values);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <summary>GraphML.</summary>
    public static void WriteGraphMl(IReadOnlyList<StoryBrief> briefs, TextWriter output)
    {
        var stories = Read(briefs);
        using var xml = XmlWriter.Create(output, Settings());
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", GraphMlNamespace);
        foreach (var (owner, fields) in new[] { ("node", GraphNodeRow.Fields.Prepend("label")), ("edge", GraphEdgeRow.Fields) })
        {
            foreach (var field in fields)
            {
                xml.WriteStartElement("key", GraphMlNamespace);
                xml.WriteAttributeString("id", $"{owner}_{field}");
                xml.WriteAttributeString("for", owner);
                xml.WriteAttributeString("attr.name", field);
                xml.WriteAttributeString("attr.type", "string");
                xml.WriteEndElement();
            }
        }
        xml.WriteStartElement("graph", GraphMlNamespace);
        xml.WriteAttributeString("id", "lineage");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in stories.SelectMany(GraphNodeRow.Of))
        {
            xml.WriteStartElement("node", GraphMlNamespace);
            xml.WriteAttributeString("id", node.Id);
            WriteGraphMlValues(xml, "node", GraphNodeRow.Fields.Prepend("label"), node.Values.Prepend(node.Label));
            xml.WriteEndElement();
        }
        foreach (var edge in stories.SelectMany(GraphEdgeRow.Of))
        {
            xml.WriteStartElement("edge", GraphMlNamespace);
            xml.WriteAttributeString("id", edge.Id);
            xml.WriteAttributeString("source", edge.From);
            xml.WriteAttributeString("target", edge.To);
            WriteGraphMlValues(xml, "edge", GraphEdgeRow.Fields, edge.Values);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static List<StoryReading> Read(IReadOnlyList<StoryBrief> briefs)
    {
        var ids = ShortIds.Of(briefs);
        return [.. briefs.Select(b => new StoryReading(b, ids))];
    }

    private static XmlWriterSettings Settings() => new() { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(false) };

    private static void WriteGexfFields(XmlWriter xml, string owner, IReadOnlyList<string> fields)
    {
        xml.WriteStartElement("attributes", GexfNamespace);
        xml.WriteAttributeString("class", owner);
        for (var i = 0; i < fields.Count; i++)
        {
            xml.WriteStartElement("attribute", GexfNamespace);
            xml.WriteAttributeString("id", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("title", fields[i]);
            xml.WriteAttributeString("type", "string");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteGexfValues(XmlWriter xml, IReadOnlyList<string> values)
    {
        xml.WriteStartElement("attvalues", GexfNamespace);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Length > 0)
            {
                xml.WriteStartElement("attvalue", GexfNamespace);
                xml.WriteAttributeString("for", i.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("value", Clean(values[i]));
                xml.WriteEndElement();
            }
        }
        xml.WriteEndElement();
    }

    private static void WriteGraphMlValues(XmlWriter xml, string owner, IEnumerable<string> fields, IEnumerable<string> values)
    {
        foreach (var (field, value) in fields.Zip(values))
        {
            if (value.Length > 0)
            {
                xml.WriteStartElement("data", GraphMlNamespace);
                xml.WriteAttributeString("key", $"{owner}_{field}");
                xml.WriteString(Clean(value));
                xml.WriteEndElement();
            }
        }
    }

    // What XML cannot hold is left out by the same rule as on screen.
    private static string Clean(string text) => CleanText.Of(text);
}
