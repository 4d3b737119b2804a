namespace Stemma.Extraction.Html;

/// <summary>What the parser and the block reader need to know of each element.</summary>
internal static class TagKinds
{
    /// <summary>The element of that name, in any case; <see cref="Tag.Other"/> for names not listed.</summary>
    public static Tag Find(ReadOnlySpan<char> name)
    {
        if (name.Length > 10)
        {
            return Tag.Other;
        }
        Span<char> lower = stackalloc char[10];
        var length = name.ToLowerInvariant(lower);
        return lower[..length] switch
        {
            "a" => Tag.A,
            "abbr" => Tag.Abbr,
            "address" => Tag.Address,
            "applet" => Tag.Applet,
            "area" => Tag.Area,
            "article" => Tag.Article,
            "aside" => Tag.Aside,
            "audio" => Tag.Audio,
            "b" => Tag.B,
            "base" => Tag.Base,
            "big" => Tag.Big,
            "blockquote" => Tag.Blockquote,
            "body" => Tag.Body,
            "br" => Tag.Br,
            "button" => Tag.Button,
            "canvas" => Tag.Canvas,
            "caption" => Tag.Caption,
            "center" => Tag.Center,
            "cite" => Tag.Cite,
            "code" => Tag.Code,
            "col" => Tag.Col,
            "colgroup" => Tag.Colgroup,
            "dd" => Tag.Dd,
            "del" => Tag.Del,
            "details" => Tag.Details,
            "dialog" => Tag.Dialog,
            "dir" => Tag.Dir,
            "div" => Tag.Div,
            "dl" => Tag.Dl,
            "dt" => Tag.Dt,
            "em" => Tag.Em,
            "embed" => Tag.Embed,
            "fieldset" => Tag.Fieldset,
            "figcaption" => Tag.Figcaption,
            "figure" => Tag.Figure,
            "font" => Tag.Font,
            "footer" => Tag.Footer,
            "form" => Tag.Form,
            "frame" => Tag.Frame,
            "frameset" => Tag.Frameset,
            "h1" => Tag.H1,
            "h2" => Tag.H2,
            "h3" => Tag.H3,
            "h4" => Tag.H4,
            "h5" => Tag.H5,
            "h6" => Tag.H6,
            "head" => Tag.Head,
            "header" => Tag.Header,
            "hgroup" => Tag.Hgroup,
            "hr" => Tag.Hr,
            "html" => Tag.Html,
            "i" => Tag.I,
            "iframe" => Tag.Iframe,
            "img" => Tag.Img,
            "input" => Tag.Input,
            "ins" => Tag.Ins,
            "kbd" => Tag.Kbd,
            "label" => Tag.Label,
            "legend" => Tag.Legend,
            "li" => Tag.Li,
            "link" => Tag.Link,
            "main" => Tag.Main,
            "mark" => Tag.Mark,
            "math" => Tag.Math,
            "menu" => Tag.Menu,
            "meta" => Tag.Meta,
            "nav" => Tag.Nav,
            "noembed" => Tag.Noembed,
            "noframes" => Tag.Noframes,
            "noscript" => Tag.Noscript,
            "object" => Tag.Object,
            "ol" => Tag.Ol,
            "optgroup" => Tag.Optgroup,
            "option" => Tag.Option,
            "p" => Tag.P,
            "param" => Tag.Param,
            "picture" => Tag.Picture,
            "plaintext" => Tag.Plaintext,
            "pre" => Tag.Pre,
            "q" => Tag.Q,
            "s" => Tag.S,
            "samp" => Tag.Samp,
            "script" => Tag.Script,
            "section" => Tag.Section,
            "select" => Tag.Select,
            "small" => Tag.Small,
            "source" => Tag.Source,
            "span" => Tag.Span,
            "strike" => Tag.Strike,
            "strong" => Tag.Strong,
            "style" => Tag.Style,
            "sub" => Tag.Sub,
            "summary" => Tag.Summary,
            "sup" => Tag.Sup,
            "svg" => Tag.Svg,
            "table" => Tag.Table,
            "tbody" => Tag.Tbody,
            "td" => Tag.Td,
            "template" => Tag.Template,
            "textarea" => Tag.Textarea,
            "tfoot" => Tag.Tfoot,
            "th" => Tag.Th,
            "thead" => Tag.Thead,
            "time" => Tag.Time,
            "title" => Tag.Title,
            "tr" => Tag.Tr,
            "track" => Tag.Track,
            "tt" => Tag.Tt,
            "u" => Tag.U,
            "ul" => Tag.Ul,
            "var" => Tag.Var,
            "video" => Tag.Video,
            "wbr" => Tag.Wbr,
            "xmp" => Tag.Xmp,
            _ => Tag.Other,
        };
    }

