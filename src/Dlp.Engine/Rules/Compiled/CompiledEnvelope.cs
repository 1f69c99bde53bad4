using System.Buffers.Binary;
using System.Numerics;

namespace Dlp.Engine.Rules.Compiled;

/// <summary>
/// What stands before compiled rules, so that no others are read than those that this build of the engine has written: the id of the
/// build (MVID), and a CRC-32C of all that follows.
/// </summary>
internal static class CompiledEnvelope
{
    /// <summary>Bytes of it.</summary>
    public const int Size = IdSize + sizeof(uint);

    private const int IdSize = 16;

    private static ReadOnlySpan<byte> BuildId => typeof(CompiledEnvelope).Module.ModuleVersionId.ToByteArray();

    /// <summary>Whether a file was written by this build of the engine and is as it was written.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file) =>
        file.Length >= Size && file.StartsWith(BuildId) && BinaryPrimitives.ReadUInt32LittleEndian(file[IdSize..]) == Checksum(file[Size..]);

    /// <summary>Writes a file; whoever reads it meanwhile sees the old one or the new one, whole.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var file = new byte[Size + content.Length];
        BuildId.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(IdSize), Checksum(content));
        content.CopyTo(file.AsSpan(Size));
        var beside = path + ".new";
        File.WriteAllBytes(beside, file);
        File.Move(beside, path, overwrite: true);
    }

    private static uint Checksum(ReadOnlySpan<byte> content)
    {
        var checksum = uint.MaxValue;
        for (; content.Length >= sizeof(ulong); content = content[sizeof(ulong)..])
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(content));
        foreach (var last in content)
            checksum = BitOperations.Crc32C(checksum, last);
        return checksum;
    }
}
