namespace Dlp.Documents.CompoundFiles;

/// <summary>The source text of macros ([MS-OVBA]): the modules that the <c>dir</c> stream lists, and what else looks like one.</summary>
internal static class VbaProject
{
    /// <summary>Reads the project whose modules lie in this storage, as <c>VBA</c> holds them.</summary>
    public static void Read(OpenedFile file, CompoundStorage vba)
    {
        var read = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "dir", "_VBA_PROJECT" };
        var codePage = CodePage.Western;
        foreach (var module in ReadDirectory(file, vba, ref codePage))
        {
            if (vba.Stream(module.Stream) is not { } stream || stream.Read().Length <= module.Offset)
                continue;
            if (VbaCompression.Decompress(stream.Read().Span[module.Offset..], file.Budget) is { Length: > 0 } source)
            {
                read.Add(stream.Name);
                file.Text.Add(Place.MacroModule(module.Name), CodePage.Of(codePage).GetString(source));
            }
        }

        // A project whose directory was damaged on purpose still shows its source to who looks for it.
        foreach (var stream in vba.Streams.Where(stream => !read.Contains(stream.Name) && !stream.Name.StartsWith("__SRP_", StringComparison.OrdinalIgnoreCase)))
        {
            file.Token.ThrowIfCancellationRequested();
            var bytes = stream.Read().Span;
            var source = VbaCompression.FindSource(bytes);
            if (source >= 0 && VbaCompression.Decompress(bytes[source..], file.Budget) is { Length: > 0 } text)
                file.Text.Add(Place.Macro, CodePage.Of(codePage).GetString(text));
        }
    }

    /// <summary>The records of the <c>dir</c> stream ([MS-OVBA] 2.3.4.2): code page, names of modules, where their source begins.</summary>
    private static List<(string Name, string Stream, int Offset)> ReadDirectory(OpenedFile file, CompoundStorage vba, ref int codePage)
    {
        var modules = new List<(string Name, string Stream, int Offset)>();
        ReadOnlySpan<byte> dir = VbaCompression.Decompress(vba.Read("dir").Span, file.Budget);
        string name = "", stream = "";
        long at = 0;
        while (at + 6 <= dir.Length)
        {
            var id = dir.UInt16At((int)at);
            var size = dir.UInt32At((int)at + 2);
            var data = dir.At(at + 6, size);
            switch (id)
            {
                case 0x0003:
                    codePage = data.UInt16At(0);
                    break;
                case 0x0005 or 0x000C:
                    file.Text.Add(Place.MacroProject, CodePage.Of(codePage).GetString(data));
                    break;
                case 0x0019:
                    name = CodePage.Of(codePage).GetString(data);
                    break;
                case 0x0047:
                    name = CodePage.Of(1200).GetString(data);
                    break;
                case 0x001A:
                    stream = CodePage.Of(codePage).GetString(data);
                    break;
                case 0x0032:
                    stream = CodePage.Of(1200).GetString(data);
                    break;
                case 0x0031:
                    modules.Add((Clean(name), stream, (int)Math.Min(data.UInt32At(0), int.MaxValue)));
                    break;
                default:
                    break;
            }

            // The version's record says 4 and holds 6 ([MS-OVBA] 2.3.4.2.1.11).
            at += 6 + (id == 0x0009 ? 6L : size);
        }

        return modules;
    }

    /// <summary>A module's name stands in a place, which is shown: letters, digits and underscores only, as VBA wants it.</summary>
    private static string Clean(string name) => string.Concat(name.Where(character => char.IsLetterOrDigit(character) || character == '_').Take(40));
}
