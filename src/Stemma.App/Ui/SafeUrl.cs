namespace Stemma.App.Ui;

/// <summary>
/// An address that a page of ours may link to: http or https, and nothing else. Every outside link passes through here, so
/// no page can be made to carry a <c>javascript:</c> or <c>data:</c> address out of a hostile article.
/// </summary>
/// <param name="Href">The address, escaped as URLs are.</param>
/// <param name="Host">Its host, without <c>www.</c>, to show.</param>
public readonly record struct SafeUrl(string Href, string Host)
{
    /// <summary>The address if it is one that may be linked to, else null.</summary>
    public static SafeUrl? Of(Uri? url) =>
        url is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" }
            ? new SafeUrl(url.AbsoluteUri, WithoutWww(url.IdnHost))
            : null;

    private static string WithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
