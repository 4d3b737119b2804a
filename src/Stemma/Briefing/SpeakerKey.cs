namespace Stemma.Briefing;

/// <summary>Who speaks a quote, in a form that can be compared over accounts.</summary>
/// <param name="Key">Equal for all forms of one name; empty where the account tells nobody.</param>
/// <param name="IsPerson">Whether it is a person's name; else a body's or a description.</param>
/// <param name="IsSure">Whether the text tells it plainly.</param>
internal readonly record struct SpeakerKey(string Key, bool IsPerson, bool IsSure);
