using System.Globalization;

namespace Stemma.Fetching;

/// <summary>Takes the lines of a file one by one and gathers the groups that may hold.</summary>
internal ref struct RobotsGroupReader(ReadOnlySpan<char> agent)
{
    // Together with RobotsTxt.MaxBytes these bound the work: a rule is matched in time proportional to the path.
    private const int MaxRules = 20_000;
    private const int MaxPatternChars = 2_048;
    private const int MaxSitemaps = 100;

    private readonly ReadOnlySpan<char> _agent = agent;
    private bool _namesAgents;
    private bool _isOwn;
    private bool _isAny;

    public bool HasOwn { get; private set; }

    public RobotsGroup Own { get; } = new();

    public RobotsGroup Any { get; } = new();

    public List<string> Sitemaps { get; } = [];

    public void Take(ReadOnlySpan<char> line)
    {
        if (line.IndexOf('#') is >= 0 and var comment)
        {
            line = line[..comment];
        }
        if (!Split(line.Trim(), out var name, out var value))
        {
            return;
        }
        if (Is(name, "user-agent", "useragent", "user agent"))
        {
            TakeAgent(value);
        }
        else if (Is(name, "allow"))
        {
            Add(value, isAllow: true);
        }
        else if (Is(name, "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"))
        {
            Add(value, isAllow: false);
        }
        else if (Is(name, "crawl-delay", "crawldelay"))
        {
            TakeDelay(value);
        }
        else if (Is(name, "sitemap", "site-map") && Sitemaps.Count < MaxSitemaps && value.Length is > 0 and <= MaxPatternChars)
        {
            Sitemaps.Add(value.ToString());
        }
    }

    // Agents in a row share the rules that follow; sitemaps and unknown lines do not part them.
    private void TakeAgent(ReadOnlySpan<char> value)
    {
        if (!_namesAgents)
        {
            (_isOwn, _isAny) = (false, false);
        }
        _namesAgents = true;
        if (value is ['*', ..] && (value.Length == 1 || char.IsWhiteSpace(value[1])))
        {
            _isAny = true;
        }
        else if (Token(value) is { IsEmpty: false } token && token.Equals(_agent, StringComparison.OrdinalIgnoreCase))
        {
            _isOwn = HasOwn = true;
        }
    }

    private void Add(ReadOnlySpan<char> value, bool isAllow)
    {
        _namesAgents = false;
        if (value.Length is 0 or > MaxPatternChars)
        {
            return;
        }
        var rule = new RobotsRule(RobotsTxt.Escape(value.ToString()), isAllow);
        if (_isOwn && Own.Rules.Count < MaxRules)
        {
            Own.Rules.Add(rule);
        }
        if (_isAny && Any.Rules.Count < MaxRules)
        {
            Any.Rules.Add(rule);
        }
    }

    private void TakeDelay(ReadOnlySpan<char> value)
    {
        _namesAgents = false;
        if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > 1e6)
        {
            return;
        }
        if (_isOwn)
        {
            Own.Delay = TimeSpan.FromSeconds(seconds);
        }
        if (_isAny)
        {
            Any.Delay = TimeSpan.FromSeconds(seconds);
        }
    }

    // "disallow /" without a colon is meant as "disallow: /" where nothing else stands in the line.
    private static bool Split(ReadOnlySpan<char> line, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            colon = line.IndexOfAny(' ', '\t');
            if (colon < 0 || line[colon..].Trim().IndexOfAny(' ', '\t') >= 0)
            {
                name = value = [];
                return false;
            }
        }
        name = line[..colon].Trim();
        value = line[(colon + 1)..].Trim();
        return true;
    }

    private static bool Is(ReadOnlySpan<char> name, params ReadOnlySpan<string> spellings)
    {
        foreach (var spelling in spellings)
        {
            if (name.Equals(spelling, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    // "Stemma/0.1 (…)" is addressed as "Stemma": letters, hyphen and underscore (RFC 9309, 2.2.1).
    public static ReadOnlySpan<char> Token(ReadOnlySpan<char> agent)
    {
        var end = 0;
        while (end < agent.Length && (char.IsAsciiLetter(agent[end]) || agent[end] is '-' or '_'))
        {
            end++;
        }
        return agent[..end];
    }
}
