using System.Text;

namespace Dlp.Engine.Rules.WordLists;

/// <summary>Reads terms one a line; blank lines and lines that start with <c>#</c> are left out.</summary>
internal static class TextWordListReader
{
    /// <summary>Adds the terms of a UTF-8 text.</summary>
    public static void Read(ReadOnlySpan<byte> file, WordListBuilder list)
    {
        var characters = new char[256];
        var number = 0;
        foreach (var range in file.Split((byte)'\n'))
        {
            number++;
            var line = file[range];
            if (characters.Length < line.Length)
                characters = new char[line.Length * 2];
            var term = characters.AsSpan(0, Encoding.UTF8.GetChars(line, characters)).Trim();
            if (!term.StartsWith('#'))
                list.Add(term, number);
        }
    }
}
