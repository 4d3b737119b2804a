namespace Stemma.Extraction.Html;

/// <summary>The elements that extraction tells apart; all others are <see cref="Other"/>.</summary>
internal enum Tag : byte
{
    Text, Other,
    A, Abbr, Address, Applet, Area, Article, Aside, Audio, B, Base, Big, Blockquote, Body, Br, Button, Canvas, Caption,
    Center, Cite, Code, Col, Colgroup, Dd, Del, Details, Dialog, Dir, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption,
    Figure, Font, Footer, Form, Frame, Frameset, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I, Iframe,
    Img, Input, Ins, Kbd, Label, Legend, Li, Link, Main, Mark, Math, Menu, Meta, Nav, Noembed, Noframes, Noscript,
    Object, Ol, Optgroup, Option, P, Param, Picture, Plaintext, Pre, Q, S, Samp, Script, Section, Select, Small, Source,
    Span, Strike, Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time,
    Title, Tr, Track, Tt, U, Ul, Var, Video, Wbr, Xmp,
}
