using System.IO.Compression;

namespace Dlp.Documents.Tests.Archives;

public sealed class ArchiveTests : IDisposable
{
    private const string Secret = "IBAN FR58 9999 9000 420A 7B3C 9D15 K76";
    private const string Nir = "Numéro de sécurité sociale 1 84 12 76 451 089 46";

    private static readonly string LongFolder = string.Join('/', Enumerable.Repeat("dossier-au-nom-plutot-long", 6));

    private readonly Tool _tool = new();

    public ArchiveTests()
    {
        _tool.Write("d/virement.txt", Secret);
        _tool.Write("d/sous dossier/paie é.csv", Nir);
        _tool.Write("d/suite.log", string.Join('\n', Enumerable.Range(1, 20_000)));
    }

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("-ms=on")]
    [InlineData("-ms=off")]
    [InlineData("-m0=PPMd")]
    [InlineData("-m0=BZip2")]
    [InlineData("-m0=LZMA")]
    [InlineData("-m0=Deflate")]
    [InlineData("-m0=Copy")]
    public async Task Every_file_of_a_7z_archive_is_a_part(string method)
    {
        _tool.Run("7z", "a", "-bd", method, "a.7z", "d");

        var parts = await Parts.ReadAsync("a.7z", _tool.Bytes("a.7z"));

        ShouldHoldAll(parts, "a.7z");
    }

    [Theory]
    [InlineData("ustar")]
    [InlineData("pax")]
    [InlineData("gnu")]
    [InlineData("oldgnu")]
    [InlineData("v7")]
    public async Task Every_file_of_a_tar_archive_is_a_part(string format)
    {
        _tool.Run("tar", $"--format={format}", "-cf", "a.tar", "d");

        ShouldHoldAll(await Parts.ReadAsync("a.tar", _tool.Bytes("a.tar")), "a.tar");
    }

    [Theory]
    [InlineData("pax")]
    [InlineData("gnu")]
    public async Task Long_names_in_a_tar_archive_are_those_of_the_files(string format)
    {
        _tool.Write($"{LongFolder}/note-finale.txt", Secret);
        _tool.Run("tar", $"--format={format}", "-cf", "a.tar", LongFolder);

        var parts = await Parts.ReadAsync("a.tar", _tool.Bytes("a.tar"));

        parts.Named("dossier-au-nom-plutot-long/note-finale.txt").Text.Should().Be(Secret);
    }

    [Theory]
    [InlineData("gzip", "a.tar.gz")]
    [InlineData("bzip2", "a.tar.bz2")]
    [InlineData("xz", "a.tar.xz")]
    [InlineData("zstd", "a.tar.zst")]
    [InlineData("lz4", "a.tar.lz4")]
    public async Task The_files_of_a_compressed_tar_archive_lie_in_it_without_a_step_between(string tool, string name)
    {
        _tool.Run("tar", "-cf", "a.tar", "d");
        Compress(tool, "a.tar", name);

        ShouldHoldAll(await Parts.ReadAsync(name, _tool.Bytes(name)), name);
    }

    [Theory]
    [InlineData("gzip", ".gz")]
    [InlineData("bzip2", ".bz2")]
    [InlineData("xz", ".xz")]
    [InlineData("zstd", ".zst")]
    [InlineData("lz4", ".lz4")]
    public async Task A_compressed_file_is_a_part_under_its_own_name(string tool, string ending)
    {
        Compress(tool, "d/virement.txt", "d/virement.txt" + ending);

        var parts = await Parts.ReadAsync("virement.txt" + ending, _tool.Bytes("d/virement.txt" + ending));

        parts.Should().HaveCount(2);
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
        parts[1].Name.Should().Be($"virement.txt{ending} › virement.txt");
        parts[1].Text.Should().Be(Secret);
    }

    [Theory]
    [InlineData("gzip", ".gz")]
    [InlineData("bzip2", ".bz2")]
    [InlineData("xz", ".xz")]
    [InlineData("zstd", ".zst")]
    [InlineData("lz4", ".lz4")]
    public async Task A_compressed_file_that_is_cut_keeps_its_beginning_and_says_so(string tool, string ending)
    {
        var random = new Random(5);
        _tool.Write("n.txt", string.Join('\n', Enumerable.Range(0, 400_000).Select(_ => random.Next())));
        Compress(tool, "n.txt", "n.txt" + ending);
        var whole = _tool.Bytes("n.txt" + ending);

        var parts = await Parts.ReadAsync("n.txt" + ending, whole[..(whole.Length - 1000)]);

        parts.Should().HaveCount(2);
        parts.Should().OnlyContain(part => part.Status == PartStatus.Partial && part.Said() != null);
        parts[1].Text.Length.Should().BeGreaterThan(1_000_000);
    }

    [Fact]
    public async Task Files_of_a_7z_archive_that_need_a_password_are_named_and_encrypted()
    {
        _tool.Run("7z", "a", "-bd", "-pmotdepasse", "a.7z", "d");

        var parts = await Parts.ReadAsync("a.7z", _tool.Bytes("a.7z"));

        parts.Should().HaveCount(4).And.OnlyContain(part => part.Status == PartStatus.Encrypted);
        parts.Named("a.7z › d/virement.txt").Said().Should().Be("it needs a password");
    }

    [Fact]
    public async Task A_7z_archive_whose_names_need_a_password_is_encrypted()
    {
        _tool.Run("7z", "a", "-bd", "-pmotdepasse", "-mhe=on", "a.7z", "d");

        var parts = await Parts.ReadAsync("a.7z", _tool.Bytes("a.7z"));

        parts.Should().ContainSingle().Which.Status.Should().Be(PartStatus.Encrypted);
    }

    [Fact]
    public async Task The_first_volume_of_a_7z_archive_says_that_it_is_not_whole()
    {
        var noise = new byte[200_000];
        new Random(3).NextBytes(noise);
        _tool.Write("noise.bin", noise);
        _tool.Run("7z", "a", "-bd", "-v50k", "a.7z", "noise.bin");

        var parts = await Parts.ReadAsync("a.7z.001", _tool.Bytes("a.7z.001"));

        var part = parts.Should().ContainSingle().Subject;
        part.Status.Should().Be(PartStatus.Unreadable);
        part.Said().Should().Contain("volumes");
    }

    [Fact]
    public async Task What_stands_before_the_damage_in_a_7z_archive_is_kept_and_the_rest_named()
    {
        var noise = new byte[300_000];
        new Random(3).NextBytes(noise);
        _tool.Write("z.bin", noise);
        _tool.Run("7z", "a", "-bd", "-ms=off", "-m0=LZMA2", "a.7z", "d/virement.txt", "z.bin");
        var archive = _tool.Bytes("a.7z");
        archive.AsSpan(archive.Length - 200_000, 100_000).Clear();

        var parts = await Parts.ReadAsync("a.7z", archive);

        parts.Named("virement.txt").Text.Should().Be(Secret);
        parts.Should().Contain(part => part.Status != PartStatus.Scanned);
    }

    [Fact]
    public async Task A_debian_package_is_read_down_to_its_files()
    {
        _tool.Write("p/DEBIAN/control", "Package: p\nVersion: 1\nArchitecture: all\nMaintainer: M <m@orvalis.example>\nDescription: d\n");
        _tool.Write("p/opt/virement.txt", Secret);
        _tool.Run("dpkg-deb", "-b", "p", "p.deb");

        var parts = await Parts.ReadAsync("p.deb", _tool.Bytes("p.deb"));

        parts.Named("control").Text.Should().Contain("m@orvalis.example");
        parts.Named("p.deb › data.tar.xz › ./opt/virement.txt").Text.Should().Be(Secret);
    }

    [Fact]
    public async Task Long_names_in_an_ar_archive_are_those_of_the_files()
    {
        _tool.Write("un-nom-de-fichier-long.txt", Secret);
        _tool.Run("ar", "rc", "a.a", "un-nom-de-fichier-long.txt", "d/virement.txt");

        var parts = await Parts.ReadAsync("a.a", _tool.Bytes("a.a"));

        parts.Named("a.a › un-nom-de-fichier-long.txt").Text.Should().Be(Secret);
        parts.Named("a.a › virement.txt").Text.Should().Be(Secret);
    }

    [Fact]
    public async Task A_gzip_file_bears_the_name_that_it_states()
    {
        _tool.Run("gzip", "d/virement.txt");

        var parts = await Parts.ReadAsync("photo.gz", _tool.Bytes("d/virement.txt.gz"));

        parts[1].Name.Should().Be("photo.gz › virement.txt");
    }

    [Fact]
    public async Task Gzip_members_behind_one_another_are_one_file()
    {
        byte[] two = [.. Gzip("first "u8.ToArray()), .. Gzip("second"u8.ToArray())];

        (await Parts.ReadAsync("a.gz", two))[1].Text.Should().Be("first second");
    }

    internal static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    private void Compress(string tool, string name, string packed)
    {
        // lz4 writes to the standard output where that is no terminal.
        if (tool is "lz4")
            _tool.Run(tool, "-q", name, packed);
        else
            _tool.Run(tool, "-k", "-q", name);
    }

    private static void ShouldHoldAll(IReadOnlyList<DraftPart> parts, string name)
    {
        using var scope = new AssertionScope();
        parts.Should().HaveCount(4).And.OnlyContain(part => part.Status == PartStatus.Scanned);
        parts[0].Name.Should().Be(name);
        parts.Named($"{name} › d/virement.txt").Text.Should().Be(Secret);
        parts.Named($"{name} › d/sous dossier/paie é.csv").Text.Should().Be(Nir);
        parts.Named("suite.log").Text.Should().EndWith("20000");
    }

    [Theory]
    [InlineData("xz")]
    [InlineData("bzip2")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public async Task Compressed_files_that_follow_one_another_are_read_as_one(string tool)
    {
        using var tools = new Tool();
        tools.Write("one", "the first of them\n");
        tools.Write("other", Secret);
        tools.Run(tool, "-k", "one");
        tools.Run(tool, "-k", "other");
        var ending = tool switch { "xz" => ".xz", "bzip2" => ".bz2", "gzip" => ".gz", _ => ".zst" };

        var parts = await Parts.ReadAsync("both" + ending, [.. tools.Bytes("one" + ending), .. new byte[tool == "xz" ? 8 : 0], .. tools.Bytes("other" + ending)]);

        parts[^1].Text.Should().Contain("the first of them").And.Contain(Secret);
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
    }
}
