using System.Security.Cryptography;
using Dlp.Engine.Detection.Terms;

namespace Dlp.Engine.Rules.WordLists;

/// <summary>
/// A file of terms below <c>words/</c>: CSV when its name ends in <c>.csv</c> (<see cref="CsvWordListReader"/>), else text
/// (<see cref="TextWordListReader"/>). Keeps the terms in the form in which they are looked for, and not the file's text.
/// </summary>
internal sealed class WordList
{
    private WordList(string path, byte[] contentHash, WordListBuilder built)
    {
        Path = path;
        ContentHash = contentHash;
        Terms = new TermSet(built.Terms);
        Faults = built.Faults;
    }

    /// <summary>Path below the rules folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the file's bytes, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> ContentHash { get; }

    /// <summary>The terms; those that are faulty are left out.</summary>
    public TermSet Terms { get; }

    /// <summary>What is wrong with the file, by line.</summary>
    public IReadOnlyList<RuleFault> Faults { get; }

    /// <summary>The list that a file holds; one of <paramref name="known"/> when its path and content are the same.</summary>
    public static WordList Load(string path, ReadOnlyMemory<byte> file, IReadOnlyDictionary<string, WordList>? known = null)
    {
        if (file.Span.StartsWith("\uFEFF"u8))
            file = file["\uFEFF"u8.Length..];
        var contentHash = SHA256.HashData(file.Span);
        if (known?.GetValueOrDefault(path) is { } same && same.ContentHash.Span.SequenceEqual(contentHash))
            return same;

        var builder = new WordListBuilder(path);
        if (builder.CheckEncoding(file.Span))
        {
            if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                CsvWordListReader.Read(file, builder);
            else
                TextWordListReader.Read(file.Span, builder);
        }

        return new WordList(path, contentHash, builder);
    }
}
