namespace Stemma.Analyzing;

/// <summary>What the rules found, as one label a token, for the tagger to agree or disagree with.</summary>
internal static class RuleLabels
{
    /// <summary>0 nothing, 1 cue, 2 source, 3 first token of a clause, 4 further ones, 5 words between marks.</summary>
    public static byte[] Of(MarkedText text, IReadOnlyList<Statement> statements)
    {
        var labels = new byte[text.Tokens.Length];
        foreach (var statement in statements)
        {
            var first = text.TokenAt(statement.Span.Start);
            for (var i = first; i < text.Tokens.Length && text.Tokens[i].End <= statement.Span.End; i++)
            {
                labels[i] = statement.Stretch >= 0 ? (byte)5 : labels[i] == 5 ? (byte)5 : i == first
                    ? (byte)3 : (byte)4;
            }
        }
        foreach (var statement in statements)
        {
            if (statement.Source is { } source)
            {
                Array.Fill(labels, (byte)2, source.First, source.Last - source.First);
            }
            if (statement.Cue is { Lemma.Length: > 0 } cue)
            {
                Array.Fill(labels, (byte)1, cue.First, cue.Last - cue.First);
            }
        }
        return labels;
    }
}
