using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Outlets;

/// <summary>Something that a speaker said, and the article that has it.</summary>
public sealed record SpokenQuote(ArticleLine Line, Article Article, Quote Quote);
