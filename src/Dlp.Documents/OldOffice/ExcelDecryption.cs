using System.Security.Cryptography;
using System.Text;

namespace Dlp.Documents.OldOffice;

/// <summary>
/// Workbooks with a password ([MS-XLS] 2.2.10). Excel encrypts a workbook that is only protected against changes with a password of its own, the same
/// for all, and opens it without asking: so does this.
/// </summary>
internal static class ExcelDecryption
{
    private const string OwnPassword = "VelvetSweatshop";
    private const int FilePass = 0x002F;
    private const int BoundSheet = 0x0085;
    private const int BlockSize = 1024;

    // Records that are never encrypted.
    private static readonly HashSet<int> Plain = [0x0809, FilePass, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138];

    /// <summary>Opens a workbook; false when it needs a password.</summary>
    public static bool TryDecrypt(ref ReadOnlyMemory<byte> stream, OpenedFile file)
    {
        // FilePass stands behind the first BOF and at most a few records.
        foreach (var record in ExcelRecord.Read(stream, file.Token).Take(20))
        {
            if (record.Type != FilePass)
                continue;
            if (KeysOf(record.Data) is { } keyOf && file.Budget.TakeDecoded(stream.Length))
            {
                stream = Decrypt(stream.Span, keyOf, file.Token);
                return true;
            }

            return false;
        }

        return true;
    }

    /// <summary>The key of each block of 1,024 bytes; null when the password is another one or the method is not known.</summary>
    private static Func<int, byte[]>? KeysOf(ReadOnlySpan<byte> filePass)
    {
        const int rc4 = 1;
        if (filePass.UInt16At(0) != rc4)
            return null;
        return filePass.UInt16At(2) switch
        {
            1 => StandardKeys(filePass),
            2 or 3 or 4 => CryptoApiKeys(filePass),
            _ => null,
        };
    }

#pragma warning disable CA5350, CA5351 // The format prescribes MD5 and SHA-1.
    /// <summary>[MS-OFFCRYPTO] 2.3.6.2.</summary>
    private static Func<int, byte[]>? StandardKeys(ReadOnlySpan<byte> filePass)
    {
        const int truncated = 5;
        var salt = filePass.At(6, 16).ToArray();
        var hash = MD5.HashData(Encoding.Unicode.GetBytes(OwnPassword))[..truncated];
        byte[] once = [.. hash, .. salt];
        var intermediate = MD5.HashData([.. Enumerable.Repeat(once, 16).SelectMany(bytes => bytes)])[..truncated];
        Func<int, byte[]> keyOf = block => MD5.HashData([.. intermediate, .. BitConverter.GetBytes(block)]);
        var verifier = new Rc4(keyOf(0)).Apply(filePass.At(22, 32));
        return verifier.Length == 32 && MD5.HashData(verifier.AsSpan(0, 16)).AsSpan().SequenceEqual(verifier.AsSpan(16)) ? keyOf : null;
    }

    /// <summary>[MS-OFFCRYPTO] 2.3.5.2.</summary>
    private static Func<int, byte[]>? CryptoApiKeys(ReadOnlySpan<byte> filePass)
    {
        const int header = 14, shortKey = 40, verifierSize = 16, hashSize = 20;
        var keySize = (int)filePass.UInt32At(header + 16);
        keySize = keySize == 0 ? shortKey : keySize;
        var at = header + (long)filePass.UInt32At(header - 4);
        if (keySize is < shortKey or > 128 || at > filePass.Length)
            return null;
        var salt = filePass.At(at + 4, 16).ToArray();
        var hash = SHA1.HashData([.. salt, .. Encoding.Unicode.GetBytes(OwnPassword)]);
        Func<int, byte[]> keyOf = block =>
        {
            var key = SHA1.HashData([.. hash, .. BitConverter.GetBytes(block)])[..(keySize / 8)];
            return keySize == shortKey ? [.. key, .. new byte[11]] : key;
        };
        var stream = new Rc4(keyOf(0));
        var verifier = stream.Apply(filePass.At(at + 20, verifierSize));
        var verifierHash = stream.Apply(filePass.At(at + 20 + verifierSize + 4, hashSize));
        return verifierHash.Length == hashSize && SHA1.HashData(verifier).AsSpan().SequenceEqual(verifierHash) ? keyOf : null;
    }
#pragma warning restore CA5350, CA5351

    /// <summary>Headers of records and where sheets begin stay as they are; the key stream runs on under them.</summary>
    private static byte[] Decrypt(ReadOnlySpan<byte> stream, Func<int, byte[]> keyOf, CancellationToken token)
    {
        const int headerSize = 4, sheetOffset = 4;
        var plain = stream.ToArray();
        int type = 0, dataAt = 0, dataEnd = 0;
        Rc4? key = null;
        for (var at = 0; at < plain.Length; at++)
        {
            if (at % BlockSize == 0)
            {
                token.ThrowIfCancellationRequested();
                key = new Rc4(keyOf(at / BlockSize));
            }

            if (at == dataEnd)
            {
                type = stream.UInt16At(at);
                dataAt = at + headerSize;
                dataEnd = dataAt + stream.UInt16At(at + 2);
            }

            var mask = key!.Next();
            if (at >= dataAt && !Plain.Contains(type) && !(type == BoundSheet && at < dataAt + sheetOffset))
                plain[at] ^= mask;
        }

        return plain;
    }
}
