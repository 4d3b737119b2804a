using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Feeds;

/// <summary>What is shown cannot run, whoever parses it; what is harmless stays.</summary>
public sealed class HtmlSanitizerTests
{
    private static readonly string[] Elements =
    [
        "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code",
        "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "rb", "rp", "rt", "ruby", "s",
        "samp", "section", "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
        "time", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
    ];

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel", "ftp", "news", "xmpp", "irc", "magnet"];

    /// <summary>Attacks of our own making, one a row.</summary>
    public static TheoryData<string> Attacks =>
    [
        "<script>go()</script>",
        "<SCRIPT SRC=//x.example/s></SCRIPT>",
        "<scr<script>ipt>go()</scr</script>ipt>",
        "<script/x>go()</script>",
        "<script>go()",
        "<img src=x onerror=go()>",
        "<img src=x onerror = 'go()' >",
        "<img/src=x/onerror=go()>",
        "<img src='x' OnErRoR='go()'>",
        "<img src=x\nonerror\n=\ngo()>",
        "<img src=x o&#110;error=go()>",
        "<body onload=go()>",
        "<p onmouseover=go()>x</p>",
        "<a href=javascript:go()>x</a>",
        "<a href=' javascript:go()'>x</a>",
        "<a href='java\tscript:go()'>x</a>",
        "<a href='java&#10;script:go()'>x</a>",
        "<a href='&#x6A;avascript:go()'>x</a>",
        "<a href='jAvAsCrIpT:go()'>x</a>",
        "<a href='\u0001javascript:go()'>x</a>",
        "<a href='javascript&colon;go()'>x</a>",
        "<a href='vbscript:go()'>x</a>",
        "<a href='data:text/html,<script>go()</script>'>x</a>",
        "<a href='feed:javascript:go()'>x</a>",
        "<a href='view-source:javascript:go()'>x</a>",
        "<img src='data:image/svg+xml,<svg onload=go()>'>",
        "<img srcset='javascript:go() 1x, x.png 2x'>",
        "<video poster=javascript:go() src=x></video>",
        "<iframe src=javascript:go()></iframe>",
        "<iframe srcdoc='<script>go()</script>'></iframe>",
        "<object data=javascript:go()></object>",
        "<embed src=javascript:go()>",
        "<applet code=x></applet>",
        "<form action=javascript:go()><input type=submit></form>",
        "<button formaction=javascript:go()>x</button>",
        "<isindex action=javascript:go()>",
        "<base href=javascript:go()//><a href=x>y</a>",
        "<meta http-equiv=refresh content='0;javascript:go()'>",
        "<link rel=stylesheet href=javascript:go()>",
        "<style>@import 'javascript:go()'</style>",
        "<p style='background:url(javascript:go())'>x</p>",
        "<p style='width:expression(go())'>x</p>",
        "<svg onload=go()>",
        "<svg><script>go()</script></svg>",
        "<svg><a xlink:href=javascript:go()><text>x</text></a></svg>",
        "<svg><animate onbegin=go() attributeName=x></svg>",
        "<svg><style><img src=x onerror=go()></style></svg>",
        "<svg></p><style><a id='</style><img src=x onerror=go()>'>",
        "<math><mtext><table><mglyph><style><img src=x onerror=go()></style></mglyph></table></mtext></math>",
        "<math><mi//xlink:href='data:x,<script>go()</script>'>",
        "<math><annotation-xml encoding='text/html'><img src=x onerror=go()></annotation-xml></math>",
        "<noscript><p title='</noscript><img src=x onerror=go()>'>",
        "<textarea></textarea><img src=x onerror=go()><textarea>",
        "<title><img title='</title><img src=x onerror=go()>'></title>",
        "<xmp><p title='</xmp><img src=x onerror=go()>'></xmp>",
        "<plaintext><img src=x onerror=go()>",
        "<template><img src=x onerror=go()></template>",
        "<select><option><img src=x onerror=go()></select>",
        "<!--><img src=x onerror=go()>-->",
        "<!-- --!><img src=x onerror=go()> -->",
        "<![CDATA[<img src=x onerror=go()>]]>",
        "<?xml-stylesheet href='javascript:go()'?>",
        "<a title='\"><img src=x onerror=go()>'>x</a>",
        "<a title='&quot;&gt;&lt;img src=x onerror=go()&gt;'>x</a>",
        "<p title=`\"onclick=go()`>x</p>",
        "<table><td background=javascript:go()>x</td></table>",
        "<a name=body id=location href=x>x</a>",
        "<marquee onstart=go()>x</marquee>",
        "<details open ontoggle=go()>x</details>",
        "<dialog open onclose=go()>x</dialog>",
        "<x-y onclick=go() style=a>x</x-y>",
        "&lt;img src=x onerror=go()&gt;",
        "<a href='//x.example' target=_blank rel=opener>x</a>",
        "<img src=x alt='\0\" onerror=go()'>",
        "<im\0g src=x onerror=go()>",
        "<b><a href=https://a.example>1<div><a href=https://b.example>2</b>3</div>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_that_runs_is_left(string attack)
    {
        foreach (var images in Enum.GetValues<HtmlImages>())
        {
            var sanitizer = new HtmlSanitizer(images);
            var shown = sanitizer.Sanitize(attack, "https://a.example/");

            AssertHarmless(shown);
            Assert.Equal(shown, sanitizer.Sanitize(shown, "https://a.example/"));
        }
    }

    [Fact]
    public void Nothing_that_runs_is_left_of_attacks_put_together()
    {
        var attacks = Attacks.Select(a => a.Data).ToArray();
        var random = new Random(7);
        var sanitizer = new HtmlSanitizer();
        for (var i = 0; i < 1500; i++)
        {
            var parts = Enumerable.Range(0, random.Next(2, 6)).Select(_ => attacks[random.Next(attacks.Length)]);
            var attack = string.Concat(parts.Select(p => random.Next(3) == 0 ? p[..random.Next(p.Length + 1)] : p));
            var shown = sanitizer.Sanitize(attack);

            AssertHarmless(shown);
            Assert.Equal(shown, sanitizer.Sanitize(shown));
        }
    }

    [Theory]
    [InlineData("<p>Tide <b>and</b> <em>time</em></p>", "<p>Tide <b>and</b> <em>time</em></p>")]
    [InlineData("<h2>A</h2><ul><li>1<li>2</ul>", "<h2>A</h2><ul><li>1</li><li>2</li></ul>")]
    [InlineData("a<br/>b &amp; c &nbsp; d", "a<br>b &amp; c \u00a0 d")]
    [InlineData("<form><p>kept</p></form>", "<p>kept</p>")]
    [InlineData("<a href=\"/b?x=1&amp;y=2\">b</a>", "<a href=\"https://a.example/b?x=1&amp;y=2\" rel=\"noopener noreferrer\">b</a>")]
    [InlineData("<table><tr><td colspan=2>x</td></tr></table>", "<table><tr><td colspan=\"2\">x</td></tr></table>")]
    [InlineData("<ruby>橋<rt>はし</rt></ruby>", "<ruby>橋<rt>はし</rt></ruby>")]
    [InlineData("1 < 2 > 0", "1 &lt; 2 &gt; 0")]
    public void What_is_harmless_stays(string html, string expected) =>
        Assert.Equal(expected, new HtmlSanitizer().Sanitize(html, "https://a.example/"));

    [Fact]
    public void Pictures_are_shown_or_become_links_or_go()
    {
        const string Html = "<p><img src=\"/p.jpg\" alt=\"The bridge\" width=\"640\"></p>";

        Assert.Equal(
            "<p><img src=\"https://a.example/p.jpg\" alt=\"The bridge\" width=\"640\" loading=\"lazy\" referrerpolicy=\"no-referrer\"></p>",
            new HtmlSanitizer().Sanitize(Html, "https://a.example/"));
        Assert.Equal(
            "<p><a href=\"https://a.example/p.jpg\" data-media=\"image\" rel=\"noopener noreferrer\">The bridge</a></p>",
            new HtmlSanitizer(HtmlImages.AsLinks).Sanitize(Html, "https://a.example/"));
        Assert.Equal("<p></p>", new HtmlSanitizer(HtmlImages.LeftOut).Sanitize(Html, "https://a.example/"));
    }

    [Fact]
    public void A_hundred_thousand_of_anything_takes_no_time()
    {
        var sanitizer = new HtmlSanitizer();
        foreach (var piece in (string[])["<b>", "<a href=x>", "</div>", "<p title='", "<!--", "&amp;", "<svg>", "<table>", "<img src=a onerror=b "])
        {
            var shown = sanitizer.Sanitize(string.Concat(Enumerable.Repeat(piece, 100_000)));
            Assert.True(shown.Length < 30_000_000);
        }
    }

    /// <summary>Parses the output as a browser does, with a parser that is not ours, and looks at every node.</summary>
    private static void AssertHarmless(string html)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument("<!doctype html><body><div>" + html + "</div></body>");
        foreach (var element in document.Body!.QuerySelectorAll("*").Skip(1))
        {
            Assert.True(Elements.Contains(element.LocalName), $"<{element.LocalName}> in {html}");
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "id" or "name" or "srcdoc" or "target", $"{attribute.Name} in {html}");
                if (attribute.Name is "href" or "src" or "poster" or "cite")
                {
                    AssertSafeAddress(attribute.Value);
                }
            }
        }
        Assert.Empty(document.Descendants<IComment>());
    }

    private static void AssertSafeAddress(string address)
    {
        var clean = new string([.. address.Where(c => c > ' ')]);
        var colon = clean.IndexOf(':', StringComparison.Ordinal);
        var slash = clean.IndexOfAny(['/', '?', '#']);
        if (colon >= 0 && (slash < 0 || colon < slash))
        {
            var scheme = clean[..colon].ToLowerInvariant();
            Assert.True(
                Schemes.Contains(scheme) || clean.StartsWith("data:image/", StringComparison.Ordinal) && !clean.StartsWith("data:image/svg", StringComparison.Ordinal),
                address);
        }
    }
}
