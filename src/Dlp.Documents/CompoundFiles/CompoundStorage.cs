namespace Dlp.Documents.CompoundFiles;

/// <summary>A folder in a compound file ([MS-CFB] 2.6). Names are compared without case, as the format compares them.</summary>
/// <param name="name">Its name in the storage it lies in; may begin with a control character, as <c>\u0001CompObj</c> does.</param>
/// <param name="clsid">Class of the program that wrote it; empty when none is given.</param>
internal sealed class CompoundStorage(string name, Guid clsid)
{
    private readonly List<CompoundStorage> _storages = [];
    private readonly List<CompoundStream> _streams = [];

    public string Name { get; } = name;

    public Guid Clsid { get; } = clsid;

    /// <summary>The storages in it, in the order of the file.</summary>
    public IReadOnlyList<CompoundStorage> Storages => _storages;

    /// <summary>The streams in it, in the order of the file.</summary>
    public IReadOnlyList<CompoundStream> Streams => _streams;

    public CompoundStorage? Storage(string name) => _storages.Find(storage => string.Equals(storage.Name, name, StringComparison.OrdinalIgnoreCase));

    public CompoundStream? Stream(string name) => _streams.Find(stream => string.Equals(stream.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The bytes of a stream; empty when there is none of the name.</summary>
    public ReadOnlyMemory<byte> Read(string name) => Stream(name)?.Read() ?? default;

    internal void Add(CompoundStorage storage) => _storages.Add(storage);

    internal void Add(CompoundStream stream) => _streams.Add(stream);
}
