using System.Security.Cryptography;
using System.Text;
using Dlp.Documents.OldOffice;
using Dlp.Documents.Tests.CompoundFiles;
using static Dlp.Documents.Tests.OldOffice.Biff;

namespace Dlp.Documents.Tests.OldOffice;

public class ExcelReaderSpecs
{
    [Fact]
    public async Task A_workbook_of_a_spreadsheet_program_is_read()
    {
        var part = await Reading.ReadSampleAsync("ventes-saphir.xls");

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("annotée").Should().Be("sheet Ventes, A5");
        part.LocationOf("Note de cellule 888777").Should().Be("sheet Ventes, A5, note");
        part.LocationOf("secret 3").Should().Be("sheet Ventes, F4, formula");
        part.Places.Should().Contain(place => place.Location.En == "sheet Q3 privé (hidden), E5");
        part.LocationOf("Zone_Saphir").Should().Be("defined name");
        part.LocationOf("Secret interne").Should().Be("sensitivity label");
        part.Text.Should().MatchRegex(@"\t\d\d?\.\d\d% \(0\.\d+\)\t\d\d/\d\d/\d{4}\t");
    }

    [Fact]
    public async Task A_string_is_read_across_records_that_change_its_width()
    {
        byte[] globals =
        [
            .. Record(0x00FC, [1, 0, 0, 0, 2, 0, 0, 0, 9, 0, 0, .. "conf"u8]),
            .. Record(0x003C, [1, .. Encoding.Unicode.GetBytes("iden€"), .. Text("€uro")]),
        ];
        var part = await ReadAsync(Workbook(globals, [.. Record(0x00FD, [.. Cell(0, 0), 0, 0, 0, 0]), .. Record(0x00FD, [.. Cell(1, 27), 1, 0, 0, 0])]));

        part.LocationOf("confiden€").Should().Be("sheet Q3, A1");
        part.LocationOf("€uro").Should().Be("sheet Q3, AB2");
    }

    [Fact]
    public async Task Formatted_and_phonetic_strings_do_not_shift_what_follows()
    {
        byte[] phonetic = [1, 0, 10, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 0, .. Encoding.Unicode.GetBytes("かな")];
        byte[] globals = Record(0x00FC, [2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0x0C, 1, 0, .. BitConverter.GetBytes(phonetic.Length), .. "ab"u8, 9, 9, 9, 9, .. phonetic, .. Text("next")]);

        var part = await ReadAsync(Workbook(globals, Record(0x00FD, [.. Cell(0, 0), 1, 0, 0, 0])));

        part.LocationOf("next").Should().Be("sheet Q3, A1");
        part.LocationOf("かな").Should().Be("phonetic text");
    }

    [Fact]
    public async Task Numbers_are_read_as_shown_and_as_held()
    {
        byte[] globals = [.. Record(0x00E0, [0, 0, 0, 0]), .. Record(0x00E0, [0, 0, 10, 0]), .. Record(0x00E0, [0, 0, 14, 0]), .. Record(0x041E, [200, 0, .. Text("#,##0.00\" €\"")]), .. Record(0x00E0, [0, 0, 200, 0])];
        byte[] sheet =
        [
            .. Number(0, 0, 0, 4_111_111_111_111_111), .. Number(0, 1, 1, 0.1068), .. Number(0, 2, 2, 46_000), .. Number(0, 3, 3, 9_300_000.5),
            .. Record(0x027E, [.. Cell(1, 0), .. BitConverter.GetBytes((12345 << 2) | 3)]),
            .. Record(0x00BD, [1, 0, 1, 0, 0, 0, .. BitConverter.GetBytes((7 << 2) | 2), 0, 0, .. BitConverter.GetBytes((8 << 2) | 2), 2, 0]),
            .. Record(0x0205, [.. Cell(2, 0), 1, 0]),
        ];

        (await ReadAsync(Workbook(globals, sheet))).Text.Should().Be("Q3\n4111111111111111\t10.68% (0.1068)\t12/9/2025\t9,300,000.50 € (9300000.5)\n123.45\t7\t8\nTRUE\n");
    }

