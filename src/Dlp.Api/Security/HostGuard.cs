using System.Net;
using Dlp.Api.Requests;

namespace Dlp.Api.Security;

/// <summary>
/// Refuses requests addressed to a name that is not ours: a page whose name was rebound to 127.0.0.1 would otherwise speak to this host as to its own.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, ApiOptions options)
{
    private const string Refusal = "The Host header names another host. Use a loopback name, or add the host's name to Dlp:AllowedHosts.";

    private readonly HashSet<string> _allowed = new(options.AllowedHosts ?? [], StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext http) =>
        IsOurs(http.Request.Host.Host)
            ? next(http)
            : Problems.Write(http, StatusCodes.Status421MisdirectedRequest, Refusal);

    private bool IsOurs(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        || _allowed.Contains(host);
}
