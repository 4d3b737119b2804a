using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Analyzing;

/// <summary>The names by which an article may speak of its own outlet.</summary>
internal sealed class SelfNames
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public SelfNames(Article article, OutletRegistry outlets)
    {
        Outlet = (article.Outlet is { Length: > 0 } name
            ? outlets.FindByName(name) ?? outlets.FindById(name.ToLowerInvariant())
            ?? outlets.FindByName(name.Replace('-', ' ')) ?? FindBySlug(name, outlets)
            ?? (name.Contains('.', StringComparison.Ordinal) ? outlets.FindByHost(name) : null) : null)
            ?? (article.Url is { } url ? outlets.FindByHost(url.Host) : null);
        Add(article.Outlet);
        if (Outlet is not null)
        {
            Add(Outlet.Name);
            foreach (var alias in Outlet.Aliases.Concat(Outlet.AmbiguousNames))
            {
                Add(alias);
            }
            foreach (var domain in Outlet.Domains)
            {
                Add(domain);
            }
        }
    }

    /// <summary>The registry's entry; null where the outlet is not known.</summary>
    public Outlet? Outlet { get; }

    /// <summary>Whether a short name may be the outlet's own: the last word of its name, as in "the Courier".</summary>
    public bool EndsWith(string word) =>
        word.Length > 3 && _names.Any(n => n.Length > word.Length + 1
        && n.EndsWith(word, StringComparison.OrdinalIgnoreCase) && n[^(word.Length + 1)] == ' ');

    /// <summary>Whether the name, with or without its article, is the outlet's own.</summary>
    public bool Contains(string name) => _names.Contains(OutletRegistry.WithoutArticle(name));

    public bool IsSame(Outlet outlet) => Outlet is not null && Outlet.Id == outlet.Id;

    // "wash-post": each part begins a word of the name
    private static Outlet? FindBySlug(string slug, OutletRegistry outlets)
    {
        var parts = slug.Split('-');
        if (parts.Length < 2 || slug.Contains(' ') || parts.Any(p => p.Length < 3))
        {
            return null;
        }
        Outlet? found = null;
        foreach (var outlet in outlets.Outlets)
        {
            if ((found is null || outlet.Name.Length < found.Name.Length)
                && (IsSlugOf(outlet.Name, parts) || outlet.Aliases.Any(alias => IsSlugOf(alias, parts))))
            {
                found = outlet;
            }
        }
        return found;
    }

    private static bool IsSlugOf(string name, string[] parts)
    {
        if (!OutletRegistry.WithoutArticle(name).StartsWith(parts[0], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        var words = OutletRegistry.WithoutArticle(name).Split(' ');
        return words.Length == parts.Length
            && words.Zip(parts).All(pair => pair.First.StartsWith(pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    private void Add(string? name)
    {
        if (name is { Length: > 0 })
        {
            _names.Add(OutletRegistry.WithoutArticle(name));
        }
    }
}
