namespace Stemma.Clustering;

/// <summary>
/// The figures by which articles become stories. Chosen on the earlier part in time of the development half of the
/// labelled streams by <c>stemma eval clustering</c>.
/// </summary>
public sealed record ClusteringOptions
{
    /// <summary>How much of the body is read, in UTF-16 code units: news tells the event first.</summary>
    public int BodyLengthChars { get; init; } = 4000;

    /// <summary>Most terms kept of one article's body.</summary>
    public int BodyTerms { get; init; } = 100;

    /// <summary>How much of the body counts as its first sentences, in UTF-16 code units.</summary>
    public int LeadLengthChars { get; init; } = 1000;

    /// <summary>Words in a row that count as taken over.</summary>
    public int ShingleLengthWords { get; init; } = 5;

    /// <summary>How many shingles are sampled of an article.</summary>
    public int SketchSize { get; init; } = 64;

    /// <summary>Most terms kept of one article's first sentences and title each.</summary>
    public int LeadTerms { get; init; } = 60;

    /// <summary>Most numbers kept of one article.</summary>
    public int NumberTerms { get; init; } = 30;

    /// <summary>How much of the body sounds are read from, in UTF-16 code units.</summary>
    public int SoundLengthChars { get; init; } = 2500;

    /// <summary>Most sound keys kept of one article.</summary>
    public int SoundTerms { get; init; } = 32;

    /// <summary>Most ideas shared by languages kept of one article.</summary>
    public int IdeaTerms { get; init; } = 24;

    /// <summary>How many sound keys are looked up where articles of several languages come in.</summary>
    public int SoundLookups { get; init; } = 20;

    /// <summary>Most terms kept of one article's names.</summary>
    public int NameTerms { get; init; } = 48;

    /// <summary>Share of the likeness that words of the body decide; names and title have the rest.</summary>
    public double BodyWeight { get; init; } = 0.5;

    /// <summary>Share of the likeness that names decide.</summary>
    public double NameWeight { get; init; } = 0.3;

    /// <summary>Share of the likeness that words of the title decide.</summary>
    public double TitleWeight { get; init; } = 0.2;

    /// <summary>Mean age of the articles that term frequencies are counted over.</summary>
    public TimeSpan FrequencyWindow { get; init; } = TimeSpan.FromDays(20);

    /// <summary>How many articles of experience the background table of common words stands for.</summary>
    public double BackgroundArticles { get; init; } = 200;

    /// <summary>Share of texts that a word which is not in the background table is taken to stand in.</summary>
    public float UnlistedShare { get; init; } = 0.002f;

    /// <summary>Mean log-odds over a story's accounts at which an article joins it as it comes in.</summary>
    public double JoinAt { get; init; } = -1;

    /// <summary>
    /// Mean log-odds over all pairs at which the second look keeps two articles together, or one and a set: it looks for the
    /// likest first, so it may ask less than <see cref="JoinAt"/>. Headlines alone are kept together at that.
    /// </summary>
    public double SettleAt { get; init; } = -1.75;

    /// <summary>
    /// How much surer the second look must be to join two larger sets, in log-odds: this times the logarithm of the smaller
    /// one's size. A mean over many pairs errs less than one pair, and what it joins wrongly is more.
    /// </summary>
    public double SettleGrowth { get; init; } = 1.25;

    /// <summary>Most that <see cref="SettleGrowth"/> adds, in log-odds: what four or five accounts a side ask for.</summary>
    public double SettleGrowthMost { get; init; } = 2.25;

    /// <summary>
    /// So many articles at most may join a set of <see cref="ManyJoined"/> and more by their mean log-odds with the likest half of
    /// it instead of all. Chosen on the earlier halves of the dense stream and of ECB+, 2026-11-24.
    /// </summary>
    public int FewJoining { get; init; } = 2;

    /// <summary>The least articles of a set that a few may join by its likest half.</summary>
    public int ManyJoined { get; init; } = 4;

