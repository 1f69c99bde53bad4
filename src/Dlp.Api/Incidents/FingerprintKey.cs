using System.Security.Cryptography;
using System.Text;
using Dlp.Api.Storage;

namespace Dlp.Api.Incidents;

/// <summary>The key of all fingerprints. It lies beside the database, never in it: a copy of the database alone tells nothing about the values.</summary>
internal sealed class FingerprintKey
{
    private const int Length = 32;
    private readonly byte[] _key;

    public FingerprintKey(DataDirectory directory)
    {
        var path = directory.PathOf("fingerprint.key");
        if (!File.Exists(path))
            Create(path);
        _key = File.ReadAllBytes(path);
        if (_key.Length != Length)
            throw new StartException($"{path} must hold {Length} bytes. Restore it from a backup; without it, new fingerprints do not compare with old ones.");
        DataDirectory.RestrictToOwner(path);
        Id = Convert.ToHexStringLower(SHA256.HashData(_key))[..8];
    }

    /// <summary>Names the key without telling it: the first 8 hex digits of its SHA-256.</summary>
    public string Id { get; }

    /// <summary>HMAC-SHA256 in hex; equal for equal values of one info type under one key.</summary>
    public string Fingerprint(string infoType, string normalizedValue) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{infoType}\n{normalizedValue}")));

    /// <summary>Written aside and moved, so that a key is there wholly or not at all.</summary>
    private static void Create(string path)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = DataDirectory.CreateOwnerOnly(draft))
            file.Write(RandomNumberGenerator.GetBytes(Length));
        File.Move(draft, path);
    }
}
