namespace Stemma.Text;

/// <summary>
/// The consonants of a word, those that languages exchange made one: Zelensky, Selenskyj and Зеленский have the same
/// key, as have military, Militär and militaire. In the manner of Soundex (Russell 1918), over Latin, Greek, Cyrillic and
/// Arabic letters.
/// </summary>
internal static class SoundKey
{
    private const int Longest = 6;
    private const int Shortest = 3;

    // Consonant classes: b p | f v w | k c q g x | t d | s z | l | m | n | r; vowels, h, j and y tell nothing.
    private const string LatinClass = ".bkt.fk...klmn.bkrst.ffk.s";
    private const string CyrillicClass = ".bfkt.ss..klmn.brst.f.ssss......";
    private const string GreekClass = ".fkt.s.t.klmnk.brsst.f.b.";
    private const string Arabic = "بتثجحخدذرزسشصضطظعغفقكلمنپچگ";
    private const string ArabicClass = "bts...ttrssssttt.kfkklmnbsk";

    /// <summary>A hash of the key of a word in lower case without accents; 0 where it has fewer than three consonants.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[Longest];
        var length = 0;
        var last = '\0';
        foreach (var c in word)
        {
            var sound = ClassOf(c);
            if (sound == '\0')
            {
                return 0; // digits and other scripts have no key
            }
            if (sound != '.' && sound != last)
            {
                if (length == Longest)
                {
                    break;
                }
                key[length++] = sound;
            }
            last = sound;
        }
        return length < Shortest ? 0 : TermHash.Of(key[..length], 0x534F554E);
    }

    private static char ClassOf(char c) => c switch
    {
        >= 'a' and <= 'z' => LatinClass[c - 'a'],
        >= 'а' and <= 'я' => CyrillicClass[c - 'а'],
        >= 'α' and <= 'ω' => GreekClass[c - 'α'],
        'ё' or 'і' or 'ї' or 'є' or 'ß' => c == 'ß' ? 's' : '.',
        >= '\u0621' and <= '\u06CC' => Arabic.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? ArabicClass[i] : '.',
        _ => '\0',
    };
}
