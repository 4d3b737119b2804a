using System.Runtime.InteropServices;

namespace Stemma.Text;

/// <summary>
/// Which texts hold a shingle; gives each shingle that two texts share a small number, so that texts compare by arrays.
/// </summary>
internal sealed class ReuseIndex
{
    private readonly List<List<int>> _holders = [];
    private readonly int[][] _numbers;

    /// <summary>Indexes the texts. Linear in all their words.</summary>
    public ReuseIndex(IReadOnlyList<ReuseText> texts)
    {
        Dictionary<ulong, int> seen = []; // -1 - text for a shingle of one text, else its number
        foreach (var text in Enumerable.Range(0, texts.Count))
        {
            foreach (var shingle in texts[text].Shingles)
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, shingle, out var exists);
                if (!exists)
                {
                    place = -1 - text;
                }
                else if (place < 0 && place != -1 - text)
                {
                    _holders.Add([-1 - place, text]);
                    place = _holders.Count - 1;
                }
                else if (place >= 0 && _holders[place][^1] != text)
                {
                    _holders[place].Add(text);
                }
            }
        }
        _numbers = [.. texts.Select(t => Array.ConvertAll(t.Shingles, s => Math.Max(-1, seen[s])))];
        Distinct = [.. texts.Select(t => t.Shingles.Distinct().Count())];
    }

    /// <summary>How many shared shingles there are.</summary>
    public int Count => _holders.Count;

    /// <summary>How many different shingles each text holds.</summary>
    public int[] Distinct { get; }

    /// <summary>For each word of a text the number of the shingle that begins there, -1 if no other text holds it.</summary>
    public int[] NumbersOf(int text) => _numbers[text];

    /// <summary>
    /// For each later text that shares shingles with this one, how many; in order. Linear in the shared shingles times their
    /// holders.
    /// </summary>
    public List<(int Text, int Shared)> SharersAfter(int text)
    {
        var counts = new Dictionary<int, int>();
        HashSet<int> counted = [];
        foreach (var number in _numbers[text])
        {
            if (number < 0 || !counted.Add(number))
            {
                continue;
            }
            var holders = _holders[number];
            for (var i = holders.BinarySearch(text) + 1; i < holders.Count; i++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, holders[i], out _)++;
            }
        }
        return [.. counts.OrderBy(static c => c.Key).Select(static c => (c.Key, c.Value))];
    }
}
