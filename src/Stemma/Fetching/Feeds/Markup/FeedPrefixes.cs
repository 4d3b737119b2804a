namespace Stemma.Fetching;

/// <summary>The namespace prefixes in force while a document is read.</summary>
internal sealed class FeedPrefixes(string source)
{
    // More declarations in force at once than any feed has; further ones are passed over.
    private const int Most = 256;

    private readonly (int Start, int Length, FeedVocabulary Vocabulary)[] _declared = new (int, int, FeedVocabulary)[Most];
    private readonly int[] _scopes = new int[FeedLimits.Depth + 1];

    /// <summary>Declarations in force.</summary>
    public int Count { get; private set; }

    /// <summary>Notes <c>xmlns</c> or <c>xmlns:prefix</c>.</summary>
    public void Declare(ReadOnlySpan<char> name, ReadOnlySpan<char> address, int nameStart)
    {
        if (Count < Most && (name.Length == 5 || name[5] == ':'))
        {
            var skip = Math.Min(name.Length, 6);
            _declared[Count++] = (nameStart + skip, name.Length - skip, FeedVocabularies.OfNamespace(address));
        }
    }

    /// <summary>What a prefix stands for; the empty one is that of names without a prefix.</summary>
    public FeedVocabulary Find(ReadOnlySpan<char> prefix, out bool isDeclared)
    {
        isDeclared = true;
        for (var i = Count - 1; i >= 0; i--)
        {
            var (start, length, vocabulary) = _declared[i];
            if (length == prefix.Length && source.AsSpan(start, length).SequenceEqual(prefix))
            {
                // A feed in an unknown default namespace is a feed all the same; a foreign prefix is not.
                return prefix.Length == 0 && vocabulary == FeedVocabulary.Other ? FeedVocabulary.Core : vocabulary;
            }
        }
        if (prefix.Length == 0)
        {
            return FeedVocabulary.Core;
        }
        isDeclared = prefix is "xml";
        return FeedVocabularies.OfPrefix(prefix);
    }

    /// <summary>
    /// Names without a prefix are the feed's own, whatever the root declares: some feeds take a module's namespace for it.
    /// </summary>
    public void MakeDefaultCore()
    {
        for (var i = 0; i < Count; i++)
        {
            if (_declared[i].Length == 0)
            {
                _declared[i].Vocabulary = FeedVocabulary.Core;
            }
        }
    }

    /// <summary>The element at that depth is open: declarations from number <paramref name="scope"/> on are its own.</summary>
    public void Open(int depth, int scope) => _scopes[depth] = scope;

    /// <summary>The element at that depth is over, and its declarations with it.</summary>
    public void Close(int depth) => Count = Math.Min(Count, _scopes[depth]);

    /// <summary>Forgets the declarations from number <paramref name="scope"/> on.</summary>
    public void Cut(int scope) => Count = scope;
}
