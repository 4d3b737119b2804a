using Stemma.Model;

namespace Stemma.Tracing;

/// <summary>The sign by which an outlet found out the news itself.</summary>
/// <param name="In">The article that shows it: the outlet's own, or one that carries its text.</param>
/// <param name="Sign">The words.</param>
internal sealed record OwnFinding(ArticleId In, FirstHandSign Sign);
