namespace Dlp.Documents.Office;

/// <summary>
/// Ends an XML stream at a tag that is longer than any honest one: the parser compares a tag's attributes with one another, and takes half a minute
/// for a million of them. Also tells of a document type declaration, which Office never writes (ECMA-376 part 2, 8.1.4), and OpenOffice.org did.
/// </summary>
internal sealed class TagGuardStream(Stream xml) : ForwardStream
{
    private const int LongestTag = 65_536;

    private int _tagLength = -1;
    private byte _quote;
    private bool _ended;

    /// <summary>Whether a tag was too long, so that the stream ended before it.</summary>
    public bool IsTagTooLong { get; private set; }

    /// <summary>Whether the XML declares a document type.</summary>
    public bool HasDocumentType { get; private set; }

    /// <summary>Whether no byte has come.</summary>
    public bool IsEmpty { get; private set; } = true;

    public override int Read(Span<byte> buffer)
    {
        if (_ended)
            return 0;
        var read = xml.Read(buffer);
        IsEmpty &= read == 0;
        if (Passes(buffer[..read]))
            return read;
        _ended = true;
        IsTagTooLong = true;
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            xml.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Follows tags and the quotes in them; what stands between tags may be as long as it likes.</summary>
    private bool Passes(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_tagLength < 0)
            {
                var open = bytes.IndexOf((byte)'<');
                if (open < 0)
                    return true;
                bytes = bytes[(open + 1)..];
                _tagLength = 0;
                _quote = 0;
                continue;
            }

            // A comment or CDATA section is no tag; a document type is told by its first letter.
            if (_tagLength == 0 && bytes[0] == '!')
            {
                HasDocumentType |= bytes.Length > 1 && bytes[1] == 'D';
                _tagLength = -1;
                continue;
            }

            var end = _quote == 0 ? bytes.IndexOfAny((byte)'>', (byte)'"', (byte)'\'') : bytes.IndexOf(_quote);
            var length = end < 0 ? bytes.Length : end + 1;
            _tagLength += length;
            if (_tagLength > LongestTag)
                return false;
            if (end >= 0)
                (_tagLength, _quote) = bytes[end] == '>' && _quote == 0 ? (-1, (byte)0) : (_tagLength, _quote == 0 ? bytes[end] : (byte)0);
            bytes = bytes[length..];
        }

        return true;
    }
}
