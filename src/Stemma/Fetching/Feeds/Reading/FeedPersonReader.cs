namespace Stemma.Fetching;

/// <summary>Reads authors and the like: Atom's elements, or RSS's one line with name and e-mail address in any order.</summary>
internal sealed class FeedPersonReader(FeedScope scope)
{
    private static readonly char[] Marks = [.." \t()<>[],;\""];

    private readonly FeedMarkup _markup = scope.Markup;

    /// <summary>The person an element names; null for an empty one.</summary>
    public FeedPerson? Read(int node)
    {
        if (!_markup.HasElements(node))
        {
            return FromLine(_markup.Text(node));
        }
        string? name = null, email = null, url = null, title = null;
        for (var i = node + 1; i < _markup[node].End; i++)
        {
            // Also below the first level: FOAF and RDF wrap what they say.
            switch (_markup[i].Name)
            {
                case "name":
                    name ??= Text(i);
                    break;
                case "title":
                    title ??= Text(i);
                    break;
                case "email" or "mbox":
                    email ??= Text(i) ?? _markup.AnyAttribute(i, "resource")?.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
                    break;
                case "uri" or "url" or "homepage":
                    url ??= scope.Resolve(i, Text(i) ?? _markup.AnyAttribute(i, "resource"));
                    break;
            }
        }
        if (name is null && email is null && url is null)
        {
            return FromLine(title ?? _markup.Text(node));
        }
        if (email is null && name is not null && name.Contains('@', StringComparison.Ordinal) && FromLine(name) is { Email: not null } line)
        {
            return line with { Url = url };
        }
        return new FeedPerson(name, email, url);
    }

    /// <summary>Reads <c>Name (mail)</c>, <c>mail (Name)</c>, <c>Name &lt;mail&gt;</c>, <c>mail</c> or <c>Name</c>.</summary>
    public static FeedPerson? FromLine(string line)
    {
        line = line.Trim();
        if (line.Length == 0)
        {
            return null;
        }
        var at = line.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0)
        {
            return new FeedPerson(line, Text: line);
        }
        var start = at;
        while (start > 0 && IsMail(line[start - 1]))
        {
            start--;
        }
        var end = at + 1;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '.' or '-'))
        {
            end++;
        }
        if (start == at || end == at + 1)
        {
            return new FeedPerson(line, Text: line);
        }
        var email = line[start..end].TrimEnd('.');
        var before = line[..start];
        before = before.EndsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? before[..^7] : before;
        var name = (before.Trim(Marks) + " " + line[end..].Trim(Marks)).Trim(Marks);
        return new FeedPerson(name.Length == 0 ? null : name, email, Text: line);
    }

    private static bool IsMail(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '%' or '=' or '\'';

    private string? Text(int node) => _markup.Text(node) is { Length: > 0 } text ? text : null;
}
