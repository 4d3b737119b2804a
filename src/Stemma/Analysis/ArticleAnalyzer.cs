using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Analyzing;

/// <summary>Step 3: who says what, on whose word, in one article.</summary>
public sealed class ArticleAnalyzer
{
    private readonly OutletRegistry _outlets;
    private readonly Lazy<ILanguage> _english;

    public ArticleAnalyzer(OutletRegistry outlets)
    {
        _outlets = outlets;
        var gazetteer = new Lazy<Gazetteer>();
        _english = new Lazy<ILanguage>(() => new EnglishLanguage(gazetteer.Value));
    }

    /// <summary>Marks sentences, mentions, quotes, citations, statuses, dates and amounts. Never throws on any text.</summary>
    public Analysis Analyze(Article article)
    {
        var language = LanguageOf(article);
        return language.Analyze(language.Read(article), _outlets);
    }

    private ILanguage LanguageOf(Article article) => _english.Value;
}
