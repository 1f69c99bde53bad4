using System.Text;
using System.Text.RegularExpressions;
using Dlp.Documents.Tests.Archives;
using Dlp.Documents.Tests.CompoundFiles;

namespace Dlp.Documents.Tests.Mail;

/// <summary>Messages of every shape in which Outlook saves them: all their words are read, and those in a body that is there in several forms not thrice.</summary>
public partial class OutlookMessageReachSpecs
{
    private const string French = "Bonjour Hélène, veuillez trouver ci-joint l'échéancier n° 4471-B du marché : 12 480,50 € à régler d'ici au 14/03/2026 sur le compte FR58 9999 9000 420A 7B3C 9D15 K76. Dès réception, prévenez Benoît (06 12 34 56 78) ; c'était prévu.";
    private const string English = "Dear all, the revised offer for warehouse 7 is 1,284,000.00 pounds until 30 June 2026, reference ORV-2026-00417. Nobody outside the board may see it before the vote.";
    private const string Russian = "Договор поставки 7781 от 12 марта подписан, сумма 480500 рублей, контактное лицо Ирина Соколова.";

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static TheoryData<string> Shapes => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_word_of_a_message_is_read(string shape)
    {
        var (message, said) = All()[shape];

        var parts = await Inside.ReadAsync(message.ToBytes());

        var read = Words(string.Join('\n', parts.Select(part => part.Text))).GroupBy(word => word).ToDictionary(word => word.Key, word => word.Count());
        var missing = Words(said).GroupBy(word => word).Where(word => read.GetValueOrDefault(word.Key) < word.Count()).Select(word => word.Key);
        missing.Should().BeEmpty();
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
    }

    private static Dictionary<string, (CompoundFileWriter Message, string Said)> All() => new()
    {
        ["plain, Unicode"] = (Head().With("__substg1.0_1000001F", Encoding.Unicode.GetBytes(French)), French),
        ["plain, code page of the message"] = (Head(codePage: 1252).With("__substg1.0_1000001E", Western.GetBytes(French)), French),
        ["plain, code page of the internet"] = (Head(codePage: 0, internet: 1251).With("__substg1.0_1000001E", Cyrillic.GetBytes(Russian)), Russian),
        ["rich text, compressed"] = (Head().With("__substg1.0_10090102", Compressed(Rtf(French + "\n" + English))), French + " " + English),
        ["rich text, not compressed"] = (Head().With("__substg1.0_10090102", Stored(Rtf(French + Russian))), French + " " + Russian),
        ["HTML in rich text"] = (Head().With("__substg1.0_10090102", Compressed(HtmlInRtf(French, English))), French + " " + English),
        ["HTML in a code page"] = (Head(internet: 1252).With("__substg1.0_10130102", Western.GetBytes($"<html><body><p>{French}</p></body></html>")), French),
        ["HTML in Unicode"] = (Head().With("__substg1.0_1013001F", Encoding.Unicode.GetBytes($"<p>{French}</p><p>{Russian}</p>")), French + " " + Russian),
        ["plain, HTML and rich text"] = (Head()
            .With("__substg1.0_1000001F", Encoding.Unicode.GetBytes(French))
            .With("__substg1.0_10130102", Encoding.UTF8.GetBytes($"<meta charset=utf-8><p>{French}</p>"))
            .With("__substg1.0_10090102", Compressed(Rtf(French))), French),
        ["keywords and a meeting"] = (Head()
            .With("__substg1.0_8001101F", new byte[8])
            .With("__substg1.0_8001101F-00000000", Encoding.Unicode.GetBytes("Fusion Saphir"))
            .With("__substg1.0_8001101F-00000001", Encoding.Unicode.GetBytes("Direction"))
            .With("__substg1.0_8002001F", Encoding.Unicode.GetBytes("Salle Brocéliande")), "Fusion Saphir Direction Salle Brocéliande"),
        ["attachments"] = (Attached(Attached(Head(), 0, "paie.csv", Encoding.UTF8.GetBytes(French)), 1, "lot.zip", RawZip.Of(("note.txt", English))), French + " " + English + " paie lot"),
        ["a message inside"] = (Head()
            .With("__attach_version1.0_#00000000/__properties_version1.0", Properties(8, (0x3705, 5)))
            .With("__attach_version1.0_#00000000/__substg1.0_3001001F", Encoding.Unicode.GetBytes("TR offre"))
            .With("__attach_version1.0_#00000000/__substg1.0_3701000D", Attached(
                new CompoundFileWriter()
                    .With("__properties_version1.0", Properties(24, (0x3FFD, 1251)))
                    .With("__substg1.0_0037001E", Cyrillic.GetBytes("Тема договора"))
                    .With("__substg1.0_1000001E", Cyrillic.GetBytes(Russian)),
                0,
                "offer.txt",
                Encoding.UTF8.GetBytes(English))), "TR offre Тема договора " + Russian + " " + English),
    };

