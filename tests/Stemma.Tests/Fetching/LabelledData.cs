namespace Stemma.Tests.Fetching;

/// <summary>Labelled data that lies outside the repository; tests skip, visibly, where it is missing.</summary>
internal static class LabelledData
{
    /// <summary>A file under the folder that the variable STEMMA_DATA names, else under the one beside the repository.</summary>
    public static string Find(params string[] parts)
    {
        var roots = new[] { Environment.GetEnvironmentVariable("STEMMA_DATA"), Path.Combine(Repository.Shared, "data") };
        var found = roots.OfType<string>().Select(r => Path.Combine([r, .. parts])).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, "the labelled data is not unpacked here; STEMMA_DATA may name its folder");
        return found!;
    }
}
