using Stemma.Model;

namespace Stemma.Text;

/// <summary>A word or number as it stands in a text, with the form it is compared by.</summary>
/// <param name="Hash">The folded form, see <see cref="TermReader"/>.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Shape">What its letters look like.</param>
/// <param name="StartsSentence">Whether a sentence, quotation or paragraph seems to begin here.</param>
internal readonly record struct Term(uint Hash, TextSpan Span, TermShape Shape, bool StartsSentence);
