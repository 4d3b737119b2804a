namespace Stemma.Briefing;

/// <summary>Gives each word of a story a number, in order of first meeting.</summary>
internal sealed class TermNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Of(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            _numbers[word] = number = _numbers.Count;
        }
        return number;
    }
}
