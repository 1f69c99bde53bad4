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
    [InlineData("ᎠᎡᏟ ꓮꓐꓚ ԁԛԝ ɡ ƒŧƶɨ", "drc abc dqw g ftzi")]
    [InlineData("ᴄᴏɴꜰɪᴅᴇɴᴛɪᴀʟ", "confidential")]
    [InlineData("⒫⒜⒮⒮ 🄿🄰 🄟", "pass pa p")]
    [InlineData("❶❷ ⓿ 〇 ፩", "12 0 0 1")]
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
    [InlineData("é\ufffe\uffff\ufffd")]
    [InlineData("한국어 日本語 עברית 🎉 \U0001fffe \U00020000 \U0010ffff ﷺ µ")]
    public void What_has_no_plain_form_stays_in_its_place(string original)
    {
        var text = NormalizedText.Of(original);
        text.Text.Should().HaveLength(original.Length);
        text.IsInPlace.Should().BeTrue();
    }

    // Lone surrogates do not survive as arguments of a theory.
    [Fact]
    public void A_lone_surrogate_is_the_replacement_character()
    {
        Folded("a\udc00é").Should().Be("a\ufffde");
        Folded("\ud800\ud800\udc00\udc00").Should().Be("\ufffd\U00010000\ufffd");
        Folded("\ud835\u200b\udc00").Should().Be("\ufffd\ufffd");
    }

    [Theory]
    [InlineData("P r o j e t  O r i o n est lancé", "projet orion est lance")]
    [InlineData("le p-r-o-j-e-t.", "le projet.")]
    [InlineData("C.O.D.E.S et m_o_t_s", "codes et m_o_t_s")]
    [InlineData("p\u00a0r\u202fo\u2009j e\u200b t", "projet")]
    [InlineData("𝗦 𝗲 𝗰 𝗿 𝗲 𝘁", "secret")]
    [InlineData("с е к р е т", "cekpet")]
    [InlineData("é-t-é-s-!", "e-t-e-s-!")]
    [InlineData("l a  d e  o r i o n", "la de orion")]
    [InlineData("b-l-u-e--o-r-i-o-n", "blue orion")]
    [InlineData("a b-c-d-e-f", "a bcdef")]
    [InlineData("mot de p a s s e", "mot de passe")]
    public void Letters_that_stand_apart_are_joined_into_words(string original, string folded) => Folded(original).Should().Be(folded);

    [Theory]
    [InlineData("a b c d")]
    [InlineData("u.s.a. and s.a.r.l.")]
    [InlineData("1 2 3 4 5 6 7 8")]
    [InlineData("a 1 b 2 c 3 d 4 e 5")]
    [InlineData("a, b, c, d, e, f")]
    [InlineData("a b-c d-e f-g")]
    [InlineData("il y a de la joie")]
    [InlineData("a:b:c:d:e:f")]
    [InlineData("1 84 2a 76 451 089")]
    [InlineData("p\nr\no\nj\ne\nt")]
    public void An_enumeration_initials_and_numbers_are_left_alone(string original) => Folded(original).Should().Be(original);

    [Fact]
    public void A_word_of_letters_that_stand_apart_leads_back_to_all_of_them()
    {
        var text = NormalizedText.Of("un P r o j e t  O r i o n");
        text.ToOriginal(new TextSpan(3, 9)).Should().Be(new TextSpan(3, 14));
        text.ToOriginal(new TextSpan(9, 10)).Should().Be(new TextSpan(14, 16));
        text.FromOriginal(new TextSpan(16, 25)).Should().Be(new TextSpan(10, 15));
    }

    [Theory]
    [InlineData("МОСКВА", "москва")]
    [InlineData("ЗАКАЗ БЫЛ ГОТОВ", "заказ был готов")]
    [InlineData("ΛΟΓΟΣ", "λογος")]
    [InlineData("ԵՐԵՎԱՆ", "երեվան")]
    public void A_word_of_another_script_reads_the_same_in_both_cases(string capitals, string small) => Folded(capitals).Should().Be(Folded(small));

    [Fact]
    public void Ascii_and_the_letters_of_french_are_never_taken_for_others() =>
        Folded("abcdefghijklmnopqrstuvwxyz 0123456789 |O0Il1 rn m àâäçéèêëîïôöùûüÿ ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ × µ").Should()
            .Be("abcdefghijklmnopqrstuvwxyz 0123456789 |o0il1 rn m aaaceeeeiioouuuy aaaceeeeiioouuuy × µ");

    [Fact]
    public void Compatibility_forms_do_not_depend_on_the_machines_settings()
    {
        AppContext.TryGetSwitch("System.Globalization.Invariant", out var isInvariant).Should().BeTrue("the build says so in the program's runtime settings");
        isInvariant.Should().BeFalse("without ICU, accents and full-width letters would stay as they are");
    }

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
            Folded(first + "\n" + second) == Folded(first) + "\n" + Folded(second), iter: 2_000);

    [Fact]
    public void Words_spaced_by_different_signs_are_joined_each() => Folded("P r o j e t  O r i o n  c-o-d-e-s").Should().Be("projet orion  codes");

    [Fact]
    public void What_is_folded_stays_when_folded_again() =>
        Texts.Any().Sample(original => Folded(Folded(original)) == Folded(original), iter: 5_000);

    [Fact]
    public void Text_folds_the_same_in_memory_that_held_another() =>
        Gen.Select(Texts.Any(), Texts.Any()).Sample((first, second) =>
        {
            var text = new NormalizedText();
            text.Fold(first);
            text.Fold(second);
            var fresh = NormalizedText.Of(second);
            return text.Text == fresh.Text && text.IsInPlace == fresh.IsInPlace
                && Enumerable.Range(0, text.Text.Length).All(i => text.ToOriginal(new TextSpan(i, i + 1)) == fresh.ToOriginal(new TextSpan(i, i + 1)));
        }, iter: 2_000);

    [Fact]
    public void Memory_that_is_large_enough_is_used_again()
    {
        var text = new NormalizedText();
        var original = string.Concat(Enumerable.Repeat("Réunion #ProjetOrion 🎉 P r o j e t  O r i o n, œuvre… ", 20));
        for (var i = 0; i < 3; i++)
            text.Fold(original);
        var before = GC.GetAllocatedBytesForCurrentThread();
        text.Fold(original);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Vectors_fold_what_one_unit_at_a_time_does() =>
        Gen.Select(Texts.Ascii.Array[1, 4], Texts.Any(3)).Sample((plain, other) =>
        {
            var source = string.Concat(plain) + other + plain[0];
            var (vectors, single) = (new char[source.Length], new char[source.Length]);
            var count = AsciiFolding.Fold(source, vectors);
            return count == AsciiFolding.FoldOneByOne(source, single) && vectors.AsSpan(0, count).SequenceEqual(single.AsSpan(0, count));
        }, iter: 5_000);

    [Fact]
    public void Vectors_see_spaced_letters_where_one_unit_at_a_time_does() =>
        Gen.Char["ab  --.1"].Array[0, 200].Select(units => new string(units)).Sample(
            text => SpacedLetters.FirstLikely(text, 0) == SpacedLetters.FirstLikelyOneByOne(text, 0), iter: 5_000);

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
