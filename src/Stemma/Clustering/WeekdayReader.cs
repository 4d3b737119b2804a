using System.Collections.Frozen;
using Stemma.Text;

namespace Stemma.Clustering;

/// <summary>Which days of the week a text names: two events of one week with the same people differ in them.</summary>
internal static class WeekdayReader
{
    private static readonly string[] Names =
    [
        "monday montag lundi lunes lunedi segunda maandag poniedzialek понедельник pazartesi",
        "tuesday dienstag mardi martes martedi terca dinsdag wtorek вторник sali",
        "wednesday mittwoch mercredi miercoles mercoledi quarta woensdag sroda среду carsamba",
        "thursday donnerstag jeudi jueves giovedi quinta donderdag czwartek четверг persembe",
        "friday freitag vendredi viernes venerdi sexta vrijdag piatek пятницу cuma",
        "saturday samstag samedi sabado sabato zaterdag sobota субботу cumartesi",
        "sunday sonntag dimanche domingo domenica zondag niedziela воскресенье pazar",
    ];

    private static readonly FrozenDictionary<uint, int> Days = Names
        .SelectMany((names, day) => names.Split(' ').SelectMany(name => TermReader.Read(name)).Select(term => (term.Hash, day)))
        .DistinctBy(d => d.Hash)
        .ToFrozenDictionary(d => d.Hash, d => d.day);

    /// <summary>The days named, as bits; bit 0 is Monday.</summary>
    public static byte Read(IEnumerable<Term> words)
    {
        var days = 0;
        foreach (var word in words)
        {
            if (Days.TryGetValue(word.Hash, out var day))
            {
                days |= 1 << day;
            }
        }
        return (byte)days;
    }
}
