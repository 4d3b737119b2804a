namespace Stemma.Model;

/// <summary>A node of a lineage.</summary>
/// <param name="Index">Its place in <see cref="Lineage.Nodes"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name to show: an outlet's usual name, or the source's words.</param>
/// <param name="RootKey">Equal for nodes that count as one root: editions of one newsroom, carriers of one wire.</param>
/// <param name="Account">The account; null for the other kinds.</param>
public sealed record LineageNode(int Index, LineageNodeKind Kind, string Name, string RootKey, ArticleId? Account);
