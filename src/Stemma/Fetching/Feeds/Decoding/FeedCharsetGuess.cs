using System.Text;

namespace Stemma.Fetching;

/// <summary>
/// Guesses the character set of bytes that are not UTF-8 and of which nobody tells it. Reads them as each candidate and
/// takes the one in which the text looks most like its language: by its commonest letters, as any printer's case would
/// hold them.
/// </summary>
internal static class FeedCharsetGuess
{
    // Bytes looked at: enough for any language, little enough for any feed.
    private const int Sample = 16 * 1024;

    // Letters of a language, commonest first, as the author orders them; only the order counts.
    private static readonly (string Charset, string Common)[] SingleByte =
    [
        ("windows-1251", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф"),
        ("koi8-r", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф"),
        ("windows-1255", "יוהלאמרתבשנחדקפעטגסזצכםןךץף"),
        ("windows-1253", "αοιετσνηυρπκμλςωίδγχάόθέφήβύώξζψ"),
        ("windows-1256", "اليمونتربعدفهسكقحةجشصطخزثضئغذظىءآؤ"),
        ("tis-620", "านรอกเงมยลวดทสตะปบคหแจพชขใไโผถซศณฟธฐญษ่้ัีิืุู็์"),
    ];

    private static readonly (string Charset, string Common)[] MultiByte =
    [
        ("big5", "的一是不了人我在有他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長"),
        ("gb18030", "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长"),
        ("euc-kr", "이다는의에을가고로하지도한은를사기나시인어자리서일해대수그스아보정과만전제있라부들성상여것조장원구주유"),
        ("shift_jis", "のにはをたがでとしていなるれさあっもいらかこすくりまうそなきンースルトリイラアッドレ日一人年大"),
        ("euc-jp", "のにはをたがでとしていなるれさあっもいらかこすくりまうそなきンースルトリイラアッドレ日一人年大"),
    ];

    /// <summary>Name of the likeliest character set; windows-1252 where letters beyond ASCII are few. Linear in the sample.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var start = Math.Max(0, bytes.IndexOfAnyInRange<byte>(0x80, 0xFF));
        var sample = bytes.Slice(start, Math.Min(Sample, bytes.Length - start));
        var (best, score) = ("windows-1252", 0.0);
        foreach (var (charset, common) in MultiByte)
        {
            var found = Fit(sample, charset, common, isSingleByte: false);
            (best, score) = found > score ? (charset, found) : (best, score);
        }
        foreach (var (charset, common) in SingleByte)
        {
            var found = Fit(sample, charset, common, isSingleByte: true);
            (best, score) = found > score ? (charset, found) : (best, score);
        }
        return best;
    }

    /// <summary>How much the sample looks like the language, 0 where it is not that character set or has few such letters.</summary>
    private static double Fit(ReadOnlySpan<byte> sample, string charset, string common, bool isSingleByte)
    {
        var text = Encoding.GetEncoding(charset).GetString(sample);
        var (letters, foreign, latin, weight, bad) = (0, 0, 0, 0.0, 0);
        var previousWasFitting = false;
        foreach (var c in text)
        {
            if (c is '\ufffd' or (>= '\u0080' and < '\u00a0') or (>= '\ue000' and <= '\uf8ff'))
            {
                bad++;
            }
            else if (c < 0x80)
            {
                latin += char.IsAsciiLetter(c) ? 1 : 0;
                previousWasFitting = false;
                continue;
            }
            else if (char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                letters++;
                var rank = common.IndexOf(c, StringComparison.Ordinal);
                if (rank >= 0)
                {
                    weight += isSingleByte ? 1.0 / (rank + 4) : 1;
                }
                else if (isSingleByte)
                {
                    // Capitals belong at the start of words; in a wrong reading they stand anywhere.
                    foreign += previousWasFitting || common.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) < 0 ? 1 : 0;
                }
                previousWasFitting = true;
                continue;
            }
            previousWasFitting = false;
        }
        if (letters == 0 || bad * 50 > letters)
        {
            return 0;
        }
        // A Western text has some accented letters among many plain ones; the others have mostly letters of their own.
        if (isSingleByte && letters * 2 < latin)
        {
            return 0;
        }
        // Sums of 1 / (rank + 4) reach about 0.12 a letter in the right language; shares of the commonest signs about 0.4.
        return isSingleByte ? weight / letters / 0.12 - (double)foreign / letters : weight / letters / 0.35;
    }
}
