namespace Stemma.Analyzing;

/// <summary>What the verb beside an outlet does: which verb it is, and whether it only bears on somebody's words.</summary>
internal sealed class EnglishPressVerbs(MarkedText text, EnglishLexicon lexicon)
{
    /// <summary>Whether the verb's object is somebody's words: "confirm statements from X", "contradicts X's
    /// claim".</summary>
    public bool BearsOn(int verb, int after, int end)
    {
        if (Lemma(text.Words[verb]) is not ("confirm" or "contradict" or "support" or "bolster" or "echo"
            or "corroborate" or "match" or "undercut" or "undermine" or "back" or "challenge" or "refute" or "dispute"
            or "reflect" or "rebut" or "follow"))
        {
            return false;
        }
        for (var i = after; i < Math.Min(end, after + 9); i++)
        {
            if (text.Words[i] is "statement" or "statements" or "comment" or "comments" or "remark" or "remarks"
                or "claim" or "claims" or "words" or "denial" or "denials" or "assertion" or "assertions" or "account"
                or "accounts" or "warning" or "warnings" or "suspicions" or "allegation" or "allegations"
                or "testimony")
            {
                return true;
            }
            if (text.Words[i] is "that" or "," or ";")
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>The dictionary form of a verb of the press; the word itself where it is none.</summary>
    public string Lemma(string word) => lexicon.TryCue(word, out var lemma, out _) ? lemma : word switch
    {
        "broke" or "breaks" or "broken" => "break",
        "obtained" or "obtains" => "obtain",
        "published" or "publishes" => "publish",
        "learned" or "learnt" => "learn",
        "uncovered" or "uncovers" => "uncover",
        "contradicted" or "contradicts" => "contradict",
        "bolstered" or "bolsters" => "bolster",
        "corroborated" or "corroborates" => "corroborate",
        "matched" or "matches" => "match",
        "echoed" or "echoes" => "echo",
        "verified" or "verifies" => "verify",
        "reviewed" or "reviews" => "review",
        "identified" or "identifies" => "identify",
        "released" or "releases" => "release",
        "posted" or "posts" => "post",
        "unearthed" or "unearths" => "unearth",
        "undercut" or "undercuts" => "undercut",
        "followed" or "follows" => "follow",
        _ => word,
    };
}
