using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>A time as a feed tells it.</summary>
/// <param name="Text">As written, white space around it left out.</param>
/// <param name="Moment">What it means; null where it could not be understood.</param>
public sealed record FeedDate(string Text, Moment? Moment);
