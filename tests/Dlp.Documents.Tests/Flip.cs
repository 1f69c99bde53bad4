using CsCheck;

namespace Dlp.Documents.Tests;

/// <summary>Damages valid files.</summary>
internal static class Flip
{
    private static readonly byte[] Telling = [0, 1, 0x7F, 0x80, 0xFF];

    /// <summary>The file with up to a dozen bytes changed, and now and then its end cut off.</summary>
    public static Gen<byte[]> Of(byte[] valid) =>
        Gen.Select(Gen.Int[0, valid.Length - 1].Array[1, 12], Gen.Int[0, 400].Array[12], Gen.Int[0, 9], Gen.Int[0, valid.Length])
            .Select((places, values, cut, length) =>
            {
                var bytes = valid.AsSpan(0, cut == 0 ? length : valid.Length).ToArray();
                for (var i = 0; i < places.Length; i++)
                {
                    if (places[i] < bytes.Length)
                        bytes[places[i]] = values[i] < 256 ? (byte)values[i] : Telling[values[i] % Telling.Length];
                }

                return bytes;
            });
}
