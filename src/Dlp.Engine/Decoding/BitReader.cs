namespace Dlp.Engine.Decoding;

/// <summary>Puts the bits of symbols together to bytes.</summary>
/// <param name="bits">Bits a symbol: 4 for hexadecimal digits, 6 for base64.</param>
internal struct BitReader(int bits)
{
    private uint _pending;
    private int _held;

    /// <summary>The byte that the last symbol completed.</summary>
    public readonly byte Value => (byte)(_pending >> _held);

    /// <summary>Takes a symbol; true when it completes a byte.</summary>
    public bool Take(char symbol)
    {
        _pending = (_pending << bits) | (uint)(bits == 4 ? HexValue(symbol) : SextetOf(symbol));
        _held += bits;
        if (_held < 8)
            return false;
        _held -= 8;
        return true;
    }

    /// <summary>The value of a hexadecimal digit; -1 for any other character.</summary>
    public static int HexValue(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'A' and <= 'F' => digit - 'A' + 10,
        >= 'a' and <= 'f' => digit - 'a' + 10,
        _ => -1,
    };

    private static int SextetOf(char symbol) => symbol switch
    {
        >= 'A' and <= 'Z' => symbol - 'A',
        >= 'a' and <= 'z' => symbol - 'a' + 26,
        >= '0' and <= '9' => symbol - '0' + 52,
        '+' or '-' => 62,
        _ => 63,
    };
}
