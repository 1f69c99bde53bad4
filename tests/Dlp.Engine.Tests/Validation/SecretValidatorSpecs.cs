using System.Buffers.Text;
using System.Text;
using CsCheck;
using Dlp.Engine.Validation;

namespace Dlp.Engine.Tests.Validation;

public class SecretValidatorSpecs
{
    [Theory]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""", """{"sub":"1"}""", true)]
    [InlineData("""{"typ":"JWT"}""", """{"sub":"1"}""", false)]
    [InlineData("""{"alg":1}""", """{"sub":"1"}""", false)]
    [InlineData("""["alg"]""", """{"sub":"1"}""", false)]
    [InlineData("""{"alg":"HS256"}""", "text", false)]
    [InlineData("""{"\ud800":1,"alg":"HS256"}""", """{"sub":"1"}""", true)]
    [InlineData("""{"\ud800":1}""", """{"sub":"1"}""", false)]
    public void A_web_token_has_a_header_with_an_algorithm_and_claims(string header, string claims, bool valid) =>
        JsonWebToken.IsValid($"{Encoded(header)}.{Encoded(claims)}.c2lnbmF0dXJl").Should().Be(valid);

    [Fact]
    public void A_web_token_has_three_parts() =>
        JsonWebToken.IsValid($"{Encoded("""{"alg":"HS256"}""")}.{Encoded("{}")}").Should().BeFalse();

    // The token in GitHub's announcement of the format's check digits, long revoked; cut in two so that no scanner takes it for a leak.
    [Theory]
    [InlineData("ghp_", true)]
    [InlineData("ghs_", true)]
    [InlineData("ghx_", false)]
    public void A_github_token_ends_with_the_checksum_of_its_body(string prefix, bool valid) =>
        GitHubToken.IsValid(prefix + "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + "0mLq17").Should().Be(valid);

    [Fact]
    public void A_github_token_with_one_character_changed_is_refused() =>
        GitHubToken.IsValid("ghp_" + "zQWBuTSOoRi4A9spHcVY5ncnsDkxkK" + "0mLq17").Should().BeFalse();

    [Fact]
    public void A_fine_grained_github_token_is_told_by_its_shape()
    {
        GitHubToken.IsValid("github_pat_" + new string('A', 22) + "_" + new string('b', 59)).Should().BeTrue();
        GitHubToken.IsValid("github_pat_" + new string('A', 22) + "_" + new string('b', 58)).Should().BeFalse();
    }

    [Theory]
    [InlineData("ghs_418822_", true)]
    [InlineData("ghs_app_", false)]
    [InlineData("ghp_418822_", false)]
    public void An_installation_token_is_an_app_s_number_and_a_web_token(string prefix, bool valid) =>
        GitHubToken.IsValid($"{prefix}{Encoded("""{"alg":"RS256"}""")}.{Encoded("""{"iss":"418822"}""")}.c2lnbmF0dXJl").Should().Be(valid);

    // npm took over GitHub's format: the same body has the same checksum.
    [Theory]
    [InlineData("npm_", "0mLq17", true)]
    [InlineData("npm_", "0mLq18", false)]
    [InlineData("npm_", "0mLq1", false)]
    [InlineData("npx_", "0mLq17", false)]
    public void An_npm_token_ends_with_the_checksum_of_its_body(string prefix, string checksum, bool valid) =>
        PrefixedToken.IsNpm(prefix + "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + checksum).Should().Be(valid);

    [Theory]
    [InlineData("nbp_", "0mLq17", true)]
    [InlineData("nbp_", "1mLq17", false)]
    [InlineData("npm_", "0mLq17", false)]
    public void A_netbird_token_ends_with_the_checksum_of_its_body(string prefix, string checksum, bool valid) =>
        PrefixedToken.IsNetBird(prefix + "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + checksum).Should().Be(valid);

    [Theory]
    [InlineData("syt_Y2FtaWxsZQ_qkzKGsyRNUdeHIbvcnLw", 0, true)]
    [InlineData("syr_Y2FtaWxsZQ_qkzKGsyRNUdeHIbvcnLw", 0, true)]
    [InlineData("syt_Y2FtaWxsZQ_qkzKGsyRNUdeHIbvcnLw", 1, false)]
    [InlineData("sya_Y2FtaWxsZQ_qkzKGsyRNUdeHIbvcnLw", 0, false)]
    public void A_matrix_token_ends_with_the_checksum_of_all_before(string body, int error, bool valid) =>
        MatrixToken.IsValid($"{body}_{InBase62(CheckDigits.Crc32(body) + (uint)error)}").Should().Be(valid);

    [Fact]
    public void A_matrix_token_needs_its_checksum() => MatrixToken.IsValid("syt_Y2FtaWxsZQ_qkzKGsyRNUdeHIbvcnLw").Should().BeFalse();

    [Theory]
    [InlineData(2, 1, "pypi.org", 0, true)]
    [InlineData(2, 1, "test.pypi.org", 0, true)]
    [InlineData(1, 1, "pypi.org", 0, false)]
    [InlineData(2, 2, "pypi.org", 0, false)]
    [InlineData(2, 1, "pypi.org", 1, false)]
    [InlineData(2, 1, "pypi.com", 0, false)]
    public void A_pypi_token_is_a_macaroon_of_the_index(byte version, byte field, string location, int error, bool valid)
    {
        byte[] macaroon = [version, field, (byte)(location.Length + error), .. Encoding.ASCII.GetBytes(location), 2, 36, .. new byte[80]];
        PyPiToken.IsValid("pypi-" + Base64Url.EncodeToString(macaroon)).Should().Be(valid);
    }

    [Theory]
    [InlineData("pypi-AgEIcHlwaS5vcmc")]
    [InlineData("pypi-AgEIcHlwaS5vcmcC????????????????????????????????????????????????")]
    [InlineData("AgEIcHlwaS5vcmcCJGFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh")]
    public void What_is_no_macaroon_is_no_pypi_token(string value) => PyPiToken.IsValid(value).Should().BeFalse();

    // The first number is that of the snowflake which Discord's documentation takes apart.
    [Theory]
    [InlineData("175928847299117063", true)]
    [InlineData("1759288472", false)]
    [InlineData("17592884729911706a", false)]
    public void A_discord_token_starts_with_the_account_s_number(string account, bool valid) =>
        DiscordToken.IsValid($"{Encoded(account)}.GkzKGs.yRNUdeHIbvcnLwQWBuTSOoRi4A9spHcVY5ncnsD").Should().Be(valid);

    [Theory]
    [InlineData("")]
    [InlineData("MTc1OTI4ODQ3Mjk5MTE3MDYz")]
    [InlineData("MTc1OTI4ODQ3Mjk5MTE3MDYzMTc1OTI4ODQ3Mjk5MTE3MDYz.GkzKGs.yRNUdeHIbvcnLw")]
    public void What_names_no_account_is_no_discord_token(string value) => DiscordToken.IsValid(value).Should().BeFalse();

    // Test vectors of BIP-173.
    [Theory]
    [InlineData("A12UEL5L", true)]
    [InlineData("a12uel5l", true)]
    [InlineData("an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs", true)]
    [InlineData("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", true)]
    [InlineData("A1G7SGD8", false)]
    [InlineData("A12uel5l", false)]
    [InlineData("pzry9x0s0muk", false)]
    [InlineData("1pzry9x0s0muk", false)]
    [InlineData("x1b4n0q5v", false)]
    [InlineData("li1dgmt3", false)]
    [InlineData("10a06t8", false)]
    [InlineData("", false)]
    public void Bech32_ends_with_its_checksum(string value, bool valid) => Bech32.IsValid(value).Should().Be(valid);

    [Theory]
    [InlineData("xxxxxxxxxxxxxxxxxxxx")]
    [InlineData("key_live_0000000000000000000000000000000000000000000000000000000000")]
    [InlineData("your-api-key-goes-here-1")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("${API_KEY}")]
    [InlineData("<insert key here 1A>")]
    [InlineData("{{ secrets.API_KEY1 }}")]
    [InlineData("thisisafunctionname")]
    [InlineData("A1b2")]
    public void What_stands_for_a_key_is_not_random(string value) => RandomSecret.IsValid(value).Should().BeFalse();

    [Theory]
    [InlineData("EXAMPLEKEY1234qwert", "it says so")]
    [InlineData("q8Z77777w2Ln0vRt", "one character over and over")]
    [InlineData("abcdefghijklmnop1Q", "it counts up")]
    [InlineData("zK0987654321vLq8", "it counts down")]
    [InlineData("abc123abc124abc125", "most of it counts up")]
    [InlineData("aB3daB3daB3daB3d", "a block over and over")]
    [InlineData("key_live_0feed0beef0feed0beef0feed0beef0feed0beef0feed0beef0fe", "a block of few characters over and over behind a prefix")]
    public void What_shows_the_shape_of_a_key_is_a_specimen(string value, string because)
    {
        RandomSecret.IsValid(value).Should().BeTrue(because);
        SpecimenSecret.IsSpecimen(value).Should().BeTrue(because);
    }

    [Fact]
    public void What_a_machine_drew_is_random_and_no_specimen()
    {
        var refused = 0;
        Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"].Array[24]
            .Sample(key => (RandomSecret.IsValid(key) && !SpecimenSecret.IsSpecimen(key)) || Interlocked.Increment(ref refused) <= 10, iter: 10_000, seed: "0000KeysDrawn");
    }

    [Fact]
    public void A_drawn_key_in_letters_of_one_case_is_hardly_ever_taken_for_a_word()
    {
        var refused = 0;
        Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"].Array[20]
            .Sample(key => RandomSecret.IsValid(key) || Interlocked.Increment(ref refused) <= 50, iter: 10_000, seed: "0000KeysDrawn");
    }

    [Theory]
    [InlineData("Tr0ub4dor&3")]
    [InlineData("azerty123")]
    [InlineData("1234")]
    [InlineData("monChien")]
    [InlineData("Soleil!Vert")]
    [InlineData("« sesame »")]
    [InlineData("\"ouvretoi\"")]
    [InlineData("été2026!")]
    [InlineData("seven lazy foxes jump")]
    [InlineData("pe{{l}ic$(an]7")]
    public void A_chosen_password_is_accepted(string value) => ChosenPassword.IsValid(value).Should().BeTrue();

    [Theory]
    [InlineData("required")]
    [InlineData("Obligatoire.")]
    [InlineData("OBLIGATOIRE")]
    [InlineData("peut-être")]
    [InlineData("l'identifiant")]
    [InlineData("********")]
    [InlineData("${DB_PASSWORD}")]
    [InlineData("$DB_PASSWORD")]
    [InlineData("%PASSWORD%")]
    [InlineData("<password1>")]
    [InlineData("$db_password")]
    [InlineData("[PROTECTED")]
    [InlineData("(hidden)")]
    [InlineData("${PASSWORD:-none1}")]
    [InlineData("{{ .Values.password1 }}")]
    [InlineData("$(cat /run/secrets/db1)")]
    [InlineData("changeme1")]
    [InlineData("https://acme.fr/reset?id=1")]
    [InlineData("abc")]
    [InlineData("")]
    public void An_ordinary_word_or_a_placeholder_is_no_password(string value) => ChosenPassword.IsValid(value).Should().BeFalse();

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static string InBase62(uint number)
    {
        const string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var text = new char[6];
        for (var i = text.Length - 1; i >= 0; i--, number /= 62)
            text[i] = digits[(int)(number % 62)];
        return new string(text);
    }
}
