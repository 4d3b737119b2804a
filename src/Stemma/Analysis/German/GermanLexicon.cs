namespace Stemma.Analyzing;

/// <summary>The word lists of the German rules.</summary>
internal sealed class GermanLexicon
{
    private readonly Dictionary<string,
        List<(string Lemma, CueFlags Flags, string[] Particles)>> _cues = new(StringComparer.Ordinal);

    public GermanLexicon()
    {
        foreach (var row in WordLists.Rows("Analysis/German/cues.tsv"))
        {
            var flags = CueFlags.None;
            foreach (var flag in row[1])
            {
                flags |= flag switch
                {
                    's' => CueFlags.Speech | CueFlags.ThatClause,
                    'b' => CueFlags.BareClause,
                    'c' => CueFlags.Thought | CueFlags.ThatClause,
                    'n' => CueFlags.Judgement,
                    _ => CueFlags.None,
                };
            }
            foreach (var form in row[2].Split(' '))
            {
                (_cues.TryGetValue(form, out var list)
                    ? list : _cues[form] = []).Add((row[0], flags, row.Length > 3 ? row[3].Split(' ') : []));
            }
        }
    }

    /// <summary>Third persons of Konjunktiv I that differ from the indicative, and of Konjunktiv II that stand for
    /// them.</summary>
    public HashSet<string> Subjunctives { get; } = WordLists.Of("""
        sei seien habe werde könne müsse solle wolle dürfe möge wisse gebe gehe komme stehe liege sehe lasse bleibe brauche mache nehme finde halte führe
        bringe stelle handele handle gelte bestehe zeige sage glaube denke heiße trage laufe erhalte verstehe bedeute gehöre beginne betreffe enthalte folge
        hätten hätte wären wäre würden würde müssten müsste könnten könnte dürften dürfte sollten wollten gäbe käme kämen ginge gingen stünde stünden
        """);

    public HashSet<string> TimeWords { get; } = WordLists.Of("""
        montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend heute gestern morgen januar februar märz april mai juni juli august september
        oktober november dezember woche monat jahr tag abend vormittag nachmittag nacht wochenende montagabend dienstagabend mittwochabend donnerstagabend
        freitagabend uhr
        """);

    /// <summary>The verb's readings; those with particles hold only where one of these follows.</summary>
    public IReadOnlyList<(string Lemma, CueFlags Flags, string[] Particles)> Cues(string word) =>
        _cues.TryGetValue(word, out var found) ? found : [];

    public CueFlags FlagsOf(string word) => _cues.TryGetValue(word, out var found) ? found[0].Flags : CueFlags.None;

    public bool IsSpeech(string word) =>
        _cues.TryGetValue(word, out var found) && found.Exists(c => (c.Flags & CueFlags.Speech) != 0);
}
