namespace Stemma.Analyzing;

/// <summary>The word lists of the English rules.</summary>
internal sealed class EnglishLexicon
{
    private readonly Dictionary<string, (string Lemma, CueFlags Flags)> _cues = new(StringComparer.Ordinal);

    public EnglishLexicon()
    {
        foreach (var row in WordLists.Rows("Analysis/English/cues.tsv"))
        {
            var flags = CueFlags.None;
            foreach (var flag in row[1])
            {
                flags |= flag switch
                {
                    's' => CueFlags.Speech,
                    'i' => CueFlags.Inverts,
                    'b' => CueFlags.BareClause | CueFlags.ThatClause,
                    't' => CueFlags.ThatClause,
                    'o' => CueFlags.Addressee,
                    'c' => CueFlags.Thought,
                    'e' => CueFlags.Evidence,
                    'n' => CueFlags.Judgement,
                    _ => CueFlags.None,
                };
            }
            foreach (var form in row[2].Split(' '))
            {
                _cues.TryAdd(form, (row[0], flags));
            }
        }
    }

    public HashSet<string> TimeWords { get; } = WordLists.Of("""
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year day morning
        afternoon evening night weekend later earlier january february march april may june july august september october
        november december tonight recently
        """);

    public HashSet<string> Pronouns { get; } = WordLists.Of("he she they it i we who");

    public HashSet<string> SettingNouns { get; } = WordLists.Of("""
        interview interviews statement statements conference briefing speech address rally tweet tweets post posts email
        emails e-mail letter debate hearing testimony memo op-ed column appearance event call message filing ruling report
        book memoir article essay blog video podcast livestream program show radio television tv newsletter documents
        document affidavit lawsuit complaint transcript remarks press release opinion meeting forum summit court trial
        podium microphone facebook twitter bluesky instagram telegram tiktok linkedin mastodon threads youtube weibo x
        truth social whatsapp floor editorial note text texts
        """);

    public bool TryCue(string word, out string lemma, out CueFlags flags)
    {
        var found = _cues.TryGetValue(word, out var cue);
        (lemma, flags) = cue;
        return found;
    }

    public CueFlags FlagsOf(string word) => _cues.TryGetValue(word, out var cue) ? cue.Flags : CueFlags.None;

    public bool IsSpeech(string word) => _cues.TryGetValue(word, out var cue) && (cue.Flags & CueFlags.Speech) != 0;
}
