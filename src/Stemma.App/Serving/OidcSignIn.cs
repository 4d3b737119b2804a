using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Stemma.App.Ui.Accounts;

namespace Stemma.App.Serving;

/// <summary>
/// Sets the framework's OpenID Connect handler up: code flow with PKCE, state and nonce in its own short-lived cookies, and at the end
/// a session of ours. Loaded only where a provider is named.
/// </summary>
internal static class OidcSignIn
{
    public const string Scheme = "oidc";
    public const string ReturnPath = "/sign-in/oidc/return";

    /// <summary>Under which name the state remembers who asked to be linked.</summary>
    public const string LinkItem = "stemma.link";

    /// <summary>Under which name the state remembers the welcome token.</summary>
    public const string WelcomeItem = "stemma.welcome";

    public static void Add(IServiceCollection services, OidcSetup setup, Uri? publicUrl)
    {
        services.AddAuthentication(NobodyHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, NobodyHandler>(NobodyHandler.SchemeName, null).AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = setup.Authority.AbsoluteUri;
            options.RequireHttpsMetadata = !setup.Authority.IsLoopback;
            options.ClientId = setup.ClientId;
            options.ClientSecret = setup.ClientSecret;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.CallbackPath = ReturnPath;
            options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(10);
            // The way back is a link, which Lax cookies take part in; so nothing of it needs SameSite=None.
            options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events.OnRedirectToIdentityProvider = context =>
            {
                if (publicUrl is not null)
                {
                    context.ProtocolMessage.RedirectUri = publicUrl.AbsoluteUri.TrimEnd('/') + ReturnPath;
                }
                return Task.CompletedTask;
            };
            options.Events.OnTicketReceived = context => EndAsync(context, setup);
            options.Events.OnRemoteFailure = static context =>
            {
                context.HandleResponse();
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = "/sign-in?said=failed";
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>State and nonce are sealed with keys that live as long as the process: a sign-in takes seconds, and no key file is made.</summary>
    public static void SealInMemory(IServiceCollection services) => services.AddSingleton<IDataProtectionProvider>(static _ => new EphemeralDataProtectionProvider());

    // All has been checked: signature, issuer, audience, time, nonce, state.
    private static async Task EndAsync(TicketReceivedContext context, OidcSetup setup)
    {
        context.HandleResponse();
        var visit = Visit.Of(context.HttpContext);
        var claims = context.Principal;
        var subject = claims?.FindFirst("sub");
        var name = claims?.FindFirst("preferred_username")?.Value ?? claims?.FindFirst("name")?.Value ?? claims?.FindFirst("email")?.Value ?? "";
        var items = context.Properties?.Items;
        long? linkTo = items is not null && items.TryGetValue(LinkItem, out var link) && long.TryParse(link, out var user) ? user : null;
        var isWelcome = items is not null && items.TryGetValue(WelcomeItem, out var token) && await AccountRoutes.MayWelcomeAsync(visit, token).ConfigureAwait(false);
        var found = subject is { Value.Length: > 0 }
            ? await Identities.UserOfAsync(visit, subject.Issuer, subject.Value, name, linkTo, isWelcome, setup.CreatesUsers).ConfigureAwait(false)
            : null;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        if (found is null)
        {
            context.Response.Headers.Location = linkTo is null ? "/sign-in?said=unknown" : "/settings?said=linkfailed";
            return;
        }
        await AccountRoutes.BeginAsync(visit, found).ConfigureAwait(false);
        context.Response.Headers.Location = linkTo is null ? "/" : "/settings?said=saved";
    }
}
