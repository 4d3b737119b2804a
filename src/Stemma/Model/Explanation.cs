namespace Stemma.Model;

/// <summary>
/// Why Stemma says something: every judgement (same story, copied, cites, said by, same claim) carries one, and the
/// screen, the API and the tests show it as it is. (The idea of a scored, nested explanation: bleve's search/explanation.)
/// </summary>
/// <param name="Rule">Stable name of the rule or model, <c>step.rule</c>, such as <c>lineage.cites</c>.</param>
/// <param name="Text">One sentence for a person; made of the rule's own words and of words of the article.</param>
/// <param name="Figure">
/// The number the rule decided on, or null where it needs none; what it counts or how sure it is stands in
/// <paramref name="Text"/>.
/// </param>
/// <param name="Evidence">The words it rests on; empty only where the rule speaks of whole articles.</param>
public sealed record Explanation(string Rule, string Text, double? Figure, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>An explanation that rests on spans of one article.</summary>
    public static Explanation Of(string rule, string text, ArticleId article, params ReadOnlySpan<TextSpan> spans)
    {
        var evidence = new Evidence[spans.Length];
        for (var i = 0; i < spans.Length; i++)
        {
            evidence[i] = new Evidence(article, spans[i]);
        }
        return new Explanation(rule, text, null, evidence);
    }
}