    [Fact]
    public async Task Names_links_headers_prompts_external_values_and_charts_are_read()
    {
        byte[] globals =
        [
            .. Record(0x0018, [0, 0, 0, 3, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "Nom"u8, 0x17, 6, 0, .. "secret"u8]),
            .. Record(0x01AE, [1, 0, .. Text("\u0001\u0001Cserveur\u0003paie.xls"), .. Text("Feuille")]),
            .. Record(0x005A, [1, 0, 0, 0, 2, .. Text("valeur externe"), 1, .. BitConverter.GetBytes(451089d)]),
            .. Record(0x00CD, Text("ODBC;PWD=orage")),
        ];
        byte[] sheet =
        [
            .. Record(0x0014, Text("&L&\"Arial,Gras\"&8Confidentiel&CPage &P")),
            .. Record(0x01BE, [0, 0, 0, 0, .. Text("\0"), .. Text("\0"), .. Text("saisir le NIR"), .. Text("\0")]),
            .. Record(0x01B8, [.. new byte[32], .. Encoding.Unicode.GetBytes("https://a.example")]),
            .. Begin(0x20), .. Record(0x100D, [0, 0, .. Text("Titre", hasLongLength: false)]), .. End(),
            .. Record(0x0204, [.. Cell(3, 3), .. Text("after the chart")]),
        ];

        var part = await ReadAsync(Workbook(globals, sheet, state: 2));

        using var scope = new AssertionScope();
        part.LocationOf("Nom").Should().Be("defined name");
        part.LocationOf("secret").Should().Be("defined name");
        part.LocationOf("serveur/paie.xls").Should().Be("external link");
        part.LocationOf("valeur externe").Should().Be("external values");
        part.LocationOf("451089").Should().Be("external values");
        part.LocationOf("PWD=orage").Should().Be("data connection");
        part.LocationOf("Confidentiel\nPage").Should().Be("sheet Q3 (very hidden), header");
        part.LocationOf("saisir le NIR").Should().Be("sheet Q3 (very hidden), prompt");
        part.LocationOf("https://a.example").Should().Be("sheet Q3 (very hidden), link");
        part.LocationOf("Titre").Should().Be("sheet Q3 (very hidden), chart");
        part.LocationOf("after the chart").Should().Be("sheet Q3 (very hidden), D4");
    }

    [Fact]
    public async Task Results_of_formulas_are_read_with_the_texts_in_the_formula()
    {
        byte[] tokens = [0x17, 3, 0, .. "abc"u8, 0x1E, 5, 0, 0x19, 0x10, 0, 0, 0x44, 0, 0, 0, 0, 0x17, 1, 1, 0xAC, 0x20];
        byte[] formula = Record(0x0006, [.. Cell(1, 1), 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[6], .. Short(tokens.Length), .. tokens]);

        var part = await ReadAsync(Workbook([], [.. formula, .. Record(0x0207, Text("computed"))]));

        part.LocationOf("computed").Should().Be("sheet Q3, B2");
        part.LocationOf("abc\n€").Should().Be("sheet Q3, B2, formula");
    }

    [Fact]
    public async Task Text_boxes_and_notes_are_read()
    {
        byte[] sheet =
        [
            .. Record(0x005D, [0x15, 0, 0x12, 0, 0x19, 0, 1, 0]), .. Record(0x01B6, [.. new byte[10], 4, 0, 16, 0, 0, 0, 0, 0]), .. Record(0x003C, [0, .. "note"u8]), .. Record(0x003C, new byte[16]),
            .. Record(0x005D, [0x15, 0, 0x12, 0, 0x06, 0, 2, 0]), .. Record(0x01B6, [.. new byte[10], 3, 0, 16, 0, 0, 0, 0, 0]), .. Record(0x003C, [0, .. "box"u8]), .. Record(0x003C, new byte[16]),
            .. Record(0x001C, [4, 0, 1, 0, 0, 0, 1, 0, .. Text("Bob")]),
        ];

        var part = await ReadAsync(Workbook([], sheet));

        part.LocationOf("note").Should().Be("sheet Q3, B5, note");
        part.LocationOf("box").Should().Be("sheet Q3, text box");
    }

