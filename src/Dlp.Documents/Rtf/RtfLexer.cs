using System.Text;

namespace Dlp.Documents.Rtf;

/// <summary>Cuts rich text into groups, control words, symbols and bytes (RTF 1.9.1, "RTF Syntax").</summary>
internal ref struct RtfLexer(ReadOnlySpan<byte> content)
{
    private const int LongestWord = 64;
    private const int LongestNumber = 12;

    private readonly ReadOnlySpan<byte> _content = content;
    private int _at;

    /// <summary>What was read last.</summary>
    public RtfToken Token { get; private set; }

    /// <summary>The character, or the symbol.</summary>
    public byte Byte { get; private set; }

    /// <summary>The control word.</summary>
    public string Word { get; private set; } = "";

    /// <summary>The number behind the control word; null when there is none.</summary>
    public int? Parameter { get; private set; }

    /// <summary>The bytes behind <c>\bin</c>.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Reads the next token; false at the end.</summary>
    public bool Read()
    {
        while (_at < _content.Length)
        {
            Byte = _content[_at++];
            switch (Byte)
            {
                case (byte)'{':
                    Token = RtfToken.BeginGroup;
                    return true;
                case (byte)'}':
                    Token = RtfToken.EndGroup;
                    return true;
                case (byte)'\\':
                    if (ReadControl())
                        return true;
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    Token = RtfToken.Character;
                    return true;
            }
        }

        return false;
    }

    public static int HexValue(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        _ => -1,
    };

    /// <summary>False when it is a damaged character, which is passed over.</summary>
    private bool ReadControl()
    {
        var symbol = _content.ByteAt(_at);
        if (symbol == '\'')
            return ReadEscaped();
        if (IsLetter(symbol))
        {
            ReadWord();
            return true;
        }

        _at++;
        (Token, Byte) = (RtfToken.Symbol, symbol);
        return true;
    }

    private bool ReadEscaped()
    {
        int high = HexValue(_content.ByteAt(_at + 1)), low = HexValue(_content.ByteAt(_at + 2));
        if (high < 0 || low < 0)
        {
            _at++;
            return false;
        }

        _at += 3;
        (Token, Byte) = (RtfToken.EscapedCharacter, (byte)((high << 4) | low));
        return true;
    }

    private void ReadWord()
    {
        var start = _at;
        while (IsLetter(_content.ByteAt(_at)) && _at - start < LongestWord)
            _at++;
        Word = Encoding.ASCII.GetString(_content[start.._at]);
        var isNegative = _content.ByteAt(_at) == '-';
        _at += isNegative ? 1 : 0;
        var digits = _at;
        long number = 0;
        while (_content.ByteAt(_at) is >= (byte)'0' and <= (byte)'9' && _at - digits < LongestNumber)
            number = (number * 10) + _content[_at++] - '0';
        Parameter = _at == digits ? null : (int)Math.Clamp(isNegative ? -number : number, int.MinValue, int.MaxValue);
        if (_content.ByteAt(_at) == ' ')
            _at++;
        Token = RtfToken.Word;
        if (Word != "bin")
            return;
        Token = RtfToken.Binary;
        Bytes = _content.At(_at, Parameter ?? 0);
        _at += Bytes.Length;
    }

    private static bool IsLetter(byte character) => character is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z');
}

/// <summary>A piece of rich text.</summary>
internal enum RtfToken
{
    BeginGroup,
    EndGroup,

    /// <summary>A byte that stands for itself.</summary>
    Character,

    /// <summary>A byte in hexadecimal: <c>\'e9</c>.</summary>
    EscapedCharacter,

    /// <summary><c>\par</c>, <c>\u233</c>.</summary>
    Word,

    /// <summary><c>\~</c>, <c>\*</c>.</summary>
    Symbol,

    /// <summary>Bytes behind <c>\bin</c>.</summary>
    Binary,
}
