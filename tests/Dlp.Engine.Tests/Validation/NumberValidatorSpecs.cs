using Dlp.Engine.Validation;

namespace Dlp.Engine.Tests.Validation;

/// <summary>Numbers that their issuers have published as examples, and the same numbers with one thing wrong.</summary>
public class NumberValidatorSpecs
{
    [Theory]
    [InlineData("luhn", "7992 7398 713")]
    public void A_number_as_its_issuer_writes_it_is_accepted(string name, string value) => Accepts(name, value).Should().BeTrue();

    [Theory]
    [InlineData("luhn", "7992 7398 714", "wrong check digit")]
    [InlineData("luhn", "0000", "nothing but zeros")]
    public void A_number_with_one_thing_wrong_is_refused(string name, string value, string because) =>
        Accepts(name, value).Should().BeFalse(because);

    [Theory]
    [InlineData("4111 1111 1111 1111")] // Visa
    [InlineData("5555-5555-5555-4444")] // Mastercard
    [InlineData("2223 0031 2200 3222")] // Mastercard, 2-series
    [InlineData("3782 822463 10005")] // American Express
    [InlineData("6011 1111 1111 1117")] // Discover
    [InlineData("30569309025904")] // Diners Club, 14 digits
    [InlineData("3566 0020 2036 0505")] // JCB
    [InlineData("6200000000000005")] // UnionPay
    [InlineData("6759 6498 2643 8453")] // Maestro
    [InlineData("9792 0303 9444 0796")] // Troy
    [InlineData("2200 0000 0000 0004")] // Mir
    public void A_test_card_of_each_network_is_accepted(string card) => Accepts("card", card).Should().BeTrue();

    [Theory]
    [InlineData("4111 1111 1111 1112", "wrong check digit")]
    [InlineData("4111 1111 1111 116", "Visa has no card of 15 digits")]
    [InlineData("1111 1111 1111 1117", "no issuer starts with 1111")]
    [InlineData("2721 0000 0000 0004", "just past Mastercard's 2-series")]
    public void A_card_number_that_no_network_can_have_issued_is_refused(string card, string because) =>
        Accepts("card", card).Should().BeFalse(because);

    [Theory]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("gb29 nwbk 6016 1331 9268 19")]
    [InlineData("DE89-3704-0044-0532-0130-00")]
    [InlineData("BE68539007547034")]
    [InlineData("CH9300762011623852957")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    [InlineData("NO9386011117947")]
    [InlineData("LC55HEMM000100010012001200023015")]
    public void An_iban_of_the_registry_is_accepted(string iban) => Accepts("iban", iban).Should().BeTrue();

    [Theory]
    [InlineData("FR15 2004 1010 0505 0001 3M02 606", "wrong check digits")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 60", "one character short")]
    [InlineData("US64 2004 1010 0505 0001 3M02 606", "the United States have none")]
    [InlineData("FR", "nothing but a country")]
    [InlineData("de 24 heures petite pensee", "words whose check digits hold, where Germany has digits only")]
    public void An_iban_with_one_thing_wrong_is_refused(string iban, string because) => Accepts("iban", iban).Should().BeFalse(because);

    private static bool Accepts(string name, string value) =>
        Validators.TryGet(name, out var validator) ? validator(value) : throw new ArgumentException($"no validator {name}", nameof(name));
}