    [Fact]
    public async Task A_stream_whose_name_is_in_capitals_is_read()
    {
        var file = new CompoundFileWriter().With("WORKBOOK", Workbook([], Record(0x0204, [.. Cell(0, 0), .. Text("shown")])));

        (await Reading.ReadAsync(file.ToBytes())).Text.Should().Contain("shown");
    }

    [Fact]
    public async Task A_workbook_of_excel_95_is_read_in_its_code_page()
    {
        byte[] stream =
        [
            .. Record(0x0809, [0, 5, 0x10, 0, 0, 0, 0, 0]), .. Record(0x0042, Short(1251)),
            .. Record(0x0204, [.. Cell(0, 0), 3, 0, 0xE4, 0xEE, 0xE3]), .. End(),
        ];

        (await Reading.ReadAsync(new CompoundFileWriter().With("Book", stream).ToBytes())).LocationOf("дог").Should().Be("sheet 1, A1");
    }

    [Fact]
    public async Task A_workbook_of_excel_2_is_read_without_a_compound_file()
    {
        byte[] file = [.. Record(0x0009, [2, 0, 0x10, 0]), .. Record(0x0004, [0, 0, 1, 0, 0, 0, 0, 4, .. "text"u8]), .. Record(0x0002, [1, 0, 0, 0, 0, 0, 0, 42, 0]), .. End()];

        (await Reading.ReadAsync(file)).Text.Should().Be("text\n42\n");
    }

    [Fact]
    public async Task What_pivot_tables_were_made_of_is_read()
    {
        var file = new CompoundFileWriter().With("Workbook", Workbook([], [])).With("_SX_DB_CUR/0001", Record(0x00CD, Text("salaire de Bob")));

        (await Reading.ReadAsync(file.ToBytes())).LocationOf("salaire de Bob").Should().Be("pivot cache");
    }

    [Fact]
    public async Task A_workbook_with_a_password_is_encrypted()
    {
        var part = await ReadAsync([.. Begin(5), .. Record(0x002F, [1, 0, 1, 0, 1, 0, .. new byte[48]]), .. Record(0x0204, [.. Cell(0, 0), .. Text("not the text")])]);

        part.Status.Should().Be(PartStatus.Encrypted);
        part.Text.Should().BeEmpty();
    }

    [Fact]
    public async Task A_workbook_that_is_only_protected_against_changes_is_read()
    {
        var part = await Reading.ReadSampleAsync("ventes-saphir-protected.xls");

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be((await Reading.ReadSampleAsync("ventes-saphir.xls")).Text);
    }

    [Theory]
    [InlineData("VelvetSweatshop", 128, PartStatus.Scanned)]
    [InlineData("VelvetSweatshop", 40, PartStatus.Scanned)]
    [InlineData("orage sur la lande", 128, PartStatus.Encrypted)]
    public async Task The_password_that_all_excels_know_is_tried_with_the_later_method_too(string password, int keySize, PartStatus expected)
    {
        byte[] plain = [.. Begin(5), .. Record(0x002F, CryptoApiFilePass(password, keySize, out var key)), .. End(), .. Begin(0x10), .. Record(0x0204, [.. Cell(0, 0), .. Text("shown")]), .. End()];
        var stream = new Rc4(key).Apply(plain);
        for (var at = 0; at < plain.Length; at += 4 + BitConverter.ToUInt16(plain, at + 2))
        {
            var isPlain = BitConverter.ToUInt16(plain, at) is 0x0809 or 0x002F;
            plain.AsSpan(at, isPlain ? 4 + BitConverter.ToUInt16(plain, at + 2) : 4).CopyTo(stream.AsSpan(at));
        }

        var part = await ReadAsync(stream);

        part.Status.Should().Be(expected);
        part.Text.Contains("shown", StringComparison.Ordinal).Should().Be(expected == PartStatus.Scanned);
    }

