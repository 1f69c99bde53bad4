using System.Text;

namespace Dlp.Documents.OldOffice;

/// <summary>Reads values out of a record across the records that continue it ([MS-XLS] 2.5.293 and 2.5.294).</summary>
internal sealed class ExcelRecordReader(ExcelRecord record, bool isWide, int codePage)
{
    private int _segment;
    private int _at;

    /// <summary>All has been read.</summary>
    public bool IsAtEnd
    {
        get
        {
            MoveOn();
            return _segment >= record.Segments.Count;
        }
    }

    public byte ReadByte()
    {
        MoveOn();
        return _segment < record.Segments.Count ? record.Segments[_segment].Span[_at++] : (byte)0;
    }

    public int ReadUInt16() => ReadByte() | (ReadByte() << 8);

    public uint ReadUInt32() => (uint)ReadUInt16() | ((uint)ReadUInt16() << 16);

    /// <summary>So many bytes; zeros where there are no more.</summary>
    public byte[] ReadBytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = ReadByte();
        return bytes;
    }

    public void Skip(long count)
    {
        while (count > 0)
        {
            MoveOn();
            if (_segment >= record.Segments.Count)
                return;
            var step = (int)Math.Min(count, record.Segments[_segment].Length - _at);
            _at += step;
            count -= step;
        }
    }

    /// <summary>A string with its length before it, in UTF-16 or in a code page as the version of the workbook has it.</summary>
    /// <param name="hasLongLength">Two bytes of length rather than one.</param>
    public string ReadString(bool hasLongLength = true) => ReadCharacters(hasLongLength ? ReadUInt16() : ReadByte());

    /// <summary>The characters of a string whose length is known; in BIFF8 one byte of flags stands before them.</summary>
    public string ReadCharacters(int count) => isWide ? ReadWide(count, ReadByte()) : ReadNarrow(count);

    /// <summary>A string of the shared table, with its formatting and its phonetic text (XLUnicodeRichExtendedString).</summary>
    public string ReadRich(out string phonetic)
    {
        const int rich = 8, extended = 4;
        var count = ReadUInt16();
        var flags = ReadByte();
        var runs = (flags & rich) != 0 ? ReadUInt16() : 0;
        var extension = (flags & extended) != 0 ? ReadUInt32() : 0;
        var text = ReadWide(count, flags);
        Skip(4L * runs);
        phonetic = extension > 0 ? ReadPhonetic(extension) : "";
        return text;
    }

    private string ReadPhonetic(uint size)
    {
        // ExtRst: 2 reserved, 2 size, 2 font, 2 flags, 2 runs, 2 characters, then a string with its length ([MS-XLS] 2.5.86).
        const int header = 14;
        if (size < header)
        {
            Skip(size);
            return "";
        }

        Skip(header - 2);
        var count = (int)Math.Min(ReadUInt16(), (size - header) / 2);
        var text = new StringBuilder(count);
        for (var i = 0; i < count; i++)
            text.Append((char)ReadUInt16());
        Skip(size - header - (2L * count));
        return text.ToString();
    }

    private string ReadWide(int count, int flags)
    {
        var text = new StringBuilder(Math.Min(count, 8192));
        for (var left = count; left > 0;)
        {
            if (_segment < record.Segments.Count && _at >= record.Segments[_segment].Length)
            {
                // A record that continues characters says anew how wide they are.
                MoveOn();
                flags = ReadByte();
            }

            if (_segment >= record.Segments.Count)
                break;
            var rest = record.Segments[_segment].Span[_at..];
            var width = (flags & 1) != 0 ? 2 : 1;
            var here = Math.Min(left, rest.Length / width);
            if (here == 0)
            {
                _at = record.Segments[_segment].Length;
                continue;
            }

            text.Append(width == 2 ? Encoding.Unicode.GetString(rest[..(2 * here)]) : Encoding.Latin1.GetString(rest[..here]));
            _at += here * width;
            left -= here;
        }

        return text.ToString();
    }

    private string ReadNarrow(int count)
    {
        var bytes = new List<byte>(Math.Min(count, 8192));
        while (bytes.Count < count && !IsAtEnd)
            bytes.Add(ReadByte());
        return CodePage.Of(codePage).GetString([.. bytes]);
    }

    private void MoveOn()
    {
        while (_segment < record.Segments.Count && _at >= record.Segments[_segment].Length)
        {
            _segment++;
            _at = 0;
        }
    }
}
