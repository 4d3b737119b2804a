using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Analyzing;

/// <summary>
/// What a language brings: its tokens, its tagger and its rules. One folder holds all of a language; to add one, write
/// its
/// folder and name it in <see cref="ArticleAnalyzer"/>.
/// </summary>
internal interface ILanguage
{
    /// <summary>ISO 639-1 code.</summary>
    string Code { get; }

    /// <summary>Cuts and tags an article.</summary>
    MarkedText Read(Article article);

    /// <summary>Applies the rules, and the tagger where one is given.</summary>
    Analysis Analyze(MarkedText text, OutletRegistry outlets, AttributionModel? tagger);

    /// <summary>What the rules alone say of who says what, as labels for a tagger to learn from.</summary>
    byte[] RuleLabelsOf(MarkedText text, OutletRegistry outlets);

    /// <summary>How the cue lexicon knows a lower-case word.</summary>
    CueFlags CueFlagsOf(string word);
}