    private static CompoundFileWriter Head(int codePage = 1252, int internet = 0) => new CompoundFileWriter()
        .With("__properties_version1.0", Properties(32, (0x3FFD, codePage), (0x3FDE, internet)))
        .With("__substg1.0_001A001F", Encoding.Unicode.GetBytes("IPM.Note"))
        .With("__substg1.0_0037001F", Encoding.Unicode.GetBytes("Échéancier"));

    private static CompoundFileWriter Attached(CompoundFileWriter message, int number, string name, byte[] content) => message
        .With($"__attach_version1.0_#{number:X8}/__properties_version1.0", Properties(8, (0x3705, 1)))
        .With($"__attach_version1.0_#{number:X8}/__substg1.0_3707001F", Encoding.Unicode.GetBytes(name))
        .With($"__attach_version1.0_#{number:X8}/__substg1.0_37010102", content);

    private static byte[] Rtf(string text) => Encoding.ASCII.GetBytes(@"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Calibri;}}\pard " + Escaped(text) + @"\par}");

    /// <summary>As Exchange keeps a body in HTML ([MS-OXRTFEX] 2.1).</summary>
    private static byte[] HtmlInRtf(string one, string other) => Encoding.ASCII.GetBytes(
        @"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag19 <html>}{\*\htmltag50 <body>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 " + Escaped(one)
        + @"{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0 {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 " + Escaped(other) + @"{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 {\*\htmltag58 </body>}}");

    private static string Escaped(string text) =>
        string.Concat(text.Select(character => character switch
        {
            '\n' => @"\par ",
            < '\u0080' => character.ToString(),
            <= '\u00FF' => $@"\'{(int)character:x2}",
            _ => $@"\u{(int)character}?",
        }));

    /// <summary>Compressed with nothing found that occurs twice ([MS-OXRTFCP] 2.2): a byte of flags before every eight.</summary>
    private static byte[] Compressed(byte[] rtf)
    {
        var content = new List<byte>();
        for (var at = 0; at < rtf.Length; at += 8)
            content.AddRange([0, .. rtf[at..Math.Min(at + 8, rtf.Length)]]);

        // A reference to where the next byte would be written ends it.
        var written = (207 + rtf.Length) % 4096;
        if (rtf.Length % 8 == 0)
            content.Add(1);
        else
            content[^((rtf.Length % 8) + 1)] = (byte)(1 << (rtf.Length % 8));
        content.AddRange([(byte)(written >> 4), (byte)(written << 4)]);
        return [.. BitConverter.GetBytes(content.Count + 12), .. BitConverter.GetBytes(rtf.Length), .. "LZFu"u8, .. BitConverter.GetBytes(Crc([.. content])), .. content];
    }

    private static byte[] Stored(byte[] rtf) => [.. BitConverter.GetBytes(rtf.Length + 12), .. BitConverter.GetBytes(rtf.Length), .. "MELA"u8, 0, 0, 0, 0, .. rtf];

    /// <summary>[MS-OXRTFCP] 2.1.3.2: that of ZIP, without its inversions.</summary>
    private static uint Crc(byte[] bytes)
    {
        uint crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return crc;
    }

    private static byte[] Properties(int header, params (int Id, int Value)[] numbers) =>
        [.. new byte[header], .. numbers.SelectMany(number => (byte[])[3, 0, .. BitConverter.GetBytes((ushort)number.Id), 6, 0, 0, 0, .. BitConverter.GetBytes((long)number.Value)])];

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
