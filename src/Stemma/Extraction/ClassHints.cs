namespace Stemma.Extraction;

/// <summary>What the class and id names of an element say that it holds. The words stand in class-words.tsv.</summary>
[Flags]
internal enum ClassHints
{
    None = 0,
    Nav = 1 << 0,
    Foot = 1 << 1,
    Head = 1 << 2,
    Side = 1 << 3,
    Related = 1 << 4,
    Popular = 1 << 5,
    Teaser = 1 << 6,
    Share = 1 << 7,
    Comment = 1 << 8,
    Promo = 1 << 9,
    Paywall = 1 << 10,
    Ad = 1 << 11,
    Consent = 1 << 12,
    Caption = 1 << 13,
    Media = 1 << 14,
    Author = 1 << 15,
    Date = 1 << 16,
    Tags = 1 << 17,
    Title = 1 << 18,
    Standfirst = 1 << 19,
    Body = 1 << 20,
    Widget = 1 << 21,
    Pager = 1 << 22,
    Hidden = 1 << 23,
    Form = 1 << 24,
    Quote = 1 << 25,
    Note = 1 << 26,
    Meta = 1 << 27,
    Live = 1 << 28,
}
