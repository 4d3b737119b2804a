using System.Text;
using Stemma.Analyzing;
using Stemma.Briefing;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;
using Stemma.Tracing;

namespace Stemma.Benchmarks;

/// <summary>
/// Invented news of realistic size: a few hundred stories that went the whole way through the steps, and as many copies of them
/// as asked for, in which words are replaced by others of the same length, so that every span still holds.
/// </summary>
internal sealed class InventedNews
{
    private const int Stories = 200;
    private const int SentencesAtMost = 24;
    private static readonly string[] Outlets = ["Ellery Courier", "Halyard News", "Morning Packet", "Vasht Herald", "Westshore Gazette", "Daybreak Now", "Calder Ledger", "Tarrow Post"];
    private static readonly string[] Verbs = ["said", "told reporters", "announced", "wrote in a statement", "warned"];
    private static readonly string[] Sections = ["Politics", "World", "Business", "Sport", "Culture", "Health"];
    private readonly string[] _words;
    private readonly List<(Story Story, StoryBrief Brief)> _templates = [];

    public InventedNews()
    {
        var random = new Random(5);
        _words = [.. Enumerable.Range(0, 60_000).Select(_ => Word(random)).Distinct()];
        var outlets = OutletRegistry.LoadBuiltIn().With(Outlets);
        var analyzer = new ArticleAnalyzer(outlets);
        for (var i = 0; i < Stories; i++)
        {
            // Most stories have one account or two, a few have many.
            var accounts = 1 + (int)(8 * Math.Pow(random.NextDouble(), 3));
            var people = Enumerable.Range(0, 4).Select(_ => $"{Name(random)} {Name(random)}").ToArray();
            var subject = Enumerable.Range(0, 12).Select(_ => Pick(random)).ToArray();
            List<Account> told = [];
            for (var a = 0; a < accounts; a++)
            {
                var article = Invent(random, (i * 100) + a + 1, Outlets[(i + a) % Outlets.Length], people, subject);
                told.Add(new Account { Article = article, Analysis = analyzer.Analyze(article), Assignment = new Explanation("bench", "Invented.", null, []) });
            }
            var story = new Story(new StoryId(told[0].Article.Id.Value), told);
            _templates.Add((story, new BriefWriter(outlets).Brief(story, new LineageTracer(outlets).Trace(story))));
        }
    }

    /// <summary>Story number <paramref name="number"/> of an endless row, with new ids and words.</summary>
    public StoryBrief Story(int number, DateTimeOffset at)
    {
        var random = new Random(number);
        var (story, brief) = _templates[number % _templates.Count];
        var accounts = story.Accounts.Select((account, i) =>
        {
            var url = new Uri($"https://news{i}.example/{number}/{i}");
            var id = new Submission { Url = url }.Id;
            var article = account.Article with
            {
                Id = id,
                Title = Vary(random, account.Article.Title),
                Text = Vary(random, account.Article.Text),
                Url = url,
                Published = new Moment(at.AddMinutes(i), true),
            };
            return account with { Article = article, Analysis = account.Analysis with { Article = id } };
        }).ToList();
        var storyId = new StoryId(accounts[0].Article.Id.Value);
        return brief with { Story = new Story(storyId, accounts), HeadlineOf = accounts[0].Article.Id };
    }

    /// <summary>A word of any frequency.</summary>
    public string AnyWord(Random random) => Pick(random);

    private static string Word(Random random)
    {
        const string Consonants = "bcdfghjklmnprstvw";
        const string Vowels = "aeiou";
        var length = 3 + random.Next(7);
        return string.Create(length, random, static (chars, random) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                chars[i] = i % 2 == 0 ? Consonants[random.Next(Consonants.Length)] : Vowels[random.Next(Vowels.Length)];
            }
        });
    }

    private static string Name(Random random)
    {
        var word = Word(random);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    /// <summary>A word by Zipf's law.</summary>
    private string Pick(Random random) => _words[(int)Math.Exp(random.NextDouble() * Math.Log(_words.Length)) % _words.Length];

    private Article Invent(Random random, long id, string outlet, string[] people, string[] subject)
    {
        var text = new StringBuilder();
        List<TextSpan> paragraphs = [];
        var sentences = (SentencesAtMost / 2) + random.Next(SentencesAtMost / 2);
        for (var s = 0; s < sentences; s++)
        {
            if (s % 2 == 0)
            {
                text.Append(text.Length > 0 ? "\n\n" : "");
                paragraphs.Add(new TextSpan(text.Length, text.Length));
            }
            var clause = string.Join(' ', Enumerable.Range(0, 8 + random.Next(12)).Select(w => random.Next(5) switch
            {
                0 => subject[random.Next(subject.Length)],
                1 => ((string[])["the", "of", "to", "in", "and"])[w % 5],
                _ => Pick(random),
            }));
            text.Append(s % 2 == 1 ? " " : "").Append((s % 4) switch
            {
                1 => $"“We {clause},” {people[random.Next(people.Length)]} {Verbs[random.Next(Verbs.Length)]}.",
                3 => $"{people[random.Next(people.Length)]} {Verbs[random.Next(Verbs.Length)]} that the {clause} on Friday.",
                _ => $"The {clause} with {random.Next(2, 900)} {subject[0]} in {Name(random)}.",
            });
            paragraphs[^1] = new TextSpan(paragraphs[^1].Start, text.Length);
        }
        return new Article
        {
            Id = new ArticleId(id),
            Source = "bench",
            Outlet = outlet,
            Title = $"{people[0]} and the {subject[0]} of {subject[1]} {subject[2]}",
            Language = "en",
            Section = id % 3 == 0 ? null : Sections[(int)(id / 100 % Sections.Length)],
            Published = new Moment(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), true),
            Text = text.ToString(),
            Paragraphs = paragraphs,
        };
    }

    /// <summary>A third of the longer lower-case words become others of the same length.</summary>
    private string Vary(Random random, string text)
    {
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length;)
        {
            var start = i;
            while (i < chars.Length && char.IsAsciiLetterLower(chars[i]))
            {
                i++;
            }
            if (i - start >= 5 && random.Next(3) == 0)
            {
                var word = Pick(random);
                for (var k = start; k < i; k++)
                {
                    chars[k] = word[(k - start) % word.Length];
                }
            }
            i = i == start ? i + 1 : i;
        }
        return new string(chars);
    }
}
