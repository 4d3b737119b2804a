using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>
/// Step 4: which articles tell of the same event, decided as they stream in and looked at again later. Articles must come
/// in order of time, those of equal time in order of their ids (<see cref="ArrivalOrder"/>); those without a time may stand
/// anywhere.
/// </summary>
public sealed class StoryClusterer
{
    /// <summary>Links less likely than this are not kept for the second look.</summary>
    private const double Hopeless = -2.5;

    private const string StateForm = "stemma-stories-3";

    private readonly ClusteringOptions _options;
    private readonly FeatureReader _reader;
    private readonly StreamWindow _window;
    private readonly PairModel _model;
    private readonly SecondLook _secondLook;
    private readonly PairMemory _memory = new();
    private readonly StoryCorrections _corrections = new();
    private readonly StoryBook _book;
    private readonly StoryArchive _archive;
    private readonly StorylineFinder _storylines;
    private readonly List<ClosedArticle> _toArchive = [];
    private readonly Dictionary<StoryId, OpenStory> _revived = [];
    private int _sinceLook;

    /// <summary>A clusterer that has seen nothing yet.</summary>
    public StoryClusterer()
        : this(new ClusteringOptions())
    {
    }

    /// <summary>A clusterer with figures of the caller's own.</summary>
    public StoryClusterer(ClusteringOptions options)
        : this(options, PairWeights.LoadBuiltIn())
    {
    }

    internal StoryClusterer(ClusteringOptions options, PairWeights weights)
    {
        _options = options;
        _book = new StoryBook(options.ForgetsClosed);
        var background = BackgroundFrequencies.LoadBuiltIn();
        _reader = new FeatureReader(options, background);
        _model = new PairModel(options, weights);
        _window = new StreamWindow(options, background, _model.Products);
        _secondLook = new SecondLook(options, _model, _memory, _corrections);
        _archive = new StoryArchive(options);
        _storylines = new StorylineFinder(options, _model);
    }

    /// <summary>
    /// Puts one article in a story, or opens a new one for it. An article that came before is answered as before. The cost
    /// does not depend on how many articles have been seen.
    /// </summary>
    public StoryAssignment Cluster(Article article, Analysis analysis)
    {
        _ = analysis;
        return _book.Find(article.Id) ?? Cluster(article, _reader.Read(article));
    }

    /// <summary>
    /// What an article is compared by, and what a store that keeps the accounts of closed stories is to be asked for before the
    /// article is put in a story; null where it is in one already. Changes nothing.
    /// </summary>
    internal (ArticleFeatures Features, IReadOnlyList<uint> Terms)? Prepare(Article article)
    {
        if (_book.Find(article.Id) is not null)
        {
            return null;
        }
        var features = _reader.Read(article);
        return (features, _window.ArchiveTermsOf(_window.Preview(features)));
    }

    /// <summary>Accounts seen before this are not looked for in an archive.</summary>
    internal DateTimeOffset ArchivedSince =>
        _window.Clock > DateTimeOffset.MinValue + _options.ArchivedFor ? _window.Clock - _options.ArchivedFor : DateTimeOffset.MinValue;

    /// <summary>Accounts of stories that were closed since the last call, for a store to keep.</summary>
    internal IReadOnlyList<ClosedArticle> TakeToArchive()
    {
        ClosedArticle[] closed = [.. _toArchive];
        _toArchive.Clear();
        return closed;
    }

    /// <summary>
    /// Where each article has ended up, in the order they came in, after a second look at all that are still open. Its cost is
    /// near linear in the open articles.
    /// </summary>
    public IReadOnlyList<StoryAssignment> Settle()
    {
        Look(_window.Open);
        return _book.All();
    }

    /// <summary>
    /// A second look at the newest articles, twice as many as <see cref="ClusteringOptions.LookEvery"/>, and the assignments
    /// that changed since this was last asked, whichever look changed them; in order of arrival.
    /// </summary>
    public IReadOnlyList<StoryAssignment> LookAgain()
    {
        LookAtNewest();
        return TakeMoved();
    }

