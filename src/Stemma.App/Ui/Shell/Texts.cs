using System.Globalization;
using Stemma.Model;

namespace Stemma.App.Ui.Shell;

/// <summary>The words of the interface in one language.</summary>
public sealed class Texts(string language, IReadOnlyDictionary<string, string> texts)
{
    private readonly string[] _months = texts.GetValueOrDefault("months", "").Split('|');
    private readonly string[] _shortMonths = texts.GetValueOrDefault("months.short", "").Split('|');

    /// <summary>ISO 639-1.</summary>
    public string Language => language;

    /// <summary>The text; its name where there is none, which a test forbids.</summary>
    public string this[string name] => texts.GetValueOrDefault(name, name);

    /// <summary>All names.</summary>
    public IEnumerable<string> Names => texts.Keys;

    public string Of(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[name], values);

    /// <summary>"1 account", "7 accounts": the texts <c>name.one</c> and <c>name.many</c>.</summary>
    public string Count(string name, int count) => Of(name + (count == 1 ? ".one" : ".many"), count);

    /// <summary>24 November 2026.</summary>
    public string Day(DateTimeOffset at) =>
        Of("date", at.Day, _months.Length == 12 ? _months[at.Month - 1] : at.Month.ToString(CultureInfo.InvariantCulture), at.Year);

    /// <summary>Sep, of 1 to 12.</summary>
    public string ShortMonth(int month) => _shortMonths.Length == 12 ? _shortMonths[month - 1] : month.ToString(CultureInfo.InvariantCulture);

    /// <summary>How long ago, coarsely; the day where it is more than a week.</summary>
    public string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1.5 } => this["ago.now"],
        { TotalMinutes: < 60 } passed => Of("ago.minutes", (int)passed.TotalMinutes),
        { TotalHours: < 24 } passed => Of("ago.hours", (int)passed.TotalHours),
        { TotalDays: < 7 } passed => Count("ago.days", (int)passed.TotalDays),
        _ => Day(at),
    };

    /// <summary>The name of a topic in this language; itself where it is none of ours.</summary>
    public string TopicName(string topic) => texts.GetValueOrDefault("topic." + topic, topic);

    /// <summary>The name of a language in this one; its code where it has none.</summary>
    public string LanguageName(string code) => texts.GetValueOrDefault("lang." + code, code);

    /// <summary>A sentence of the engine that stands by itself, such as what went wrong; as it is where it has no wording here.</summary>
    public string Word(string english) => Reason(new Explanation("", english, null, [])).Text;

    /// <summary>
    /// A judgement's reason in this language. Where it has no wording in it the reason is English and its language is told, so that a
    /// page can mark it.
    /// </summary>
    public (string Text, string? Language) Reason(Explanation explanation)
    {
        var text = CleanText.Of(explanation.Text);
        return Language == TextTable.Fallback ? (text, null)
            : ExplanationWords.Shared.In(Language, text) is { } worded ? (worded, null)
            : (text, TextTable.Fallback);
    }
}
