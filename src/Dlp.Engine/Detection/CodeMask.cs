using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dlp.Engine.Detection;

/// <summary>Tells apart what 64 codes are (<see cref="Patterns.LiteralCodes"/>), a bit each, the lowest for the first.</summary>
internal static class CodeMask
{
    /// <summary>Codes of one mask.</summary>
    public const int Length = 64;

    /// <summary>Where digits stand among the first 64 codes of a text; behind its end none does.</summary>
    public static ulong Digits(ReadOnlySpan<byte> codes) => codes.Length >= Length ? OfDigits(codes) : OfDigits(Padded(codes, stackalloc byte[Length]));

    /// <summary>Where letters, digits and signs of base64 stand among the first 64 codes of a text; behind its end none does.</summary>
    public static ulong Symbols(ReadOnlySpan<byte> codes) => codes.Length >= Length ? OfSymbols(codes) : OfSymbols(Padded(codes, stackalloc byte[Length]));

    private static ReadOnlySpan<byte> Padded(ReadOnlySpan<byte> codes, Span<byte> padded)
    {
        padded.Clear();
        codes.CopyTo(padded);
        return padded;
    }

    private static ulong OfDigits(ReadOnlySpan<byte> codes)
    {
        ref var first = ref MemoryMarshal.GetReference(codes);
        return OfDigits(Vector256.LoadUnsafe(ref first)) | (ulong)OfDigits(Vector256.LoadUnsafe(ref first, (nuint)Vector256<byte>.Count)) << Vector256<byte>.Count;
    }

    private static uint OfDigits(Vector256<byte> codes) => Vector256.LessThan(codes - Vector256.Create((byte)'0'), Vector256.Create((byte)10)).ExtractMostSignificantBits();

    private static ulong OfSymbols(ReadOnlySpan<byte> codes)
    {
        ref var first = ref MemoryMarshal.GetReference(codes);
        return OfSymbols(Vector256.LoadUnsafe(ref first)) | (ulong)OfSymbols(Vector256.LoadUnsafe(ref first, (nuint)Vector256<byte>.Count)) << Vector256<byte>.Count;
    }

    private static uint OfSymbols(Vector256<byte> codes)
    {
        var letters = Vector256.LessThan(codes - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        // The slash stands before the digits.
        var digits = Vector256.LessThan(codes - Vector256.Create((byte)'/'), Vector256.Create((byte)11));
        var signs = Vector256.Equals(codes, Vector256.Create((byte)'+')) | Vector256.Equals(codes, Vector256.Create((byte)'-')) | Vector256.Equals(codes, Vector256.Create((byte)'_'));
        return (letters | digits | signs).ExtractMostSignificantBits();
    }
}
