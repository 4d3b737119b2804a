namespace Stemma.Extraction.Learning;

/// <summary>Tells lines whose words stand a second time inside a longer block of the page, as pull quotes and teasers do.</summary>
internal sealed class EchoedLines
{
    private const int MinWords = 5;
    private const int MaxWords = 45;

    // Real pages ask for some hundred lines; a made-up one of thousands must not take a second.
    private const int MaxSearches = 400;

    private readonly string _prose;
    private int _searches;

    /// <param name="page">Its prose is searched; of very long pages the first 200,000 characters.</param>
    public EchoedLines(PageContext page)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < page.Blocks.Count && text.Length < 200_000; i++)
        {
            if (page.IsProse[i])
            {
                text.Append(page.Blocks[i].Text).Append('\n');
            }
        }
        _prose = text.ToString();
    }

    /// <summary>1 if the line, without quotation marks around it, stands inside a longer line; else 0.</summary>
    public double Share(string line)
    {
        var core = line.AsSpan().Trim("\"“”„«»'‘’ .…");
        if (line.Length > 400 || core.Length < 25 || WordCounter.Count(core) is < MinWords or > MaxWords || _searches++ >= MaxSearches)
        {
            return 0;
        }
        var prose = _prose.AsSpan();
        for (var at = prose.IndexOf(core, StringComparison.Ordinal); at >= 0;)
        {
            var start = prose[..at].LastIndexOf('\n') + 1;
            var length = prose[at..].IndexOf('\n') + at - start;
            if (length > line.Length + 20)
            {
                return 1;
            }
            var next = prose[(at + core.Length)..].IndexOf(core, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + core.Length + next;
        }
        return 0;
    }
}
