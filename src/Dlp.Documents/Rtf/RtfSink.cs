using System.Text;

namespace Dlp.Documents.Rtf;

/// <summary>Where the characters of a group go.</summary>
/// <param name="kind">What becomes of them.</param>
/// <param name="place">Where the text stands; null when there is none.</param>
internal sealed class RtfSink(RtfSinkKind kind, Place? place)
{
    private int _digit = -1;

    public RtfSinkKind Kind { get; } = kind;

    public Place? Place { get; } = place;

    public StringBuilder Text { get; } = new();

    public MemoryStream? Bytes { get; private set; }

    public bool HoldsBytes => Kind is RtfSinkKind.Picture or RtfSinkKind.Object;

    /// <summary>Takes a hexadecimal digit; anything else is passed over.</summary>
    public void AddHex(byte character)
    {
        var digit = RtfLexer.HexValue(character);
        if (digit < 0)
            return;
        if (_digit < 0)
        {
            _digit = digit;
            return;
        }

        (Bytes ??= new MemoryStream()).WriteByte((byte)((_digit << 4) | digit));
        _digit = -1;
    }

    public void AddBytes(ReadOnlySpan<byte> bytes) => (Bytes ??= new MemoryStream()).Write(bytes);
}

/// <summary>What becomes of the characters of a group.</summary>
internal enum RtfSinkKind
{
    /// <summary>Nothing: styles, colours, lists.</summary>
    None,

    /// <summary>They are text.</summary>
    Text,

    /// <summary>Names of fonts, passed over; their control words matter.</summary>
    Fonts,

    /// <summary>Hexadecimal bytes of a picture.</summary>
    Picture,

    /// <summary>Hexadecimal bytes of an object.</summary>
    Object,

    /// <summary>Name of a user-defined property or of a shape's.</summary>
    Name,

    /// <summary>Value of what the last name named.</summary>
    Value,

    /// <summary>A tag of a message that was HTML ([MS-OXRTFEX]).</summary>
    HtmlTag,
}
