namespace Stemma.Extraction;

/// <summary>The elements around a block that tell what it may be.</summary>
[Flags]
internal enum PageRegions
{
    None = 0,
    Nav = 1 << 0,
    Footer = 1 << 1,
    Header = 1 << 2,
    Aside = 1 << 3,
    Form = 1 << 4,
    Figure = 1 << 5,
    Caption = 1 << 6,
    Button = 1 << 7,
    List = 1 << 8,
    Table = 1 << 9,
    Quote = 1 << 10,
    Article = 1 << 11,
    Main = 1 << 12,
    Hidden = 1 << 13,
    Heading = 1 << 14,
    Pre = 1 << 15,
    Details = 1 << 16,
    Address = 1 << 17,
    Dialog = 1 << 18,
    BodyProperty = 1 << 19,
    AuthorProperty = 1 << 20,
    Noscript = 1 << 21,
}
