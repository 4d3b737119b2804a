using System.Globalization;
using Stemma.App.Ui;
using Stemma.App.Ui.Alerts;
using Stemma.App.Ui.Shell;
using Stemma.Storage;

namespace Stemma.App.Json;

/// <summary>A message as a webhook gets it.</summary>
/// <param name="Id">The same at every try.</param>
/// <param name="At">When it was put together.</param>
/// <param name="Search">The search it is for; null for followed stories and tests.</param>
/// <param name="News">In the order it came.</param>
internal sealed record AlertJson(string Id, string At, string? Search, IReadOnlyList<AlertNewsJson> News)
{
    public static AlertJson Of(AlertDelivery delivery, Texts texts, string home) => new(
        IdOf(delivery),
        MomentText.Stamp(delivery.At),
        delivery.Query is { Length: > 0 } query ? query : null,
        [.. delivery.News.Select(news => AlertNewsJson.Of(news, AlertMessage.ItemOf(news, texts), home))]);

    public static string IdOf(AlertDelivery delivery) =>
        string.Create(CultureInfo.InvariantCulture, $"{delivery.Id}-{delivery.At.ToUnixTimeMilliseconds()}");
}
