namespace Stemma.App.Ui;

/// <summary>The sign by which a page refers to a root: a letter, and one of six colours, so that colour is never alone.</summary>
/// <param name="Node">Index of its node in the lineage.</param>
/// <param name="Name">The root's name.</param>
/// <param name="Letter">A, B, C …; after Z, AA, AB.</param>
/// <param name="Colour">0 to 5.</param>
public sealed record RootMark(int Node, string Name, string Letter, int Colour)
{
    public static RootMark Of(int place, int node, string name) => new(
        node, name, (place < 26 ? "" : ((char)('A' + ((place / 26) - 1) % 26)).ToString()) + (char)('A' + (place % 26)), Math.Min(place, 5));
}
