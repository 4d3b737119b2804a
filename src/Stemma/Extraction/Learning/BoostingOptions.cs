namespace Stemma.Extraction.Learning;

/// <summary>How a forest is grown. Chosen on the out-of-fold scores of the labelled pages, 2026-11-24.</summary>
internal sealed record BoostingOptions
{
    /// <summary>Trees in a forest.</summary>
    public int Trees { get; init; } = 80;

    /// <summary>Leaves of a tree.</summary>
    public int Leaves { get; init; } = 28;

    /// <summary>Share of each tree's answer that is taken.</summary>
    public double Rate { get; init; } = 0.15;

    /// <summary>Share of the rows, and of the features, that a tree sees.</summary>
    public double RowShare { get; init; } = 0.5;

    public double FeatureShare { get; init; } = 0.4;

    /// <summary>Weight that a leaf must hold at least; larger leaves say less of single pages.</summary>
    public double LeafWeight { get; init; } = 12;

    /// <summary>What pulls the answers of small leaves to zero.</summary>
    public double Shrinkage { get; init; } = 3;

    /// <summary>Forests of different seeds whose answers are averaged: one alone moves the share of exact pages by .04.</summary>
    public int Forests { get; init; } = 3;

    /// <summary>Seed of the drawing of rows and features: same data, same forest.</summary>
    public int Seed { get; init; } = 20261124;
}
