namespace Dlp.Engine;

/// <summary>Where a draft is going.</summary>
/// <param name="Site">Host name of the site, <c>linkedin.com</c>; null when unknown. Subdomains count as the site.</param>
/// <param name="Audience">Who will be able to read it.</param>
public sealed record Destination(string? Site = null, Audience Audience = Audience.Public);

/// <summary>Who will be able to read a post.</summary>
public enum Audience
{
    /// <summary>Anyone. Assumed when nothing is said.</summary>
    Public,

    /// <summary>The author's own connections, friends or followers.</summary>
    Connections,

    /// <summary>The members of a group.</summary>
    Group,

    /// <summary>The recipients of a message.</summary>
    Direct,

    /// <summary>Colleagues only.</summary>
    Internal,

    /// <summary>An artificial intelligence service.</summary>
    Ai,
}
