using System.ComponentModel;

namespace Dlp.Engine;

/// <summary>Where a draft is going.</summary>
/// <param name="Site">Host name of the site, <c>linkedin.com</c>; null when unknown. Subdomains count as the site.</param>
/// <param name="Audience">Who will be able to read it.</param>
public sealed record Destination(string? Site = null, Audience Audience = Audience.Public)
{
    private const int LongestSite = 253;

    /// <summary>Whether a text may be a <see cref="Site"/>: a host name or an address, of at most 253 characters, without scheme, port or path.</summary>
    public static bool IsSite(string text) => text.Length <= LongestSite && Uri.CheckHostName(text) != UriHostNameType.Unknown;

    /// <summary>A site as policies name it: in lower case, without the dot of the root.</summary>
    public static string? SiteOf(string? text) => text?.TrimEnd('.').ToLowerInvariant();
}

/// <summary>Who will be able to read a post.</summary>
public enum Audience
{
    /// <summary>Anyone. Assumed when nothing is said.</summary>
    [Description("Anyone. Assumed when nothing is said.")]
    Public,

    /// <summary>The author's own connections, friends or followers.</summary>
    [Description("The author's own connections, friends or followers.")]
    Connections,

    /// <summary>The members of a group.</summary>
    [Description("The members of a group.")]
    Group,

    /// <summary>The recipients of a message.</summary>
    [Description("The recipients of a message.")]
    Direct,

    /// <summary>Colleagues only.</summary>
    [Description("Colleagues only.")]
    Internal,

    /// <summary>An artificial intelligence service.</summary>
    [Description("An artificial intelligence service.")]
    Ai,
}
