namespace Stemma.Extraction;

/// <summary>What a site calls itself, to tell its own name from its authors'.</summary>
internal sealed class SiteIdentity
{
    private readonly List<string> _names = [];

    private readonly string[] _hosts = [];

    public SiteIdentity(string? outlet, MetaTags meta, Uri? url)
    {
        Add(outlet);
        Add(meta.First("og:site_name"));
        Add(meta.First("application-name"));
        if (url is not null)
        {
            var host = url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host;
            Add(host);
            var labels = host.Split('.');
            Add(labels.Length > 1 ? labels[^2] : null);
            Add(labels.Length > 2 ? labels[0] : null);
            _hosts = labels.Length < 2 ? [] : [.. labels[..^1].Select(Squash)];
        }
    }

    /// <summary>Whether a name is the site's, letter for letter but for spaces, signs and an article.</summary>
    public bool Is(string name) => Squash(name) is { Length: > 0 } squashed && _names.Contains(squashed, StringComparer.Ordinal);

    /// <summary>Whether the site's address is the name of a person: <c>adalund.org</c>.</summary>
    public bool IsHost(string name) => name.Contains(' ', StringComparison.Ordinal) && _hosts.Contains(Squash(name), StringComparer.Ordinal);

    /// <summary>1 if the name is the site's, less if one holds the other, 0 if they have nothing to do with each other.</summary>
    public double Likeness(string name)
    {
        var squashed = Squash(name);
        if (squashed.Length < 3)
        {
            return 0;
        }
        var best = 0.0;
        foreach (var own in _names)
        {
            best = Math.Max(best, own == squashed ? 1
                : own.Contains(squashed, StringComparison.Ordinal) ? 0.7 * squashed.Length / own.Length
                : own.Length > 3 && squashed.Contains(own, StringComparison.Ordinal) ? 0.7 * own.Length / squashed.Length : 0);
        }
        return best;
    }

    private void Add(string? name)
    {
        if (name is not null && Squash(name) is { Length: > 1 } squashed && !_names.Contains(squashed, StringComparer.Ordinal))
        {
            _names.Add(squashed);
        }
    }

    private static string Squash(string name)
    {
        name = name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
