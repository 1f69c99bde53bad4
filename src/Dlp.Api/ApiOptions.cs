using System.ComponentModel.DataAnnotations;
using Dlp.Documents;
using Dlp.Documents.Workers;

namespace Dlp.Api;

/// <summary>What an operator may set, in section <c>Dlp</c> of the configuration (<c>Dlp__DataDirectory</c> as an environment variable).</summary>
internal sealed class ApiOptions
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
    /// <value>Default: 10.</value>
    [Range(1, 3600, ErrorMessage = "Dlp:RulesPollSeconds must be from 1 to 3600.")]
    public int RulesPollSeconds { get; set; } = 10;

    /// <summary>Largest request body, in bytes.</summary>
    /// <value>Default: 40 MB.</value>
    [Range(1024, int.MaxValue, ErrorMessage = "Dlp:MaximumBodyBytes must be from 1024 to 2147483647.")]
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

    /// <summary>Limits for reading one attachment, in section <c>Attachments</c>.</summary>
    internal AttachmentOptions Attachments { get; set; } = new();

    /// <summary>The processes that read attachments, in section <c>Workers</c>.</summary>
    internal WorkerOptions Workers { get; set; } = new();
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
