using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Stemma.App.Serving;

/// <summary>What rendering components needs, and nothing of what comes with it for other kinds of site.</summary>
internal static class PageServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddRazorComponents();
        // Letters outside Latin as themselves, not as references of six bytes.
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        // It would make keys in the user's home for cookies of the framework, which we have none of.
        foreach (var keys in services.Where(static s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(keys);
        }
    }
}
