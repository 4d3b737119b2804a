using Stemma.Extraction.Html;

namespace Stemma.Fetching;

/// <summary>Which elements may be shown, which lose only their tags, and which go with all they hold.</summary>
internal static class HtmlAllowed
{
    /// <summary>Elements that go with their content: what runs, loads, asks for input, or is read as raw text.</summary>
    public static bool IsDropped(Tag tag) => tag is
        Tag.Script or Tag.Style or Tag.Iframe or Tag.Frame or Tag.Frameset or Tag.Noframes or Tag.Object or Tag.Embed or
        Tag.Applet or Tag.Param or Tag.Link or Tag.Meta or Tag.Base or Tag.Title or Tag.Template or Tag.Svg or
        Tag.Math or Tag.Canvas or Tag.Input or Tag.Button or Tag.Select or Tag.Textarea or Tag.Option or Tag.Optgroup or
        Tag.Noembed or Tag.Xmp or Tag.Plaintext or Tag.Dialog;

    /// <summary>The name the element is written with; null for one of which only the content stays.</summary>
    public static string? NameOf(HtmlTree tree, int node)
    {
        switch (tree[node].Tag)
        {
            case Tag.A or Tag.Abbr or Tag.Address or Tag.Article or Tag.Aside or Tag.Audio or Tag.B or Tag.Big or Tag.Blockquote
                or Tag.Br or Tag.Caption or Tag.Center or Tag.Cite or Tag.Code or Tag.Col or Tag.Colgroup or Tag.Dd or Tag.Del
                or Tag.Details or Tag.Div or Tag.Dl or Tag.Dt or Tag.Em or Tag.Figcaption or Tag.Figure or Tag.Footer
                or Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6 or Tag.Header or Tag.Hgroup or Tag.Hr or Tag.I
                or Tag.Img or Tag.Ins or Tag.Kbd or Tag.Li or Tag.Mark or Tag.Ol or Tag.P or Tag.Picture or Tag.Pre or Tag.Q
                or Tag.S or Tag.Samp or Tag.Section or Tag.Small or Tag.Source or Tag.Span or Tag.Strike or Tag.Strong or Tag.Sub
                or Tag.Summary or Tag.Sup or Tag.Table or Tag.Tbody or Tag.Td or Tag.Tfoot or Tag.Th or Tag.Thead or Tag.Time
                or Tag.Tr or Tag.Track or Tag.Tt or Tag.U or Tag.Ul or Tag.Var or Tag.Video or Tag.Wbr:
                return tree[node].Tag.ToString().ToLowerInvariant();
            case Tag.Other:
                return tree.Raw(node) switch
                {
                    "bdi" => "bdi",
                    "bdo" => "bdo",
                    "dfn" => "dfn",
                    "rb" => "rb",
                    "rp" => "rp",
                    "rt" => "rt",
                    "ruby" => "ruby",
                    "acronym" => "abbr",
                    _ => null,
                };
            default:
                return null;
        }
    }
}
