using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Stemma.Outlets;

/// <summary>
/// The outlets Stemma knows: 1,000 and more that ship with it, those a user adds, and those that the pages at hand name
/// themselves. Immutable; looking up costs one hash.
/// </summary>
public sealed class OutletRegistry
{
    private readonly Dictionary<string, Outlet> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Outlet>> _byAmbiguousName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Outlet> _byDomain = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Outlet> _byId = new(StringComparer.Ordinal);
    private readonly List<Outlet> _outlets = [];

    private OutletRegistry(IEnumerable<Outlet> outlets)
    {
        foreach (var outlet in outlets)
        {
            Add(outlet);
        }
    }

    /// <summary>All outlets, in the order they were added.</summary>
    public IReadOnlyList<Outlet> Outlets => _outlets;

    /// <summary>The registry that ships with Stemma. Reads an embedded table; about 10 ms.</summary>
    public static OutletRegistry LoadBuiltIn()
    {
        using var stream = typeof(OutletRegistry).Assembly.GetManifestResourceStream("Outlets/outlets.csv")
            ?? throw new InvalidOperationException("Could not find the outlet table while starting: it is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <summary>Reads a table with a header line as in <c>outlets.csv</c>; lists inside a cell are parted by <c>|</c>.</summary>
    /// <exception cref="CsvHelperException">The table is malformed.</exception>
    public static OutletRegistry Read(TextReader table)
    {
        using var parser = new CsvParser(table, new CsvConfiguration(CultureInfo.InvariantCulture), leaveOpen: true);
        List<Outlet> outlets = [];
        if (!parser.Read())
        {
            return new OutletRegistry(outlets);
        }
        var columns = parser.Record!.Select((name, index) => (name, index))
            .ToDictionary(c => c.name, c => c.index, StringComparer.Ordinal);
        while (parser.Read())
        {
            var row = parser.Record!;
            string Cell(string column) => columns.TryGetValue(column, out var i) && i < row.Length ? row[i].Trim() : "";
            string[] Cells(string column) =>
                Cell(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            outlets.Add(new Outlet
            {
                Id = Cell("id"),
                Name = Cell("name"),
                Aliases = Cells("aliases"),
                Domains = Cells("domains"),
                Country = Cell("country"),
                Language = Cell("language"),
                Kind = Enum.TryParse<OutletKind>(Cell("kind").Replace("-", ""), ignoreCase: true, out var kind)
                    ? kind : OutletKind.Newspaper,
                Owner = Cell("owner"),
                Family = Cell("family"),
                AmbiguousNames = Cells("ambiguous"),
                CommonWord = Cell("common_word"),
            });
        }
        return new OutletRegistry(outlets);
    }

    /// <summary>
    /// This registry and the outlets that the pages at hand name as their own. Names already known are left as they are.
    /// </summary>
    public OutletRegistry With(IEnumerable<string> outletNames)
    {
        var added = outletNames
            .Where(name => name.Length > 0 && FindByName(name) is null
                && (!name.Contains('.', StringComparison.Ordinal) || FindByHost(name) is null))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .Select(Named)
            .ToList();
        return added.Count == 0 ? this : new OutletRegistry(_outlets.Concat(added));
    }

    /// <summary>This registry and a user's own outlets, which go first where both know a name or a domain.</summary>
    public OutletRegistry With(OutletRegistry own) => new(own._outlets.Concat(_outlets));

    /// <summary>
    /// The outlet of that name or alias, with or without "The"; null if unknown, or if several outlets go by the name, of
    /// which only the article's own fuller mention or its address can tell one.
    /// </summary>
    public Outlet? FindByName(string name) => Find(name) ?? (WithoutSection(name) is { } whole ? Find(whole) : null);

    // "The Ledger (Opinion)", "Ledger - News", "Ledger Online News": a part of an outlet, or how it comes, is the outlet.
    private static string? WithoutSection(string name)
    {
        var end = SectionMarks.Select(m => name.IndexOf(m, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(name.Length).Min();
        var words = name[..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var proper = words.Where((w, i) => i == 0 || !SectionWords.Contains(w)).ToArray();
        return end == name.Length && proper.Length == words.Length ? null : string.Join(' ', proper);
    }

    private static readonly string[] SectionMarks = [" (", " - ", " – ", " | "];

    private static readonly HashSet<string> SectionWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "online", "opinion", "editorial", "website", "web",
    };

    private Outlet? Find(string name) =>
        FindByAmbiguousName(name).Count > 1
            ? null
            : _byName.GetValueOrDefault(name) ?? _byName.GetValueOrDefault(WithoutArticle(name));

    /// <summary>The outlets that share a short name such as "the Times"; empty if none.</summary>
    public IReadOnlyList<Outlet> FindByAmbiguousName(string name) =>
        _byAmbiguousName.GetValueOrDefault(WithoutArticle(name)) ?? (IReadOnlyList<Outlet>)[];

    /// <summary>The outlet with that slug; null if unknown.</summary>
    public Outlet? FindById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The outlet whose site the host belongs to: the longest known suffix of it; null if unknown.</summary>
    public Outlet? FindByHost(string host)
    {
        for (var rest = host; rest.Length > 0;)
        {
            if (_byDomain.TryGetValue(rest, out var outlet))
            {
                return outlet;
            }
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            rest = dot < 0 ? "" : rest[(dot + 1)..];
        }
        return null;
    }

    // An outlet known by its name alone goes by its last word ("the Courier"), or without the words for what it is
    // ("Halyard" for "Halyard News Agency"), as outlets do that the table knows.
    private static Outlet Named(string name)
    {
        var words = WithoutArticle(name).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var proper = words.TakeWhile(w => !KindWords.Contains(w)).ToArray();
        var isShortened = proper.Length > 0 && proper.Length < words.Length;
        return new Outlet
        {
            Id = "named:" + name.ToLowerInvariant(),
            Name = name,
            Kind = name.Contains("agen", StringComparison.OrdinalIgnoreCase) ? OutletKind.Agency : OutletKind.Digital,
            Aliases = isShortened ? [string.Join(' ', proper)] : [],
            AmbiguousNames = words.Length > 1 && !isShortened && char.IsUpper(words[^1][0]) ? ["the " + words[^1]] : [],
        };
    }

    private static readonly HashSet<string> KindWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "news", "agency", "press", "online", "tv", "radio", "wire", "network", "media", "agentur", "nachrichtenagentur",
        "nachrichten", "agence", "agencia", "agenzia", "aktuell", "digital",
    };

    /// <summary>The name without a leading "The".</summary>
    internal static string WithoutArticle(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private void Add(Outlet outlet)
    {
        _outlets.Add(outlet);
        _byId.TryAdd(outlet.Id, outlet);
        _byName.TryAdd(outlet.Name, outlet);
        _byName.TryAdd(WithoutArticle(outlet.Name), outlet);
        foreach (var alias in outlet.Aliases)
        {
            _byName.TryAdd(alias, outlet);
            _byName.TryAdd(WithoutArticle(alias), outlet);
        }
        foreach (var name in outlet.AmbiguousNames)
        {
            var key = WithoutArticle(name);
            if (!_byAmbiguousName.TryGetValue(key, out var sharing))
            {
                _byAmbiguousName[key] = sharing = [];
            }
            sharing.Add(outlet);
        }
        foreach (var domain in outlet.Domains)
        {
            _byDomain.TryAdd(domain, outlet);
        }
    }
}