    /// <summary>Elements that have no content and no end tag.</summary>
    public static bool IsVoid(Tag tag) => tag is
        Tag.Area or Tag.Base or Tag.Br or Tag.Col or Tag.Embed or Tag.Frame or Tag.Hr or Tag.Img or
        Tag.Input or Tag.Link or Tag.Meta or Tag.Param or Tag.Source or Tag.Track or Tag.Wbr;

    /// <summary>Elements that begin and end a block of text.</summary>
    public static bool IsBlock(Tag tag) => tag is
        Tag.Address or Tag.Article or Tag.Aside or Tag.Blockquote or Tag.Body or Tag.Caption or Tag.Center or
        Tag.Dd or Tag.Details or Tag.Dialog or Tag.Dir or Tag.Div or Tag.Dl or Tag.Dt or Tag.Fieldset or
        Tag.Figcaption or Tag.Figure or Tag.Footer or Tag.Form or Tag.Frameset or Tag.H1 or Tag.H2 or Tag.H3 or
        Tag.H4 or Tag.H5 or Tag.H6 or Tag.Header or Tag.Hgroup or Tag.Hr or Tag.Html or Tag.Legend or Tag.Li or
        Tag.Main or Tag.Menu or Tag.Nav or Tag.Ol or Tag.P or Tag.Plaintext or Tag.Pre or Tag.Section or
        Tag.Summary or Tag.Table or Tag.Tbody or Tag.Td or Tag.Tfoot or Tag.Th or Tag.Thead or Tag.Tr or
        Tag.Ul or Tag.Xmp or Tag.Option or Tag.Optgroup or Tag.Select or Tag.Textarea or Tag.Button or
        Tag.Video or Tag.Audio or Tag.Iframe or Tag.Noscript;

    /// <summary>Elements whose text no reader of the page sees as running text.</summary>
    public static bool IsSkipped(Tag tag) => tag is
        Tag.Applet or Tag.Audio or Tag.Canvas or Tag.Embed or Tag.Head or Tag.Iframe or Tag.Input or
        Tag.Math or Tag.Noembed or Tag.Noframes or Tag.Noscript or Tag.Object or Tag.Option or Tag.Optgroup or
        Tag.Script or Tag.Select or Tag.Style or Tag.Svg or Tag.Template or Tag.Textarea or Tag.Title or
        Tag.Video;

    /// <summary>Elements that end an open paragraph.</summary>
    public static bool ClosesParagraph(Tag tag) => tag is
        Tag.Address or Tag.Article or Tag.Aside or Tag.Blockquote or Tag.Center or Tag.Details or Tag.Dialog or
        Tag.Dir or Tag.Div or Tag.Dl or Tag.Fieldset or Tag.Figcaption or Tag.Figure or Tag.Footer or
        Tag.Form or Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6 or Tag.Header or Tag.Hgroup or
        Tag.Hr or Tag.Main or Tag.Menu or Tag.Nav or Tag.Ol or Tag.P or Tag.Plaintext or Tag.Pre or
        Tag.Section or Tag.Summary or Tag.Table or Tag.Ul or Tag.Xmp;

    /// <summary>Elements that style a stretch of text: when misnested they must not tear blocks apart.</summary>
    public static bool IsInline(Tag tag) => tag is
        Tag.A or Tag.B or Tag.Big or Tag.Code or Tag.Em or Tag.Font or Tag.I or Tag.S or Tag.Small or
        Tag.Strike or Tag.Strong or Tag.Tt or Tag.U or Tag.Span or Tag.Abbr or Tag.Cite or Tag.Mark or Tag.Q or
        Tag.Sub or Tag.Sup or Tag.Time or Tag.Label or Tag.Ins or Tag.Del or Tag.Kbd or Tag.Samp or Tag.Var;

    public static bool IsHeading(Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    /// <summary>Elements whose content is characters only, up to their own end tag.</summary>
    public static bool IsRawText(Tag tag) => tag is
        Tag.Script or Tag.Style or Tag.Textarea or Tag.Title or Tag.Iframe or Tag.Noembed or Tag.Noframes or Tag.Xmp;
}
