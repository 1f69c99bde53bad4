using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dlp.Benchmarks.Yardsticks;

/// <summary>The calls of Hyperscan's C API that are needed here (hs_compile.h and hs_runtime.h of version 5).</summary>
internal static unsafe partial class HyperscanLibrary
{
    public const int Success = 0;
    public const uint BlockMode = 1;

    private const string Name = "hs";

    private static readonly string[] FileNames = ["libhs.so.5", "libhs.so", "libhs.5.dylib", "libhs.dylib", "hs.dll"];

    private static readonly nint Handle = FileNames.Select(name => NativeLibrary.TryLoad(name, out var handle) ? handle : 0).FirstOrDefault(handle => handle != 0);

    static HyperscanLibrary() => NativeLibrary.SetDllImportResolver(typeof(HyperscanLibrary).Assembly, (name, _, _) => name == Name ? Handle : 0);

    /// <summary>Whether the library is installed here.</summary>
    public static bool IsInstalled => Handle != 0;

    [LibraryImport(Name, EntryPoint = "hs_version")]
    public static partial byte* Version();

    [LibraryImport(Name, EntryPoint = "hs_compile_multi")]
    public static partial int Compile(byte** expressions, HyperscanFlags* flags, uint* ids, uint count, uint mode, nint platform, out nint database, out CompileError* error);

    [LibraryImport(Name, EntryPoint = "hs_free_compile_error")]
    public static partial int FreeError(CompileError* error);

    [LibraryImport(Name, EntryPoint = "hs_free_database")]
    public static partial int FreeDatabase(nint database);

    [LibraryImport(Name, EntryPoint = "hs_database_size")]
    public static partial int SizeOf(nint database, out nuint bytes);

    [LibraryImport(Name, EntryPoint = "hs_alloc_scratch")]
    public static partial int AllocateScratch(nint database, ref nint scratch);

    [LibraryImport(Name, EntryPoint = "hs_free_scratch")]
    public static partial int FreeScratch(nint scratch);

    [LibraryImport(Name, EntryPoint = "hs_scan")]
    public static partial int Scan(nint database, byte* data, uint length, uint flags, nint scratch, delegate* unmanaged[Cdecl]<uint, ulong, ulong, uint, void*, int> onMatch, void* context);

    /// <summary>Why patterns are refused: <c>hs_compile_error_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct CompileError
    {
        public byte* Message;
        public int Expression;
    }

    /// <summary>Marks the pattern's bit in the bitmap that the context points to, and goes on.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Mark(uint id, ulong from, ulong to, uint flags, void* context)
    {
        ((ulong*)context)[id / 64] |= 1UL << (int)(id % 64);
        return 0;
    }
}

/// <summary>Flags of a pattern, as <c>hs_compile.h</c> numbers them.</summary>
[Flags]
internal enum HyperscanFlags : uint
{
    None = 0,
    Caseless = 1,
    SingleMatch = 8,
    Utf8 = 32,
    Prefilter = 128,
    StartOfMatch = 256,
}
