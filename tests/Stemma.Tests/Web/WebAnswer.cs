using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;

namespace Stemma.Tests.Web;

/// <summary>What the server answered.</summary>
internal sealed record WebAnswer(int Status, IHeaderDictionary Headers, string Body)
{
    public IDocument Page => new HtmlParser().ParseDocument(Body);
}
