using System.Globalization;
using System.Text;
using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.Mail;

/// <summary>The properties of a message, a recipient or an attachment ([MS-OXMSG] 2.1): numbers in one stream, text in a stream each.</summary>
internal sealed class OutlookProperties
{
    private const string Prefix = "__substg1.0_";
    private const int EntrySize = 16;
    private const int MaxProperties = 20_000;

    private readonly CompoundStorage _storage;
    private readonly Dictionary<int, uint> _numbers = [];

    /// <param name="storage">Where the properties lie.</param>
    /// <param name="headerSize">32 in a message, 24 in one inside another, 8 in a recipient or an attachment ([MS-OXMSG] 2.4.1).</param>
    public OutlookProperties(CompoundStorage storage, int headerSize)
    {
        _storage = storage;
        var entries = storage.Read("__properties_version1.0").Span;
        for (int at = headerSize, count = 0; at + EntrySize <= entries.Length && count < MaxProperties; at += EntrySize, count++)
            _numbers[entries.UInt16At(at + 2)] = entries.UInt32At(at + 8);
    }

    /// <summary>Code page of the text that is not Unicode.</summary>
    public int CodePage { get; set; } = Documents.CodePage.Western;

    public uint Number(int id) => _numbers.GetValueOrDefault(id);

    /// <summary>The text of a property; null when there is none.</summary>
    public string? Text(int id) => Texts().Where(text => text.Id == id).Select(text => text.Value).FirstOrDefault();

    /// <summary>The bytes of a property; null when there are none.</summary>
    public ReadOnlyMemory<byte>? Binary(int id) => _storage.Stream($"{Prefix}{id:X4}0102")?.Read();

    /// <summary>The storage of a property that is an object.</summary>
    public CompoundStorage? Object(int id) => _storage.Storage($"{Prefix}{id:X4}000D");

    /// <summary>Every text there is: of a property, or of one of its many values.</summary>
    public IEnumerable<(int Id, string Value)> Texts()
    {
        foreach (var stream in _storage.Streams)
        {
            // __substg1.0_ID + type, and -00000000 for the values of a property that has many.
            var name = stream.Name;
            if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || name.Length is not (20 or 29)
                || !uint.TryParse(name.AsSpan(12, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var tag))
                continue;
            var type = (int)(tag & 0xFFFF);
            if (type == 0x001F || (type == 0x101F && name.Length == 29))
                yield return ((int)(tag >> 16), Encoding.Unicode.GetString(stream.Read().Span).TrimEnd('\0'));
            else if (type == 0x001E || (type == 0x101E && name.Length == 29))
                yield return ((int)(tag >> 16), Documents.CodePage.Of(CodePage).GetString(stream.Read().Span).TrimEnd('\0'));
        }
    }
}
