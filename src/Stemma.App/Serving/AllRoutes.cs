using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stemma.App.Api;
using Stemma.App.Ui.Accounts;
using Stemma.App.Ui.Alerts;
using Stemma.App.Ui.Articles;
using Stemma.App.Ui.Feeds;
using Stemma.App.Ui.Filters;
using Stemma.App.Ui.Front;
using Stemma.App.Ui.Lists;
using Stemma.App.Ui.Offline;
using Stemma.App.Ui.Outlets;
using Stemma.App.Ui.Pictures;
using Stemma.App.Ui.Search;
using Stemma.App.Ui.Settings;
using Stemma.App.Ui.Stories;

namespace Stemma.App.Serving;

/// <summary>Every route of the server: one line a family.</summary>
internal static class AllRoutes
{
    public static void Map(WebApplication app)
    {
        HealthRoutes.Map(app);
        MetricsRoutes.Map(app);
        HubRoutes.Map(app);
        FrontRoutes.Map(app);
        OfflineRoutes.Map(app);
        StoryRoutes.Map(app);
        ArticleRoutes.Map(app);
        PictureRoutes.Map(app);
        ListRoutes.Map(app);
        SearchRoutes.Map(app);
        FeedRoutes.Map(app);
        FilterRoutes.Map(app);
        AlertRoutes.Map(app);
        OutletRoutes.Map(app);
        SettingsRoutes.Map(app);
        AccountRoutes.Map(app);
        ApiRoutes.Map(app);
        app.MapFallback(static http => Answers.FailureAsync(Visit.Of(http), StatusCodes.Status404NotFound, Visit.Of(http).Texts["error.notfound"]));
    }
}
