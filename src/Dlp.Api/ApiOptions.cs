using System.Text.RegularExpressions;
using Dlp.Documents;
using Dlp.Documents.Workers;

namespace Dlp.Api;

/// <summary>What an operator may set, in section <c>Dlp</c> of the configuration (<c>Dlp__DataDirectory</c> as an environment variable).</summary>
internal sealed partial class ApiOptions
{
    public const string Section = "Dlp";

    /// <summary>Origin of the shipped extension; its id is explained in <c>src/extension/README.md</c>.</summary>
    public const string ExtensionOrigin = "chrome-extension://fjgmhlgpiffgiljajfocpealplbjlmgi";

    /// <summary>Where the database and the fingerprint key live.</summary>
    /// <value>Default: <c>dlp</c> below the user's local application data.</value>
    public string? DataDirectory { get; set; }

    /// <summary>The rules folder.</summary>
    /// <value>Default: <c>rules</c> below the current directory when it holds <c>policies/default.yaml</c>, else the one beside the program.</value>
    public string? RulesDirectory { get; set; }

    /// <summary>How often the rules folder is looked at where file events do not arrive (network folders, containers), in seconds.</summary>
    /// <value>1 to 3600; default: 10.</value>
    public int RulesPollSeconds { get; set; } = 10;

    /// <summary>Largest request body, in bytes.</summary>
    /// <value>1024 to 2147483647; default: 41943040 (40 MB).</value>
    public int MaximumBodyBytes { get; set; } = 40 * 1024 * 1024;

    /// <summary>Host names that requests may be addressed to, besides the loopback names.</summary>
    /// <value>Default: none.</value>
    public string[]? AllowedHosts { get; set; }

    /// <summary>Origins whose scripts may call, besides the API's own page; <c>moz-extension://*</c> is every extension of Firefox.</summary>
    /// <value>Default: the shipped extension.</value>
    public string[]? AllowedOrigins { get; set; }

    /// <summary>Who may call. Empty: anyone on this machine, and the program refuses to listen beyond it.</summary>
    /// <value>Default: none.</value>
    public TokenOptions[]? Tokens { get; set; }

    /// <summary>Limits for reading one attachment.</summary>
    /// <value>Default: as <see cref="AttachmentOptions"/> says.</value>
    public AttachmentOptions Attachments { get; set; } = new();

    /// <summary>The processes that read attachments.</summary>
    /// <value>Default: as <see cref="WorkerOptions"/> says.</value>
    public WorkerOptions Workers { get; set; } = new();

    /// <summary>What is wrong with the options, and how to put it right, below the section; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (RulesPollSeconds is < 1 or > 3600)
            yield return $"{nameof(RulesPollSeconds)} must be from 1 to 3600.";
        if (MaximumBodyBytes < 1024)
            yield return $"{nameof(MaximumBodyBytes)} must be from 1024 to 2147483647.";
        foreach (var (index, token) in (Tokens ?? []).Index())
        {
            if (string.IsNullOrWhiteSpace(token.Name))
                yield return $"{nameof(Tokens)}:{index}:{nameof(token.Name)} is missing; say whose token it is.";
            if (!Sha256Pattern().IsMatch(token.Sha256))
                yield return $"{nameof(Tokens)}:{index}:{nameof(token.Sha256)} must be 64 hex digits, the SHA-256 of the token: printf %s \"$token\" | sha256sum.";
        }

        foreach (var origin in (AllowedOrigins ?? []).Where(origin => !OriginPattern().IsMatch(origin)))
            yield return $"{nameof(AllowedOrigins)}: '{origin}' is not an origin; write scheme://host or scheme://host:port, without a path.";
        foreach (var host in (AllowedHosts ?? []).Where(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
            yield return $"{nameof(AllowedHosts)}: '{host}' is not a host name; write it without scheme, port or path.";
        foreach (var fault in Attachments.Faults())
            yield return $"{nameof(Attachments)}:{fault}";
        foreach (var fault in Workers.Faults())
            yield return $"{nameof(Workers)}:{fault}";
    }

    [GeneratedRegex(@"^[0-9A-Fa-f]{64}\z")]
    private static partial Regex Sha256Pattern();

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*://[^/\s]+\z")]
    private static partial Regex OriginPattern();
}

/// <summary>A caller's bearer token.</summary>
internal sealed class TokenOptions
{
    /// <summary>Whose it is, for the operator.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the token in 64 hex digits: <c>printf %s "$token" | sha256sum</c>.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>Groups of the author who bears it, for the policy.</summary>
    public string[]? Groups { get; set; }
}