    [Fact]
    public async Task A_table_that_says_it_holds_billions_of_strings_ends()
    {
        byte[] globals = Record(0x00FC, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. Text("one")]);

        (await ReadAsync(Workbook(globals, Record(0x00FD, [.. Cell(0, 0), 0, 0, 0, 0])))).LocationOf("one").Should().Be("sheet Q3, A1");
    }

    [Fact]
    public async Task One_string_shown_in_many_cells_ends_at_the_limit_of_characters()
    {
        byte[] globals = Record(0x00FC, [1, 0, 0, 0, 1, 0, 0, 0, .. Text(new string('x', 8000))]);
        byte[] sheet = [.. Enumerable.Range(0, 3000).SelectMany(row => Record(0x00FD, [.. Cell(row, 0), 0, 0, 0, 0]))];

        var part = await ReadAsync(Workbook(globals, sheet));

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Text.Should().HaveLength(10_000_000);
    }

    [Fact]
    public async Task The_choices_of_a_cell_and_the_conditions_of_its_format_are_read()
    {
        byte[] choices = [0x17, 11, 0, .. "Saphir\0Onyx"u8], condition = [0x17, 6, 0, .. "urgent"u8], other = [0x17, 5, 0, .. "perdu"u8];

        var part = await ReadAsync(Workbook([],
        [
            .. Record(0x01BE, [0, 0, 0, 0, .. Text("\0"), .. Text("\0"), .. Text("\0"), .. Text("\0"), .. Short(choices.Length), 0, 0, .. choices, 0, 0, 0, 0, 1, 0]),
            .. Record(0x01B1, [2, 3, .. Short(condition.Length), .. Short(other.Length), .. new byte[20], .. condition, .. other]),
        ]));

        using var scope = new AssertionScope();
        part.LocationOf("Saphir\nOnyx").Should().EndWith("data validation");
        part.LocationOf("urgent").Should().EndWith("conditional format");
        part.LocationOf("perdu").Should().EndWith("conditional format");
    }

    [Fact]
    public async Task No_damage_makes_the_reader_throw() => await Inside.SurvivesDamageAsync(Inside.Sample("ventes-saphir.xls"), 500);

    /// <summary>[MS-XLS] 2.4.117 with [MS-OFFCRYPTO] 2.3.5.1; and the key of the first block.</summary>
    private static byte[] CryptoApiFilePass(string password, int keySize, out byte[] key)
    {
#pragma warning disable CA5350 // The format prescribes SHA-1.
        byte[] salt = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
        var hash = SHA1.HashData([.. SHA1.HashData([.. salt, .. Encoding.Unicode.GetBytes(password)]), 0, 0, 0, 0]);
        key = keySize == 40 ? [.. hash[..5], .. new byte[11]] : hash[..(keySize / 8)];
        byte[] verifier = [.. Enumerable.Range(60, 16).Select(i => (byte)i)];
        var encrypted = new Rc4(key).Apply([.. verifier, .. SHA1.HashData(verifier)]);
#pragma warning restore CA5350
        byte[] header = [4, 0, 0, 0, 0, 0, 0, 0, 1, 0x68, 0, 0, 4, 0x80, 0, 0, .. BitConverter.GetBytes(keySize), 1, 0, 0, 0, .. new byte[8], 0, 0];
        return [1, 0, 2, 0, 2, 0, 4, 0, 0, 0, .. BitConverter.GetBytes(header.Length), .. header, 16, 0, 0, 0, .. salt, .. encrypted[..16], 20, 0, 0, 0, .. encrypted[16..]];
    }

    private static Task<DraftPart> ReadAsync(byte[] workbook) => Reading.ReadAsync(new CompoundFileWriter().With("Workbook", workbook).ToBytes());
}
