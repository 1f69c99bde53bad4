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

    [Theory]
    [InlineData("xxxxxxxxxxxxxxxxxxxx")]
    [InlineData("your-api-key-goes-here-1")]
    [InlineData("EXAMPLEKEY1234qwert")]
    [InlineData("${API_KEY}")]
    [InlineData("<insert key here 1A>")]
    [InlineData("{{ secrets.API_KEY1 }}")]
    [InlineData("abcdefghijklmnop1Q")]
    [InlineData("aB3daB3daB3daB3d")]
    [InlineData("thisisafunctionname")]
    [InlineData("A1b2")]
    public void What_stands_for_a_key_is_not_random(string value) => RandomSecret.IsValid(value).Should().BeFalse();

    [Fact]
    public void What_a_machine_drew_is_random()
    {
        var refused = 0;
        Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"].Array[24]
            .Sample(key => RandomSecret.IsValid(key) || Interlocked.Increment(ref refused) <= 10, iter: 10_000, seed: "0000KeysDrawn");
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
    [InlineData("changeme1")]
    [InlineData("https://acme.fr/reset?id=1")]
    [InlineData("abc")]
    [InlineData("")]
    public void An_ordinary_word_or_a_placeholder_is_no_password(string value) => ChosenPassword.IsValid(value).Should().BeFalse();

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
