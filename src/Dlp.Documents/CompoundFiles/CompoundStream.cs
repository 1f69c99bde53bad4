namespace Dlp.Documents.CompoundFiles;

/// <summary>A file in a compound file ([MS-CFB] 2.6).</summary>
internal sealed class CompoundStream
{
    private readonly CompoundFile _file;
    private readonly uint _start;
    private ReadOnlyMemory<byte>? _bytes;

    internal CompoundStream(CompoundFile file, string name, uint start, long size)
    {
        _file = file;
        _start = start;
        Name = name;
        Size = size;
    }

    public string Name { get; }

    /// <summary>How long it says it is; <see cref="Read"/> tells how long.</summary>
    public long Size { get; }

    /// <summary>Its bytes, as many as there are; read once.</summary>
    public ReadOnlyMemory<byte> Read() => _bytes ??= _file.ReadStream(_start, Size);
}
