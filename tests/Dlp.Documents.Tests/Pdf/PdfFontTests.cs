using System.Buffers.Binary;
using System.Text;

namespace Dlp.Documents.Tests.Pdf;

/// <summary>What fonts say, and do not say, of the characters that they show.</summary>
public class PdfFontTests
{
    [Theory]
    [InlineData("[(num) -111.5 (\\264) 444.5 (ero)]", "numéro", "the accent is drawn first, as TeX does")]
    [InlineData("[(nume) 444.5 (\\264) 111.5 (ro)]", "numéro", "the letter is drawn first")]
    [InlineData("[(f) -111.5 (\\250) 444.5 (ur)]", "für", "a diaeresis")]
    [InlineData("[(gar) -111.5 (\\270) 417 (con)]", "garçon", "a cedilla")]
    [InlineData("[(l\\264homme)]", "l´homme", "beside a letter it is an apostrophe")]
    [InlineData("[(~/e^x)]", "~/e^x", "none stands over another")]
    public async Task An_accent_over_a_letter_is_one_with_it(string shown, string text, string because)
    {
        var part = await Reading.ReadAsync(RawPdf.Page($"BT /F1 12 Tf 50 700 Td {shown} TJ ET"));

        part.Text.Should().StartWith(text + "\n", because);
    }

    [Fact]
    public async Task Letters_that_are_drawings_stay_in_words()
    {
        var part = await Reading.ReadAsync(Drawn("BT /F2 1 Tf 50 700 Td [(abc) -4000 (cab)] TJ ET", "/a /b /c"));

        part.Text.Should().StartWith("abc cab\n");
    }

    [Fact]
    public async Task A_line_that_is_drawn_from_left_to_right_is_read_from_right_to_left_where_its_script_is()
    {
        // Seen from left to right: gimel, 12, bet, alef.
        var part = await Reading.ReadAsync(Drawn("BT /F2 1 Tf 50 700 Td [(c) -4000 (12) -4000 (ba)] TJ ET BT /F2 1 Tf 50 680 Td (12) Tj ET", "/afii57664 /afii57665 /afii57666", "/one /two"));

        part.Text.Should().StartWith("\u05D0\u05D1 12 \u05D2\n12\n");
    }

    [Fact]
    public async Task A_line_that_is_drawn_as_it_is_read_stays_so()
    {
        var part = await Reading.ReadAsync(Drawn("BT /F2 1 Tf 1 0 0 1 80 700 Tm (a) Tj 1 0 0 1 74 700 Tm (b) Tj 1 0 0 1 64 700 Tm (c) Tj ET", "/afii57664 /afii57665 /afii57666"));

        part.Text.Should().StartWith("\u05D0\u05D1 \u05D2\n");
    }

    [Fact]
    public async Task A_compact_font_without_an_encoding_has_the_one_that_is_built_into_it()
    {
        var widths = string.Join(' ', Enumerable.Repeat("500", 128));
        var part = await Reading.ReadAsync(RawPdf.Page(
            "BT /F2 12 Tf 50 700 Td (\\002le) Tj ET",
            resources: "/Font << /F2 6 0 R >>",
            more:
            [
                $"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Small /FirstChar 0 /LastChar 127 /Widths [{widths}] /FontDescriptor 7 0 R >>",
                "<< /Type /FontDescriptor /FontName /ABCDEF+Small /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 /FontFile3 8 0 R >>",
                RawPdf.Stream(Encoding.Latin1.GetString(CompactFont()), "/Subtype /Type1C"),
            ]));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().StartWith("file\n");
    }

    [Fact]
    public async Task A_map_to_Unicode_with_a_comment_among_its_entries_is_followed()
    {
        var part = await Reading.ReadAsync(Mapped("2 beginbfchar <41> <0066> % the first\n%\n<42> <00E9> endbfchar"));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().StartWith("f\u00E9\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/FontFile 9 0 R")]
    public async Task A_font_whose_map_to_Unicode_is_broken_is_read_by_its_encoding(string program)
    {
        var part = await Reading.ReadAsync(Mapped("2 beginbfchar <41> /nonsense (x) endbfchar", program));

        part.Text.Should().StartWith("AB\n");
    }

    /// <summary>The letters A and B in a font with a map to Unicode.</summary>
    private static byte[] Mapped(string map, string program = "") => RawPdf.Page(
        "BT /F2 12 Tf 50 700 Td (AB) Tj ET",
        resources: "/Font << /F2 6 0 R >>",
        more:
        [
            $"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Small /Encoding /WinAnsiEncoding /FirstChar 65 /LastChar 66 /Widths [500 500] /ToUnicode 7 0 R /FontDescriptor 8 0 R >>",
            RawPdf.Stream($"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange {map} endcmap end"),
            $"<< /Type /FontDescriptor /FontName /ABCDEF+Small /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 {program} >>",
            RawPdf.Stream("%!PS-AdobeFont-1.0: this is no font", "/Length1 34 /Length2 0 /Length3 0"),
        ]);

    /// <summary>A page whose font F2 is drawings in units of the page, six wide each: from a on, and from 1 on.</summary>
    private static byte[] Drawn(string content, string fromA, string fromOne = "")
    {
        var names = $"{fromA} {fromOne}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var drawings = string.Join(' ', names.Select(name => $"{name} 7 0 R"));
        var widths = string.Join(' ', Enumerable.Repeat("6", 128));
        return RawPdf.Page(
            content,
            resources: "/Font << /F2 6 0 R >>",
            more:
            [
                $"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 6 8] /FontMatrix [1 0 0 1 0 0] /CharProcs << {drawings} >> /Encoding << /Type /Encoding /Differences [49 {fromOne} 97 {fromA}] >>"
                + $" /FirstChar 0 /LastChar 127 /Widths [{widths}] >>",
                RawPdf.Stream("6 0 0 0 6 8 d1 0 0 6 8 re f"),
            ]);
    }

    /// <summary>Three letters without an outline, with an encoding of their own: fi at 2, l and e where ASCII has them (Adobe Technical Note 5176).</summary>
    private static byte[] CompactFont()
    {
        byte[] head = [1, 0, 4, 1, .. Index([.. "Small"u8])];
        byte[] behindTop = [0, 0, 0, 0];

        // Three operands of five bytes with an operator each, and the private part: two of one byte, with its operator.
        const int topLength = (3 * 6) + 3;
        var charset = head.Length + Index(new byte[topLength]).Length + behindTop.Length;
        byte[] names = [0, 0, 109, 0, 77, 0, 70];
        byte[] encoding = [0, 3, 2, (byte)'l', (byte)'e'];
        byte[] top = [.. Operand(charset), 15, .. Operand(charset + names.Length), 16, .. Operand(charset + names.Length + encoding.Length), 17, 139, 139, 18];
        var outlines = Index([14], [14], [14], [14]);
        return [.. head, .. Index(top), .. behindTop, .. names, .. encoding, .. outlines];
    }

    private static byte[] Operand(int value)
    {
        var bytes = new byte[5];
        bytes[0] = 29;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), value);
        return bytes;
    }

    private static byte[] Index(params byte[][] items)
    {
        List<byte> index = [0, (byte)items.Length, 1, 1];
        var offset = 1;
        foreach (var item in items)
            index.Add((byte)(offset += item.Length));
        foreach (var item in items)
            index.AddRange(item);
        return [.. index];
    }
}