    /// <summary>The assignments that a second look on the way changed since this was last asked, in order of arrival.</summary>
    public IReadOnlyList<StoryAssignment> TakeMoved()
    {
        var moved = _book.TakeMoved();
        _book.Tidy();
        return moved;
    }

    /// <summary>
    /// Takes in articles whose stories are known, as after a restart: later articles are compared with them as if they had come
    /// by <see cref="Cluster(Article, Analysis)"/>. Those that are known already are put in the story given.
    /// </summary>
    public void Reenter(IEnumerable<(Article Article, StoryAssignment Assignment)> assigned)
    {
        ArgumentNullException.ThrowIfNull(assigned);
        Dictionary<StoryId, OpenStory> stories = [];
        Dictionary<ArticleId, OpenArticle> open = [];
        foreach (var article in _window.Open)
        {
            stories[article.Story!.Id] = article.Story;
            open[article.Id] = article;
        }
        foreach (var (article, assignment) in assigned)
        {
            if (_book.Find(article.Id) is not null)
            {
                continue;
            }
            var (entered, neighbours) = _window.Enter(_reader.Read(article));
            entered.Links = LinksOf(Compare(entered, neighbours));
            if (!stories.TryGetValue(assignment.Story, out var story))
            {
                stories.Add(assignment.Story, story = Reopen(assignment.Story));
            }
            entered.VersionOf = assignment.VersionOf is { } earlier && open.TryGetValue(earlier, out var version) ? version.Slot : -1;
            story.Add(entered);
            open[article.Id] = entered;
            _book.Add(assignment);
            CloseOld();
        }
    }

    /// <summary>How many articles new ones are compared with.</summary>
    public int OpenArticles => _window.Open.Count;

