using Stemma.Model;

namespace Stemma.Briefing;

/// <summary>A figure that an account gives for something that has only one.</summary>
/// <param name="Account">The account.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Span">Its telling words.</param>
/// <param name="Of">What is measured: equal for figures of the same thing.</param>
/// <param name="Value">The figure as digits.</param>
internal sealed record Measured(Account Account, TextSpan Sentence, TextSpan Span, string Of, string Value);
