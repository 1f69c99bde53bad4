using System.Text;
using CsCheck;
using Dlp.Engine.Normalization;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Normalization;

public class NormalizedTextSpecs
{
    [Theory]
    [InlineData("Clé d'été À L'ÎLE", "cle d'ete a l'ile")]
    [InlineData("E\u0301te\u0301", "ete")]
    [InlineData("Œuvre, ŒIL, Æon, Straße, Łódź, Øre, đ, ħ, ı, İ, þ, ẞ", "oeuvre, oeil, aeon, strasse, lodz, ore, d, h, i, i, th, ss")]
    [InlineData("ﬁnance ﬂux", "finance flux")]
    [InlineData("𝗯𝗼𝗹𝗱 𝗕𝗢𝗟𝗗 𝘪𝘵𝘢𝘭𝘪𝘤 𝓈𝒸𝓇𝒾𝓅𝓉 𝔣𝔯𝔞𝔨𝔱𝔲𝔯 𝕕𝕠𝕦𝕓𝕝𝕖 𝚖𝚘𝚗𝚘", "bold bold italic script fraktur double mono")]
    [InlineData("ＦＵＬＬ ｗｉｄｔｈ １２３", "full width 123")]
    [InlineData("Ⓐⓑ 🅐🅑 🅰🅱 🇫🇷", "ab ab ab fr")]
    [InlineData("¹²₃ ½ ①② Ⅷ №", "123 1/2 12 viii no")]
    public void Styled_and_accented_letters_are_read_as_plain_ones(string original, string folded) => Folded(original).Should().Be(folded);

    [Theory]
    [InlineData("4970\u200b1018", "49701018")]
    [InlineData("mot\u00adde\u200cpasse\u200d\u2060\ufeff", "motdepasse")]
    [InlineData("\u202egauche\u202c \u2066isolé\u2069 \u200fx", "gauche isole x")]
    [InlineData("a\ufe0fb\U000e0100c\u034fd", "abcd")]
    [InlineData("z̷a̸l̵g̶o̴\u20dd", "zalgo")]
    [InlineData("a\u115f\u1160\u3164\uffa0\u2800b", "ab")]
    public void What_nobody_sees_is_dropped(string original, string folded) => Folded(original).Should().Be(folded);

    [Theory]
    [InlineData("рassword", "password")]
    [InlineData("СОNFIDЕNТІАL", "confidential")]
    [InlineData("ΤΟΚΕΝ", "token")]
    [InlineData("ѕесrеt", "secret")]
    public void Letters_that_look_like_a_latin_one_are_read_as_it(string original, string folded) => Folded(original).Should().Be(folded);

    [Theory]
    [InlineData("٠١٢٣٤٥٦٧٨٩", "0123456789")]
    [InlineData("۴۹۷۰ ४९७० ๔๙๗๐", "4970 4970 4970")]
    [InlineData("𝟮𝟲𝟳 𝟘𝟙 𝟶", "267 01 0")]
    public void Digits_of_every_script_are_read_as_digits(string original, string folded) => Folded(original).Should().Be(folded);

    [Theory]
    [InlineData("l’été d‘hier ‹a› ′ ʼ ´", "l'ete d'hier 'a' ' ' '")]
    [InlineData("« a » “b” „c‟ ″", "\" a \" \"b\" \"c\" \"")]
    [InlineData("a‐bb‑c‒dd–e—ff―g−hh﹣i－jj", "a-bb-c-dd-e-ff-g-hh-i-jj")]
    [InlineData("4\u00a0970\u202f101\u2009827\u3000x", "4 970 101 827 x")]
    [InlineData("a\u2028b\u2029c\u0085d", "a\nb\nc\nd")]
    [InlineData("1∕2 3⁄4 a․b c∶d", "1/2 3/4 a.b c:d")]
    public void Typographic_quotes_dashes_and_spaces_are_read_as_plain_ones(string original, string folded) => Folded(original).Should().Be(folded);