    /// <summary>
    /// Writes all that the next decision rests on: a clusterer with the same options that reads it goes on as if the stream had
    /// not been cut. Cut between two times, not within articles of one time.
    /// </summary>
    public void Save(Stream target)
    {
        using var writer = new BinaryWriter(target, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(StateForm);
        writer.Write(_sinceLook);
        _corrections.Write(writer);
        _book.Write(writer);
        _window.Write(writer);
        _archive.Write(writer);
        writer.Write(_revived.Count);
        foreach (var story in _revived.Keys.Order())
        {
            writer.Write(story.Value);
        }
    }

    /// <summary>A clusterer that goes on where <see cref="Save"/> left off.</summary>
    /// <exception cref="InvalidDataException">The stream holds no state, or one of another form.</exception>
    public static StoryClusterer Restore(Stream source, ClusteringOptions? options = null)
    {
        using var reader = new BinaryReader(source, System.Text.Encoding.UTF8, leaveOpen: true);
        if (reader.ReadString() != StateForm)
        {
            throw new InvalidDataException("Could not go on with the stories: the file does not hold a state of this version.");
        }
        var clusterer = new StoryClusterer(options ?? new ClusteringOptions()) { _sinceLook = reader.ReadInt32() };
        clusterer._corrections.Read(reader);
        clusterer._book.Read(reader);
        clusterer._window.Read(reader);
        clusterer._archive.Read(reader);
        var revived = Enumerable.Range(0, reader.ReadInt32()).Select(_ => new StoryId(reader.ReadInt64())).ToHashSet();
        foreach (var article in clusterer._window.Open)
        {
            if (revived.Contains(article.Story!.Id))
            {
                clusterer._revived[article.Story.Id] = article.Story;
            }
        }
        return clusterer;
    }

    /// <summary>A person's word that two articles tell of one event. Obeyed from the next article or settlement on.</summary>
    public void PutTogether(ArticleId a, ArticleId b) => _corrections.Add(a, b, together: true);

    /// <summary>A person's word that two articles tell of different events. Obeyed from the next article or settlement on.</summary>
    public void KeepApart(ArticleId a, ArticleId b) => _corrections.Add(a, b, together: false);

    /// <summary>The story that an id stands for now: itself, or the story it was merged into.</summary>
    public StoryId Resolve(StoryId story) => _book.Resolve(story);

    internal ArticleFeatures Read(Article article) => _reader.Read(article);

    internal StoryAssignment Cluster(Article article, ArticleFeatures features, IReadOnlyList<ClosedArticle>? archived = null)
    {
        var (entered, neighbours) = _window.Enter(features);
        List<(OpenArticle Article, double LogOdds)> compared = Compare(entered, neighbours);
        entered.Links = LinksOf(compared);
        var assignment = Corrected(article, entered) ?? Judged(article, features, entered, compared, archived);
        _book.Add(assignment);
        CloseOld();
        if (++_sinceLook >= _options.LookEvery)
        {
            LookAtNewest();
        }
        return assignment;
    }

    private List<(OpenArticle Article, double LogOdds)> Compare(OpenArticle entered, List<OpenArticle> neighbours)
    {
        _model.Compare(entered, neighbours);
        return neighbours.ConvertAll(static n => (n, n.Compared));
    }

    private static (int Slot, float LogOdds)[] LinksOf(List<(OpenArticle Article, double LogOdds)> compared) =>
        [.. compared.Where(static c => c.LogOdds > Hopeless).Select(static c => (c.Article.Slot, (float)c.LogOdds))];

    private void CloseOld()
    {
        foreach (var closed in _window.TakeClosed())
        {
            _book.Close(closed.Id);
            if (closed.Story!.Members[^1] == closed)
            {
                _revived.Remove(closed.Story.Id);
                Archive(closed.Story);
            }
        }
    }

    /// <summary>Its last account was closed: the first and the newest are kept to be found again.</summary>
    private void Archive(OpenStory story)
    {
        for (var i = 0; i < story.Members.Count; i++)
        {
            if (i > 0 && i <= story.Members.Count - _options.AccountsArchived)
            {
                continue;
            }
            var (account, seen) = (story.Members[i].Weighted, story.Members[i].Seen);
            var closed = new ClosedArticle(_book.Resolve(story.Id), seen, _window.ArchiveTermsOf(account), account);
            if (_options.ForgetsClosed)
            {
                _toArchive.Add(closed);
            }
            else
            {
                _archive.Keep(closed);
            }
        }
    }

    // Only so many of the newest: what is older was looked at before. So the cost for each article stays the same.
    private void LookAtNewest()
    {
        var open = _window.Open;
        Look([.. open.Skip(Math.Max(0, open.Count - (2 * _options.LookEvery)))]);
    }

    private StoryAssignment Judged(
        Article article,
        ArticleFeatures features,
        OpenArticle entered,
        List<(OpenArticle Article, double LogOdds)> compared,
        IReadOnlyList<ClosedArticle>? archived)
    {
        var candidates = Rank(entered, compared);
        if (candidates.Count > 0 && candidates[0].LogOdds >= _options.JoinAt - _options.LeniencyFor(entered.Slot + 1))
        {
            return Put(
                article, entered, candidates[0].Story, candidates[0].Story.Members, JoinExplainer.Joined(article, features, entered.Weighted, candidates));
        }
        archived ??= _archive.IsEmpty ? [] : _archive.Find(_window.ArchiveTermsOf(entered.Weighted), _window.Clock);
        if (_storylines.Revived(entered, archived, IsApart) is { } closed)
        {
            return Put(
                article, entered, Reopen(closed.Story.Id), closed.Story.Members,
                JoinExplainer.Revived(article, features, entered.Weighted, closed));
        }
        var opened = Put(article, entered, new OpenStory(_book.NameFor(article.Id)), [], JoinExplainer.Opened(candidates));
        return _storylines.Continued(entered, compared, archived) is { } earlier
            ? opened with
            {
                Continues = new Continuation(earlier.Story.Id, JoinExplainer.Continued(article, features, entered.Weighted, earlier.Story, earlier.Probability)),
            }
            : opened;

        bool IsApart(ArticleId other) => _corrections.AreApart(article.Id, other);
    }

    /// <summary>A closed story, open again; the same one where it was taken up before and is still open.</summary>
    private OpenStory Reopen(StoryId id)
    {
        if (!_revived.TryGetValue(id, out var story) || story.Members.Count == 0 || _window.IsClosed(story.Members[^1]))
        {
            _revived[id] = story = new OpenStory(id);
        }
        return story;
    }

    private static StoryAssignment Put(
        Article article, OpenArticle entered, OpenStory story, IReadOnlyList<OpenArticle> others, Explanation explanation)
    {
        var earlier = VersionFinder.Find(entered.Weighted, others);
        entered.VersionOf = earlier?.Slot ?? -1;
        story.Add(entered);
        return new StoryAssignment(article.Id, story.Id, earlier?.Id, explanation);
    }

    /// <summary>The story that a person put the article in; null if nobody did.</summary>
    private StoryAssignment? Corrected(Article article, OpenArticle entered)
    {
        foreach (var (a, b) in _corrections.Together)
        {
            var other = a == article.Id ? b : b == article.Id ? a : (ArticleId?)null;
            if (other is { } id && _window.Open.FirstOrDefault(o => o.Id == id && o != entered)?.Story is { } story)
            {
                story.Add(entered);
                return new StoryAssignment(article.Id, story.Id, null, new Explanation(
                    "cluster.corrected", $"A reader said that it belongs together with {id}.", null, []));
            }
        }
        return null;
    }

    /// <summary>The stories of the neighbours, the one whose accounts are likest on the mean first.</summary>
    private List<JoinCandidate> Rank(OpenArticle article, List<(OpenArticle Article, double LogOdds)> compared)
    {
        List<OpenStory> stories = [];
        HashSet<OpenStory> ranked = [];
        List<OpenArticle> others = [];
        foreach (var (neighbour, nearest) in compared)
        {
            // A story whose nearest account is hopelessly unlike is not worth the comparison with all of them.
            var story = neighbour.Story!;
            if (nearest <= Hopeless || !ranked.Add(story) || (!_corrections.IsEmpty && story.Members.Any(m => _corrections.AreApart(m.Id, article.Id))))
            {
                continue;
            }
            stories.Add(story);
            var members = story.Members;
            for (var i = FirstCompared(story); i < members.Count; i++)
            {
                if (members[i].ComparedBy != article.Slot)
                {
                    others.Add(members[i]);
                }
            }
        }
        _model.Compare(article, others);
        foreach (var other in others)
        {
            _memory.Add(other.Slot, article.Slot, (float)other.Compared);
        }
        List<JoinCandidate> candidates = [];
        foreach (var story in stories)
        {
            var sum = 0.0;
            var members = story.Members;
            for (var i = FirstCompared(story); i < members.Count; i++)
            {
                sum += members[i].Compared;
            }
            candidates.Add(new JoinCandidate(story, sum / (members.Count - FirstCompared(story))));
        }
        candidates.Sort(static (x, y) => x.LogOdds != y.LogOdds
            ? y.LogOdds.CompareTo(x.LogOdds)
            : x.Story.Members[0].Slot.CompareTo(y.Story.Members[0].Slot));
        return candidates;
    }

    private int FirstCompared(OpenStory story) => Math.Max(0, story.Members.Count - _options.MembersCompared);

    private void Look(IReadOnlyList<OpenArticle> articles)
    {
        _sinceLook = 0;
        if (articles.Count > 0)
        {
            // Only of so many are pairs asked for again.
            _memory.Forget(articles[^1].Slot + 1 - (2 * _options.LookEvery));
        }
        foreach (var move in _secondLook.Look(articles, _book.IsNamed))
        {
            _book.Move(move, MoveExplainer.Explain(move, _model, _options));
        }
    }
}
