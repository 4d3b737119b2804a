using System.Collections.Concurrent;
using Stemma.App.Serving;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Front;

/// <summary>
/// The topics of stories: by the section that most of a story's accounts stand in, else by the folder of a feed it came by, else by the
/// words of its headline as the other stories have taught. Kept until a story changes.
/// </summary>
internal sealed class StoryTopics(IStore store, ServerSetup setup) : IDisposable
{
    private const int MostLearned = 4000;
    private const int MostKept = 20_000;
    private static readonly TimeSpan LearnsAgain = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<(StoryId Story, int Accounts), StoryTopic> _known = new();
    private readonly SemaphoreSlim _learning = new(1);
    private TopicModel? _model;
    private DateTimeOffset _learned;

    /// <summary>The topic of each of the stories.</summary>
    public async ValueTask<IReadOnlyDictionary<StoryId, StoryTopic>> OfAsync(IReadOnlyList<StoryLine> lines, CancellationToken cancellationToken)
    {
        var model = await ModelAsync(cancellationToken).ConfigureAwait(false);
        var fresh = lines.Where(l => !_known.ContainsKey((l.Id, l.Accounts))).ToList();
        if (fresh.Count > 0)
        {
            if (_known.Count > MostKept)
            {
                _known.Clear();
                fresh = [.. lines];
            }
            var folders = (await store.FoldersAsync([.. fresh.Select(static l => l.Id)], cancellationToken).ConfigureAwait(false)).ToLookup(static f => f.Story, static f => f.Folder);
            foreach (var line in fresh)
            {
                _known[(line.Id, line.Accounts)] = Judge(line, [.. folders[line.Id]], model);
            }
        }
        var topics = new Dictionary<StoryId, StoryTopic>(lines.Count);
        foreach (var line in lines)
        {
            topics[line.Id] = _known.TryGetValue((line.Id, line.Accounts), out var known) ? known : Judge(line, [], model);
        }
        return topics;
    }

    /// <summary>What one line, the folders it came by and what was learned tell.</summary>
    public static StoryTopic Judge(StoryLine line, IReadOnlyList<string> folders, TopicModel model)
    {
        if (TopicNames.Shared.Of(line.Section) is { } bySection)
        {
            return new StoryTopic(bySection, folders, new Explanation("front.topic.section", $"Most of its accounts that name a section stand under “{line.Section}”.", null, []));
        }
        foreach (var folder in folders)
        {
            if (TopicNames.Shared.Of(folder) is { } byFolder)
            {
                return new StoryTopic(byFolder, folders, new Explanation("front.topic.folder", $"It came by a feed of your folder “{folder}”.", null, []));
            }
        }
        return model.Tell(line.Language, line.Title) is var (topic, sure, words)
            ? new StoryTopic(topic, folders, new Explanation("front.topic.words", $"Its headline has words that stand under this topic elsewhere: {string.Join(", ", words)}.", sure, []))
            : new StoryTopic(null, folders, null);
    }

    public void Dispose() => _learning.Dispose();

    private async ValueTask<TopicModel> ModelAsync(CancellationToken cancellationToken)
    {
        var now = setup.Clock.GetUtcNow();
        if (_model is { } ready && now - _learned < LearnsAgain)
        {
            return ready;
        }
        // One request learns; others go on with what there is.
        if (!await _learning.WaitAsync(_model is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
        {
            return _model!;
        }
        try
        {
            if (_model is { } made && now - _learned < LearnsAgain)
            {
                return made;
            }
            var model = new TopicModel();
            foreach (var line in await store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, now.AddDays(1), MostLearned, cancellationToken).ConfigureAwait(false))
            {
                if (TopicNames.Shared.Of(line.Section) is { } topic)
                {
                    model.Learn(topic, line.Language, line.Title);
                }
            }
            _known.Clear();
            (_model, _learned) = (model, now);
            return model;
        }
        finally
        {
            _learning.Release();
        }
    }
}
