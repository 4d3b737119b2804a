namespace Stemma.Fetching;

/// <summary>Makes JSON that is cut off whole again.</summary>
internal static class JsonSalvage
{
    /// <summary>The text up to the last whole element of a list directly below the root, closed; null where there is none.</summary>
    public static string? CloseAfterLastItem(string text)
    {
        var (depth, inString, last) = (0, false, -1);
        var isList = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inString)
            {
                i += c == '\\' ? 1 : 0;
                inString = c != '"';
                continue;
            }
            switch (c)
            {
                case '"':
                    inString = true;
                    break;
                case '{' or '[':
                    depth++;
                    isList = depth == 2 ? c == '[' : isList;
                    break;
                case '}' or ']':
                    depth--;
                    last = depth == 2 && isList ? i + 1 : last;
                    break;
            }
        }
        return last < 0 ? null : text[..last] + "]}";
    }
}
