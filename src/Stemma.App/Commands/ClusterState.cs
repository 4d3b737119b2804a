using System.Text.Json;
using Stemma.App.Json;
using Stemma.Clustering;
using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary>
/// What <c>stemma cluster --state FILE</c> keeps between runs: the clusterer, the ids as given, and the articles of the last
/// time, which are decided anew in case more of that time follow.
/// </summary>
internal sealed record ClusterState(StoryClusterer Clusterer, Dictionary<ArticleId, string> Given, IReadOnlyList<ArticleInput> Pending)
{
    /// <summary>The state in a file; a new one where there is no file.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static ClusterState Load(FileInfo? file)
    {
        if (file is null || !file.Exists)
        {
            return new ClusterState(new StoryClusterer(), [], []);
        }
        using var stream = file.OpenRead();
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        Dictionary<ArticleId, string> given = [];
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var article = new ArticleId(reader.ReadInt64());
            given[article] = reader.ReadString();
        }
        List<ArticleInput> pending = [];
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            pending.Add(JsonSerializer.Deserialize(reader.ReadString(), StemmaJson.Readable.ArticleInput)!);
        }
        return new ClusterState(StoryClusterer.Restore(stream), given, pending);
    }

    /// <summary>Writes the state; the old file stays until the new one is whole.</summary>
    public void Save(FileInfo file)
    {
        var fresh = file.FullName + ".new";
        using (var stream = File.Create(fresh))
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Given.Count);
            foreach (var (article, id) in Given.OrderBy(static g => g.Key))
            {
                writer.Write(article.Value);
                writer.Write(id);
            }
            writer.Write(Pending.Count);
            foreach (var line in Pending)
            {
                writer.Write(JsonSerializer.Serialize(line, StemmaJson.Readable.ArticleInput));
            }
            writer.Flush();
            Clusterer.Save(stream);
        }
        File.Move(fresh, file.FullName, overwrite: true);
    }
}
