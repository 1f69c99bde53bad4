using System.Collections.Frozen;

namespace Dlp.Engine.Validation;

/// <summary>
/// E-mail address as it is used on the Internet: a dot-atom of at most 64 characters and a host name or an address in brackets, 254 in all (RFC 5321, sections 4.1.2,
/// 4.1.3 and 4.5.3.1; RFC 1035, section 2.3.1). A top-level domain that is the ending of a file name (<c>logo@2x.png</c>) is refused.
/// </summary>
internal static class EmailAddress
{
    private static readonly FrozenSet<string> FileEndings = FrozenSet.ToFrozenSet(
        ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "ico", "css", "js", "json", "html", "htm", "php", "pdf", "xml", "yaml", "yml"],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        var at = value.LastIndexOf('@');
        if (value.Length > 254 || at is < 1 or > 64)
            return false;

        var host = value[(at + 1)..];
        return IsDotAtom(value[..at]) && (host is ['[', .. var literal, ']'] ? InternetAddress.IsValid(literal) : IsHostName(host));
    }

    private static bool IsDotAtom(ReadOnlySpan<char> local)
    {
        foreach (var character in local)
        {
            if (!char.IsLetterOrDigit(character) && !".!#$%&'*+/=?^_`{|}~-".Contains(character))
                return false;
        }

        return local[0] != '.' && local[^1] != '.' && local.IndexOf("..") < 0;
    }

    private static bool IsHostName(ReadOnlySpan<char> host)
    {
        var labels = 0;
        var last = ReadOnlySpan<char>.Empty;
        foreach (var range in host.Split('.'))
        {
            last = host[range];
            if (!IsLabel(last))
                return false;
            labels++;
        }

        return labels > 1 && IsTopLevelDomain(last);
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
            return false;
        foreach (var character in label)
        {
            if (!char.IsLetterOrDigit(character) && character != '-')
                return false;
        }

        return true;
    }

    private static bool IsTopLevelDomain(ReadOnlySpan<char> label)
    {
        if (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
            return label.Length > 4;
        foreach (var character in label)
        {
            if (!char.IsLetter(character))
                return false;
        }

        return label.Length >= 2 && !FileEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);
    }
}
