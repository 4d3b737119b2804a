using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Analyzing;

/// <summary>Step 3: who says what, on whose word, in one article.</summary>
public sealed class ArticleAnalyzer
{
    private readonly OutletRegistry _outlets;
    private readonly Lazy<ILanguage> _english;
    private readonly Lazy<ILanguage> _german;

    public ArticleAnalyzer(OutletRegistry outlets)
    {
        _outlets = outlets;
        _english = new Lazy<ILanguage>(() => new EnglishLanguage(new Gazetteer("en")));
        _german = new Lazy<ILanguage>(() => new GermanLanguage(new Gazetteer("de")));
    }

    private ArticleAnalyzer(OutletRegistry outlets, ArticleAnalyzer like)
    {
        (_outlets, _english, _german, Tagger) = (outlets, like._english, like._german, like.Tagger);
    }

    /// <summary>This analyzer, which also knows the outlets of these names; shares the models with it.</summary>
    internal ArticleAnalyzer With(IEnumerable<string> outletNames) => Knowing(_outlets.With(outletNames));

    /// <summary>This analyzer with other outlets; shares the models with it.</summary>
    internal ArticleAnalyzer Knowing(OutletRegistry outlets) => new(outlets, this);

    /// <summary>A tagger a user has trained; null for the rules alone.</summary>
    internal AttributionModel? Tagger { get; init; }

    /// <summary>The language an article is read by.</summary>
    internal ILanguage LanguageFor(Article article) => LanguageOf(article);

    /// <summary>Marks sentences, mentions, quotes, citations, statuses, dates and amounts. Never throws on any
    /// text.</summary>
    public Analysis Analyze(Article article)
    {
        var language = LanguageOf(article);
        return language.Analyze(language.Read(article), _outlets, Tagger);
    }

    // Other languages are read by the English rules: quotation marks, names and outlets are found, cues mostly are not.
    private ILanguage LanguageOf(Article article) =>
        article.Language.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? _german.Value
        : article.Language is "und" or "" && LooksGerman(article.Text) ? _german.Value : _english.Value;

    private static bool LooksGerman(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, 3000));
        var german = 0;
        var english = 0;
        foreach (var range in sample.Split(' '))
        {
            var word = sample[range];
            german += word is "der" or "die" or "und" or "das" or "nicht" or "mit" or "ist" or "den" or "von" or "im"
                or "sich" or "auf" or "dem" ? 1 : 0;
            english += word is "the" or "of" or "and" or "to" or "a" or "that" or "is" or "for" or "with" or "was"
                or "on" ? 1 : 0;
        }
        return german > english;
    }
}
