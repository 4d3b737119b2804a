using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Tracing;

/// <summary>Step 5: which account rests on whose reporting.</summary>
public sealed class LineageTracer(OutletRegistry outlets)
{
    /// <summary>The lineage of a story.</summary>
    public Lineage Trace(Story story)
    {
        _ = outlets;
        return new Lineage
        {
            Story = story.Id,
            Nodes = [],
            Links = [],
            Origins = [],
            Roots = [],
            IndependentRoots = 0,
            UnclearOrigins = 0,
            Explanation = new Explanation("lineage.roots", "", null, []),
        };
    }
}
