namespace Stemma.Fetching;

/// <summary>
/// Passes over a document type declaration and takes from it the plain entities it defines. Nothing outside the document
/// is ever asked for.
/// </summary>
internal static class FeedDoctype
{
    /// <summary>Reads from after <c>&lt;!DOCTYPE</c>.</summary>
    /// <returns>The position after the declaration; the end of the source where it does not end.</returns>
    public static int Read(string source, int at, FeedEntities entities)
    {
        var inSubset = false;
        while (at < source.Length)
        {
            var c = source[at];
            if (c == '[')
            {
                inSubset = true;
            }
            else if (c == ']')
            {
                inSubset = false;
            }
            else if (c == '>' && !inSubset)
            {
                return at + 1;
            }
            else if (c is '"' or '\'')
            {
                var end = source.IndexOf(c, at + 1);
                if (end < 0)
                {
                    var close = source.IndexOf('>', at);
                    return close < 0 ? source.Length : close + 1;
                }
                at = end;
            }
            else if (c == '<' && inSubset)
            {
                at = ReadInner(source, at, entities);
                continue;
            }
            else if (c == '<')
            {
                // It never ended; an element begins.
                return at;
            }
            at++;
        }
        return at;
    }

    private static int ReadInner(string source, int at, FeedEntities entities)
    {
        var rest = source.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = source.IndexOf("-->", at, StringComparison.Ordinal);
            return end < 0 ? source.Length : end + 3;
        }
        if (!rest.StartsWith("<!ENTITY", StringComparison.Ordinal))
        {
            return at + 1;
        }
        at = SkipSpace(source, at + 8);
        var nameStart = at;
        while (at < source.Length && source[at] > ' ' && source[at] is not ('>' or '"' or '\''))
        {
            at++;
        }
        var name = source[nameStart..at];
        at = SkipSpace(source, at);
        if (at >= source.Length || source[at] is not ('"' or '\'') || name is "" or "%")
        {
            // An entity of elsewhere, or one for the declaration itself.
            return at;
        }
        var stop = source.IndexOf(source[at], at + 1);
        if (stop < 0)
        {
            return source.Length;
        }
        entities.Define(name, source[(at + 1)..stop]);
        return stop + 1;
    }

    private static int SkipSpace(string source, int at)
    {
        while (at < source.Length && source[at] <= ' ')
        {
            at++;
        }
        return at;
    }
}
