using Microsoft.Net.Http.Headers;

namespace Dlp.Api.Requests;

/// <summary>Chooses the language of the wording; nothing else depends on it.</summary>
internal static class Wording
{
    /// <summary>The asked language, else the first of Accept-Language that the product speaks, else English.</summary>
    public static Language Choose(HttpRequest request, Language? asked)
    {
        if (asked is { } language)
            return language;
        if (request.Headers.AcceptLanguage.Count == 0)
            return Language.En;
        var accepted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var values) ? values : [];
        return accepted.Where(value => value.Quality is not 0)
            .OrderByDescending(value => value.Quality ?? 1)
            .Select(value => Parse(value.Value.AsSpan()))
            .FirstOrDefault(spoken => spoken is not null) ?? Language.En;
    }

    private static Language? Parse(ReadOnlySpan<char> tag)
    {
        var primary = tag.IndexOf('-') is var hyphen and >= 0 ? tag[..hyphen] : tag;
        if (primary.Equals("fr", StringComparison.OrdinalIgnoreCase))
            return Language.Fr;
        return primary.Equals("en", StringComparison.OrdinalIgnoreCase) ? Language.En : null;
    }
}
