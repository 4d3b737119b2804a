using System.Text;

namespace Stemma.Fetching;

/// <summary>
/// A feed's document as a flat list of nodes in document order: whoever walks it loops, and never recurses. Text and
/// attributes are ranges of the source and become strings only where they are asked for.
/// </summary>
internal sealed class FeedMarkup(string source, FeedNode[] nodes, int count, FeedAttribute[] attributes, FeedEntities entities)
{
    /// <summary>Number of nodes; node 0 holds the whole document.</summary>
    public int Count => count;

    /// <summary>Whether any element says what addresses or languages are in force in it.</summary>
    public bool HasXmlAttributes { get; init; }

    public bool HasDoctype { get; init; }

    /// <summary>Where the source first names an element, for telling junk before it.</summary>
    public string Source => source;

    public ref readonly FeedNode this[int node] => ref nodes[node];

    /// <summary>The value of an attribute of that name without a prefix; null if there is none.</summary>
    public string? Attribute(int node, ReadOnlySpan<char> name)
    {
        ref readonly var element = ref nodes[node];
        for (var i = 0; i < element.Count; i++)
        {
            ref readonly var attribute = ref attributes[element.First + i];
            if (attribute.NameLength == name.Length
                && source.AsSpan(attribute.NameStart, attribute.NameLength).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Value(attribute);
            }
        }
        return null;
    }

    /// <summary>As <see cref="Attribute"/>, but with any prefix, such as <c>rdf:resource</c>, where there is none without.</summary>
    public string? AnyAttribute(int node, string name)
    {
        if (Attribute(node, name) is { } value)
        {
            return value;
        }
        ref readonly var element = ref nodes[node];
        for (var i = 0; i < element.Count; i++)
        {
            ref readonly var attribute = ref attributes[element.First + i];
            var full = source.AsSpan(attribute.NameStart, attribute.NameLength);
            var colon = full.IndexOf(':');
            if (colon > 0 && full[(colon + 1)..].Equals(name, StringComparison.OrdinalIgnoreCase)
                && !full[..colon].Equals("xmlns", StringComparison.Ordinal))
            {
                return Value(attribute);
            }
        }
        return null;
    }

    /// <summary>All attributes but namespace declarations, names as written.</summary>
    public IEnumerable<KeyValuePair<string, string>> Attributes(int node)
    {
        for (var i = 0; i < nodes[node].Count; i++)
        {
            var attribute = attributes[nodes[node].First + i];
            var name = source.Substring(attribute.NameStart, attribute.NameLength);
            if (!name.StartsWith("xmlns", StringComparison.Ordinal))
            {
                yield return new(name, Value(attribute));
            }
        }
    }

    /// <summary>The namespaces an element declares.</summary>
    public IEnumerable<string> Namespaces(int node)
    {
        for (var i = 0; i < nodes[node].Count; i++)
        {
            var attribute = attributes[nodes[node].First + i];
            if (source.AsSpan(attribute.NameStart, attribute.NameLength).StartsWith("xmlns", StringComparison.Ordinal))
            {
                yield return Value(attribute);
            }
        }
    }

    public string Prefix(int node) => source.Substring(nodes[node].NameStart, nodes[node].PrefixLength);

    /// <summary>Whether an element holds other elements.</summary>
    public bool HasElements(int node)
    {
        for (var i = node + 1; i < nodes[node].End; i++)
        {
            if (nodes[i].Name is not null)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>All text below a node, references resolved, white space at its ends left out.</summary>
    public string Text(int node)
    {
        var end = nodes[node].End;
        if (end == node + 1)
        {
            return "";
        }
        if (end == node + 2 && nodes[node + 1].Name is null)
        {
            return TextNode(node + 1, trim: true);
        }
        var text = new StringBuilder();
        for (var i = node + 1; i < end; i++)
        {
            if (nodes[i].Name is null)
            {
                text.Append(TextNode(i, trim: false));
            }
        }
        return text.ToString().Trim();
    }

    /// <summary>The text of the node's own, without that of elements in it.</summary>
    public string OwnText(int node)
    {
        if (nodes[node].End <= node + 2)
        {
            return Text(node);
        }
        var text = new StringBuilder();
        for (var i = node + 1; i < nodes[node].End; i = nodes[i].End)
        {
            if (nodes[i].Name is null)
            {
                text.Append(TextNode(i, trim: false));
            }
        }
        return text.ToString().Trim();
    }

    /// <summary>Whether text below a node was given as CDATA, which only writers of markup do.</summary>
    public bool HasCData(int node)
    {
        for (var i = node + 1; i < nodes[node].End; i++)
        {
            if (nodes[i].IsCData)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A node of text.</summary>
    public string TextNode(int node, bool trim)
    {
        var raw = source.AsSpan(nodes[node].First, nodes[node].Count);
        raw = trim ? raw.Trim() : raw;
        if (nodes[node].IsCData)
        {
            return FeedEntities.Mend(raw.ToString());
        }
        var text = entities.Decode(raw);
        return trim ? text.Trim() : text;
    }

    /// <summary>The value in force at a node of an attribute that is inherited, such as <c>xml:lang</c>; null if none is.</summary>
    public string? Inherited(int node, string name)
    {
        for (var i = HasXmlAttributes ? node : -1; i >= 0; i = nodes[i].Parent)
        {
            if (Attribute(i, name) is { } value)
            {
                return value;
            }
        }
        return null;
    }

    private string Value(FeedAttribute attribute)
    {
        var raw = source.AsSpan(attribute.ValueStart, attribute.ValueLength);
        return entities.Decode(raw.Trim());
    }
}
