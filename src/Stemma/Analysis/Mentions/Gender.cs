namespace Stemma.Analyzing;

/// <summary>What a forename or a title tells of how a person is spoken of.</summary>
internal enum Gender : byte
{
    Unknown,
    Female,
    Male,
}