    [Theory]
    [InlineData("#ProjetOrion", "#projet orion")]
    [InlineData("＃ProjetOrion", "#projet orion")]
    [InlineData("#PSEAirbus", "#pse airbus")]
    [InlineData("#ÉtatMajor", "#etat major")]
    [InlineData("#t3", "#t3")]
    [InlineData("#T3", "#t3")]
    [InlineData("#Q3Results", "#q3 results")]
    [InlineData("#Projet_OrionBleu", "#projet_orion bleu")]
    [InlineData("#Projet\u200bOrion", "#projet orion")]
    [InlineData("#Cafe\u0301Orion", "#cafe orion")]
    [InlineData("#GB29NWBK60161331926819", "#gb29nwbk60161331926819")]
    [InlineData("#OK ProjetOrion", "#ok projetorion")]
    [InlineData("ProjetOrion", "projetorion")]
    [InlineData("C# McDonald", "c# mcdonald")]
    public void A_hashtag_is_read_as_its_words(string original, string folded) => Folded(original).Should().Be(folded);

    [Theory]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("a\udc00é")]
    [InlineData("\ud800\ud800\udc00\udc00")]
    [InlineData("é\ufffe\uffff\ufffd")]
    [InlineData("한국어 日本語 עברית")]
    public void What_has_no_plain_form_stays(string original) => Folded(original).Should().HaveLength(original.Length);

    [Fact]
    public void Every_character_folds_and_what_it_folds_to_stays()
    {
        using var scope = new AssertionScope();
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value))
                continue;
            var folded = CharacterFolding.Fold(new Rune(value));
            var again = string.Concat(folded.EnumerateRunes().Select(CharacterFolding.Fold));
            if (again != folded)
                again.Should().Be(folded, $"U+{value:X4} folds to it");
        }
    }

    [Fact]
    public void A_range_maps_into_the_original_and_in_its_order() =>
        Texts.Any().Sample(original =>
        {
            var text = NormalizedText.Of(original);
            var places = Enumerable.Range(0, text.Text.Length).Select(i => text.ToOriginal(new TextSpan(i, i + 1))).ToList();
            return places.TrueForAll(place => 0 <= place.Start && place.Start <= place.End && place.End <= original.Length)
                && places.Zip(places.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start && pair.First.End <= pair.Second.End);
        }, iter: 2_000);

    [Fact]
    public void A_range_that_goes_to_the_original_and_back_is_covered() =>
        Gen.Select(Texts.Any(), Gen.Int[0, 40], Gen.Int[1, 40]).Sample((original, start, length) =>
        {
            var text = NormalizedText.Of(original);
            var range = WithoutInserted(text, new TextSpan(Math.Min(start, text.Text.Length), Math.Min(start + length, text.Text.Length)));
            return range.Length == 0 || text.FromOriginal(text.ToOriginal(range)).Contains(range);
        }, iter: 2_000);

    [Fact]
    public void A_range_of_the_original_maps_into_the_folded_text() =>
        Gen.Select(Texts.Any(), Gen.Int[0, 40], Gen.Int[0, 40]).Sample((original, start, length) =>
        {
            var text = NormalizedText.Of(original);
            var range = text.FromOriginal(new TextSpan(Math.Min(start, original.Length), Math.Min(start + length, original.Length)));
            return 0 <= range.Start && range.Start <= range.End && range.End <= text.Text.Length;
        }, iter: 2_000);

    [Fact]
    public void A_text_reads_the_same_whatever_stands_beside_it() =>
        Gen.Select(Texts.Any(), Texts.Any()).Sample((first, second) =>
            Folded(first + " " + second) == Folded(first) + " " + Folded(second), iter: 2_000);

    [Fact]
    public void Plain_ascii_maps_to_itself() =>
        Texts.Ascii.Sample(original =>
        {
            var text = NormalizedText.Of(original);
            return text.Text.SequenceEqual(original.Select(char.ToLowerInvariant))
                && Enumerable.Range(0, original.Length).All(i => text.ToOriginal(new TextSpan(i, i + 1)) == new TextSpan(i, i + 1));
        }, iter: 2_000);

    [Fact]
    public void A_text_already_folded_is_given_back_without_a_copy()
    {
        const string original = "nothing to fold here: 4970 1018";
        NormalizedText.Of(original).Text.Should().BeSameAs(original);
    }

    private static string Folded(string original) => NormalizedText.Of(original).Text;

    // A space that a hashtag's reader adds stands nowhere in the original, so no range of it leads back there.
    private static TextSpan WithoutInserted(NormalizedText text, TextSpan range)
    {
        while (range.Length > 0 && text.ToOriginal(new TextSpan(range.Start, range.Start + 1)).Length == 0)
            range = range with { Start = range.Start + 1 };
        while (range.Length > 0 && text.ToOriginal(new TextSpan(range.End - 1, range.End)).Length == 0)
            range = range with { End = range.End - 1 };
        return range;
    }
}
