using System.Buffers;
using System.Text;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules.Fragments;
using Dlp.Engine.Rules.WordLists;

namespace Dlp.Engine.Rules.Compiled;

/// <summary>
/// What loading has derived of each rule of a folder, kept in a file beside the folder so that a program starts without deriving it
/// again. It also holds the rules' files: a rule is taken from it only where the file it was made of is the one that is loaded, to
/// the byte. A file of another build of the engine, or one that is damaged, is as good as none.
/// </summary>
internal sealed class CompiledRules
{
    /// <summary>What the name of the file has more than that of the folder.</summary>
    public const string Extension = ".compiled";

    private readonly byte[] _bytes;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _wordLists = new(StringComparer.Ordinal);
    private readonly int _fragments;

    private CompiledRules(byte[] bytes)
    {
        _bytes = bytes;
        using var reader = ReaderAt(CompiledEnvelope.Size);
        Hash = reader.ReadString();
        for (var count = reader.ReadInt32(); count > 0; count--)
            _wordLists.Add(reader.ReadString(), reader.ReadBytes(reader.ReadInt32()));
        for (var count = reader.ReadInt32(); count > 0; count--)
            _entries.Add(reader.ReadString(), new Entry(SkipBytes(reader), SkipBytes(reader), reader.ReadBoolean()));
        _fragments = _entries.Keys.Count(RuleFolder.IsFragments);
    }

    /// <summary>The hash of the rule set that it was made of, whose examples were found to hold.</summary>
    public string Hash { get; }

    /// <summary>The compiled rules of a folder: those beside it, else those that came with the program; null when there are none to be used.</summary>
    public static CompiledRules? For(string directory) => Open(PathOf(directory)) ?? Open(PathOf(Path.Combine(AppContext.BaseDirectory, "rules")));

    /// <summary>Where the compiled rules of a folder stand.</summary>
    public static string PathOf(string directory) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)) + Extension;

    /// <summary>The compiled rules of a file; null when it is not there, damaged, or of another build of the engine.</summary>
    public static CompiledRules? Open(string path)
    {
        try
        {
            return File.Exists(path) && File.ReadAllBytes(path) is var bytes && CompiledEnvelope.IsWhole(bytes) ? new CompiledRules(bytes) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes what loading has derived of a rule set whose examples hold.</summary>
    public static void Write(RuleSet ruleSet, IReadOnlyList<RuleFile> files, string path)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(ruleSet.Hash);
        writer.Write(ruleSet.WordLists.Count);
        foreach (var list in ruleSet.WordLists.Values)
        {
            writer.Write(list.Path);
            WriteBytes(writer, list.ContentHash.Span);
        }

        var rules = ruleSet.Rules.ToDictionary(rule => rule.File);
        var wordLists = ruleSet.WordLists.Values.ToDictionary(list => list.Terms, list => list.Path);
        writer.Write(files.Count);
        foreach (var file in files)
        {
            writer.Write(file.Path);
            WriteBytes(writer, Encoding.UTF8.GetBytes(file.Content));
            WriteBytes(writer, rules.TryGetValue(file, out var rule) ? Written(rule, wordLists) : file.Path == RuleFolder.PolicyPath ? Written(ruleSet.Policy) : []);
            writer.Write(rule is not null && RulePatterns.ReferToFiles(rule.Definition));
        }

        writer.Flush();
        CompiledEnvelope.Write(path, content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>
    /// The rule of a file; null when it is not the file that the rule was made of, a word list has gone, or its patterns refer to
    /// fragments of files that are not those it was made with.
    /// </summary>
    public Rule? RuleOf(RuleFile file, IReadOnlyDictionary<string, WordList> wordLists, IReadOnlyList<RuleFile> fragments)
    {
        if (Find(file) is not { Derived.Length: > 0 } entry || (entry.RefersToFragments && !HasFragments(fragments)))
            return null;
        using var reader = ReaderAt(entry.Derived.Start);
        return new RuleReader(reader, wordLists).Read() is { } parts ? new Rule(parts, file) : null;
    }

    /// <summary>Whether the files of fragments are those that were compiled, all of them and no other.</summary>
    public bool HasFragments(IReadOnlyList<RuleFile> fragments) =>
        fragments.Count == _fragments && fragments.All(file => Find(file) is not null);

    /// <summary>The policy of a file; null when it is not the file that was compiled.</summary>
    public Policy? PolicyOf(RuleFile file)
    {
        if (Find(file) is not { } entry)
            return null;
        using var reader = ReaderAt(entry.Derived.Start);
        return new Policy(CompiledPolicy.Read(reader));
    }

    /// <summary>The hash of a folder's files when they are those that were compiled, all of them and no other; else null.</summary>
    public string? HashOf(IReadOnlyList<RuleFile> files, IReadOnlyDictionary<string, WordList> wordLists) =>
        files.Count == _entries.Count && files.All(file => Find(file) is not null)
        && wordLists.Count == _wordLists.Count && wordLists.Values.All(list => list.ContentHash.Span.SequenceEqual(_wordLists.GetValueOrDefault(list.Path)))
            ? Hash
            : null;

    private Entry? Find(RuleFile file)
    {
        if (!_entries.TryGetValue(file.Path, out var entry))
            return null;
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(file.Content.Length));
        var source = buffer.AsSpan(0, Encoding.UTF8.GetBytes(file.Content, buffer));
        var isSame = source.SequenceEqual(_bytes.AsSpan(entry.Source.Start, entry.Source.Length));
        ArrayPool<byte>.Shared.Return(buffer);
        return isSame ? entry : null;
    }

    private BinaryReader ReaderAt(int start) => new(new MemoryStream(_bytes) { Position = start });

    private static TextSpan SkipBytes(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        var start = (int)reader.BaseStream.Position;
        reader.BaseStream.Position += length;
        return new TextSpan(start, start + length);
    }

    private static void WriteBytes(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] Written(Policy policy)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        CompiledPolicy.Write(policy.Definition, writer);
        writer.Flush();
        return content.ToArray();
    }

    // Nothing of a rule that cannot be written, which is then loaded from its file.
    private static byte[] Written(Rule rule, Dictionary<TermSet, string> wordLists)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        var rules = new RuleWriter(writer, wordLists);
        if (!rules.CanWrite(rule))
            return [];
        rules.Write(rule);
        writer.Flush();
        return content.ToArray();
    }

    // Where a file stands, and what was derived of it, from this file alone or with fragments of others.
    private sealed record Entry(TextSpan Source, TextSpan Derived, bool RefersToFragments);
}
