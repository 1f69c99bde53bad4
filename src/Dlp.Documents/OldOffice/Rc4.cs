namespace Dlp.Documents.OldOffice;

/// <summary>The cipher of Office 97 to 2003 ([MS-OFFCRYPTO] 2.3.5 and 2.3.6), which .NET does not have.</summary>
internal sealed class Rc4
{
    private readonly byte[] _state = new byte[256];
    private byte _i;
    private byte _j;

    public Rc4(ReadOnlySpan<byte> key)
    {
        for (var i = 0; i < _state.Length; i++)
            _state[i] = (byte)i;
        byte j = 0;
        for (var i = 0; i < _state.Length; i++)
        {
            j += (byte)(_state[i] + key[i % key.Length]);
            (_state[i], _state[j]) = (_state[j], _state[i]);
        }
    }

    /// <summary>The next byte that is laid over the text.</summary>
    public byte Next()
    {
        _i++;
        _j += _state[_i];
        (_state[_i], _state[_j]) = (_state[_j], _state[_i]);
        return _state[(byte)(_state[_i] + _state[_j])];
    }

    /// <summary>Bytes with the next bytes of the key stream laid over them.</summary>
    public byte[] Apply(ReadOnlySpan<byte> bytes)
    {
        var result = bytes.ToArray();
        for (var i = 0; i < result.Length; i++)
            result[i] ^= Next();
        return result;
    }
}
