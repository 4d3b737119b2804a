namespace Stemma.Extraction.Html;

/// <summary>
/// A parsed page as a flat list of nodes in document order: whoever walks it loops, and never recurses. Text and
/// attributes are ranges of the source and become strings only where they are asked for.
/// </summary>
internal sealed class HtmlTree(string source, HtmlNode[] nodes, int count, HtmlAttribute[] attributes, bool isCut)
{
    private readonly HtmlNode[] _nodes = nodes;

    public string Source { get; } = source;

    /// <summary>Number of nodes; node 0 is the root.</summary>
    public int Count { get; } = count;

    /// <summary>Whether the page had more than <see cref="HtmlLimits.Nodes"/> nodes.</summary>
    public bool IsCut { get; } = isCut;

    public ref readonly HtmlNode this[int node] => ref _nodes[node];

    /// <summary>The raw name and value of an element's attribute number <paramref name="i"/>, from 0.</summary>
    public void RawAttribute(int node, int i, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        ref readonly var attribute = ref attributes[_nodes[node].FirstAttribute + i];
        name = Source.AsSpan(attribute.NameStart, attribute.NameLength);
        value = Source.AsSpan(attribute.ValueStart, attribute.ValueLength);
    }

    /// <summary>The raw value of an attribute, entities not resolved; false if the element has none of that name.</summary>
    /// <param name="node">The element.</param>
    /// <param name="name">Name in lower case.</param>
    /// <param name="value">The value as it stands in the source.</param>
    public bool TryGetRaw(int node, ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        ref readonly var element = ref _nodes[node];
        for (var i = 0; i < element.AttributeCount; i++)
        {
            ref readonly var attribute = ref attributes[element.FirstAttribute + i];
            if (attribute.NameLength == name.Length
                && Source.AsSpan(attribute.NameStart, attribute.NameLength).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = Source.AsSpan(attribute.ValueStart, attribute.ValueLength);
                return true;
            }
        }
        value = default;
        return false;
    }

    /// <summary>The value of an attribute with entities resolved; null if the element has none of that name.</summary>
    public string? Attribute(int node, ReadOnlySpan<char> name) =>
        TryGetRaw(node, name, out var raw) ? HtmlEntities.Decode(raw) : null;

    /// <summary>The source text of a text node, entities not resolved.</summary>
    public ReadOnlySpan<char> Raw(int node) => Source.AsSpan(_nodes[node].Start, _nodes[node].Length);

    /// <summary>The text below a node, white space folded; empty if there is none. Skips scripts and the like.</summary>
    public string TextOf(int node)
    {
        if (_nodes[node].Tag == Tag.Text)
        {
            return TextFolder.Fold(HtmlEntities.Decode(Raw(node)));
        }
        var folder = new TextFolder();
        var lastBlock = node;
        for (var i = node + 1; i < _nodes[node].End;)
        {
            ref readonly var inner = ref _nodes[i];
            if (inner.Tag == Tag.Text)
            {
                var block = inner.Parent;
                while (block > node && !TagKinds.IsBlock(_nodes[block].Tag))
                {
                    block = _nodes[block].Parent;
                }
                if (block != lastBlock)
                {
                    folder.Break();
                    lastBlock = block;
                }
                folder.Append(Raw(i));
            }
            else if (inner.Tag == Tag.Br || TagKinds.IsBlock(inner.Tag))
            {
                folder.Break();
            }
            i = TagKinds.IsSkipped(inner.Tag) ? inner.End : i + 1;
        }
        return folder.Take();
    }
}
