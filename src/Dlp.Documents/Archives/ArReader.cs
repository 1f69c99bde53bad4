using System.Globalization;
using System.Text;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Archives;

/// <summary>Reads an ar archive, such as a Debian package (deb(5)), with the long names of GNU and of BSD (ar(5)).</summary>
internal static class ArReader
{
    private const int SignatureLength = 8;
    private const int HeaderLength = 60;

    public static void Read(OpenedFile file)
    {
        var names = ReadOnlyMemory<byte>.Empty;
        var rest = file.Content[SignatureLength..];
        while (!rest.IsEmpty)
        {
            if (rest.Length < HeaderLength || !rest.Span.Slice(58, 2).SequenceEqual("`\n"u8) || Number(rest.Span.Slice(48, 10)) is not { } size)
            {
                file.Text.Miss(new("the ar archive is damaged: not all of it could be read", "l'archive ar est endommagée : tout n'a pas pu être lu"));
                return;
            }

            var name = TarHeader.Text(rest.Span[..16]).TrimEnd();
            rest = rest[HeaderLength..];
            var content = rest[..(int)Math.Min(size, rest.Length)];
            if (name is "//")
                names = content;
            else if (name is not ("/" or "/SYM64/" or "__.SYMDEF" or "__.SYMDEF SORTED") && !ReadEntry(file, name, names.Span, content, size))
                return;
            rest = rest[(int)Math.Min(size + (size & 1), rest.Length)..];
        }
    }

    private static bool ReadEntry(OpenedFile file, string name, ReadOnlySpan<byte> names, ReadOnlyMemory<byte> content, long size)
    {
        if (!ArchivedFile.TakeEntry(file))
            return false;
        if (name.StartsWith("#1/", StringComparison.Ordinal) && Number(Encoding.ASCII.GetBytes(name[3..])) is { } length && length <= content.Length)
        {
            name = TarHeader.Text(content.Span[..(int)length]);
            (content, size) = (content[(int)length..], size - length);
        }
        else if (name.StartsWith('/') && Number(Encoding.ASCII.GetBytes(name[1..])) is { } offset && offset < names.Length)
        {
            var stored = names[(int)offset..];
            name = TextDecoder.Decode(stored[..(stored.IndexOfAny("\n\0"u8) is >= 0 and var end ? end : stored.Length)]);
        }

        name = name.TrimEnd('/');
        if (content.Length < size)
            file.ReadEmbeddedBeginning(name, content, PartStatus.Partial, new("the archive is cut short: only its beginning could be read", "l'archive est coupée : seul son début a pu être lu"));
        else
            file.ReadEmbedded(name, content);
        return true;
    }

    private static long? Number(ReadOnlySpan<byte> field) =>
        long.TryParse(Encoding.ASCII.GetString(field).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
