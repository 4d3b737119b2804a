using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Analyzing;

/// <summary>The names by which an article may speak of its own outlet.</summary>
internal sealed class SelfNames
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public SelfNames(Article article, OutletRegistry outlets)
    {
        Outlet = (article.Outlet is { Length: > 0 } name ? outlets.FindByName(name) ?? outlets.FindById(name.ToLowerInvariant()) : null)
            ?? (article.Url is { } url ? outlets.FindByHost(url.Host) : null);
        Add(article.Outlet);
        if (Outlet is not null)
        {
            Add(Outlet.Name);
            foreach (var alias in Outlet.Aliases.Concat(Outlet.AmbiguousNames))
            {
                Add(alias);
            }
        }
    }

    /// <summary>The registry's entry; null where the outlet is not known.</summary>
    public Outlet? Outlet { get; }

    /// <summary>Whether the name, with or without its article, is the outlet's own.</summary>
    public bool Contains(string name) => _names.Contains(WithoutArticle(name));

    public bool IsSame(Outlet outlet) => Outlet is not null && Outlet.Id == outlet.Id;

    private void Add(string? name)
    {
        if (name is { Length: > 0 })
        {
            _names.Add(WithoutArticle(name));
        }
    }

    private static string WithoutArticle(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
