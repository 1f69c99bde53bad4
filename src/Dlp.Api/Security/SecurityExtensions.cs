using System.Net;

namespace Dlp.Api.Security;

/// <summary>What stands between the network and the endpoints.</summary>
internal static class SecurityExtensions
{
    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder, ApiOptions options)
    {
        builder.Services.AddSingleton<Callers>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaximumBodyBytes;
            kestrel.ConfigureEndpointDefaults(listen => RefuseOpenDoor(listen.EndPoint, options));
        });
        return builder;
    }

    /// <summary>In order: each guard sees only what the one before let through.</summary>
    public static WebApplication UseSecurity(this WebApplication app)
    {
        app.UseMiddleware<ResponseHeaders>();
        app.UseMiddleware<HostGuard>();
        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<BearerGuard>();
        app.UseMiddleware<ContentTypeGuard>();
        return app;
    }

    /// <summary>Called for every address before it is bound.</summary>
    private static void RefuseOpenDoor(EndPoint endPoint, ApiOptions options)
    {
        if (options.Tokens is null or [] && endPoint is IPEndPoint { Address: var address } && !IPAddress.IsLoopback(address))
        {
            throw new StartException(
                $"The address {endPoint} can be reached from other machines, and anyone could call. "
                + "Configure Dlp:Tokens (name, sha256, groups), or listen on 127.0.0.1 only.");
        }
    }
}