    /// <summary>
    /// What the second look takes off the log-odds of two articles where the outlet of one has another that belongs with the
    /// other: an outlet tells one turn of an affair once. Chosen out of fold on the earlier half of the dense stream, 2026-11-24.
    /// </summary>
    public float RivalCost { get; init; } = 2;

    /// <summary>
    /// What a late return costs: two articles far apart in time are judged as if their times were unknown, less this in
    /// log-odds, where that is the better for them. So an old story can be taken up again.
    /// </summary>
    public double LateReturn { get; init; } = 2.5;

    /// <summary>
    /// A handful of pages was mostly put together by someone because they belong together: both thresholds are lower by this
    /// for up to ten articles or so, falling with the logarithm of their number to nothing at <see cref="FewArticles"/>.
    /// </summary>
    public double FewLeniency { get; init; } = 0.9;

    /// <summary>From so many articles on the thresholds stand as they are.</summary>
    public int FewArticles { get; init; } = 300;

    /// <summary>A second look is taken after so many articles, at twice as many of the newest.</summary>
    public int LookEvery { get; init; } = 2000;

    /// <summary>How many accounts of a story, the newest, an article is compared with.</summary>
    public int MembersCompared { get; init; } = 30;

    /// <summary>So many articles, the newest ones, stay open however old they are.</summary>
    public int AlwaysOpen { get; init; } = 3000;

    /// <summary>An article older than this is closed: nothing is compared with it any more.</summary>
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromDays(10);

    /// <summary>Whether closed articles are let go of, because a store keeps them; a batch keeps all to tell them in the end.</summary>
    public bool ForgetsClosed { get; init; }

    /// <summary>How many of an article's heaviest terms are looked up to find its neighbours.</summary>
    public int LookupTerms { get; init; } = 64;

    /// <summary>A term is followed to so many open articles, the newest.</summary>
    public int LongestLookup { get; init; } = 500;

    /// <summary>Neighbours that share less weight than this, in [0, 1], are not compared, but for the nearest few.</summary>
    public double LeastShared { get; init; } = 0.05;

    /// <summary>How many neighbours are compared however little they share.</summary>
    public int SureCandidates { get; init; } = 16;

    /// <summary>How many neighbours are compared in full.</summary>
    public int Candidates { get; init; } = 60;

    /// <summary>
    /// Mean log-odds over the archived accounts of a closed story at which an article takes it up again. Above
    /// <see cref="JoinAt"/>: what nobody told of for days is more often a new event.
    /// </summary>
    public double ReviveAt { get; init; } = 0.5;

    /// <summary>How long the accounts of closed stories can be found again.</summary>
    public TimeSpan ArchivedFor { get; init; } = TimeSpan.FromDays(60);

    /// <summary>How many accounts of closed stories are kept in memory, where no store keeps them.</summary>
    public int MostArchived { get; init; } = 20_000;

    /// <summary>How many accounts of a closed story are archived: the first and the newest.</summary>
    public int AccountsArchived { get; init; } = 3;

    /// <summary>How many of its heaviest terms an archived account is found by, and as many of its shingles by half.</summary>
    public int ArchiveTerms { get; init; } = 12;

    /// <summary>How many archived accounts an article that would open a story is compared with.</summary>
    public int ArchiveCandidates { get; init; } = 8;

    /// <summary>Log-odds, the time left out, from which on two stories that share names are of one storyline.</summary>
    public double ContinueAt { get; init; } = 0.7;

    /// <summary>The names that a storyline needs in both its stories.</summary>
    public int ContinueNames { get; init; } = 2;

    /// <summary>Accounts closer in time than this tell of one event or of two, but not of one that goes on.</summary>
    public TimeSpan ContinueAfter { get; init; } = TimeSpan.FromHours(18);

    /// <summary>What the thresholds are lowered by where so many articles are known; from 0 up.</summary>
    internal double LeniencyFor(int articles) =>
        articles >= FewArticles ? 0
            : FewLeniency * Math.Min(1, 1.7 * (1 - (Math.Log(Math.Max(1, articles)) / Math.Log(FewArticles))));
}
