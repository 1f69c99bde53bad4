using Dlp.Engine.Validation;

namespace Dlp.Engine.Tests.Validation;

/// <summary>Numbers that their issuers have published as examples, and the same numbers with one thing wrong.</summary>
public class NumberValidatorSpecs
{
    [Theory]
    [InlineData("luhn", "7992 7398 713")]
    [InlineData("bic", "DEUTDEFF")] // ISO 9362
    [InlineData("bic", "DEUT DE FF 500")]
    [InlineData("bic", "bnpafrppxxx")]
    [InlineData("imei", "49-015420-323751-8")] // 3GPP TS 23.003, annex B
    [InlineData("imei", "490154203237518")]
    [InlineData("imei", "35-209900-176148-23")] // with the version of the software
    [InlineData("imsi", "310150123456789")] // ITU-T E.212: United States
    [InlineData("imsi", "208 01 1234567890")] // France
    [InlineData("mac", "00:00:5E:00:53:af")] // RFC 9542, for documentation
    [InlineData("mac", "00-00-5e-ef-10-00-00-01")]
    [InlineData("mac", "0000.5e00.53af")]
    [InlineData("mac", "00005E0053AF")]
    [InlineData("vin", "1M8GDM9AXKP042788")] // 49 CFR 565.15
    [InlineData("vin", "WVWZZZ1JZ3W386752")] // Europe has no check digit
    [InlineData("bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")] // the first block's
    [InlineData("bitcoin", "3P14159f73E4gFr7JterCCQh9QjiTjiZrG")] // BIP 13
    [InlineData("bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")] // BIP 173
    [InlineData("bitcoin", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4")]
    [InlineData("bitcoin", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0")] // BIP 350
    [InlineData("bitcoin", "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy")]
    [InlineData("litecoin", "LM9Uy48mxWP2Vex46cGaXkPZBo39CGSFCb")]
    [InlineData("litecoin", "MSQcZFVVhzwLSzXgD6JLQScoYKtf9ZpzXq")]
    [InlineData("litecoin", "ltc1qp7f0pwfshxznea8dgwm9h7lpckhpm872493u9w")]
    [InlineData("ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")] // EIP-55
    [InlineData("ethereum", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("ethereum", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")]
    [InlineData("monero", "432rgM4en8fFYArR5T6kGj6gxYjeKQfXgACSQaSwRfsyTjpNSqeSwBGaoKAwjiBYxtcQLgtmnBfZjLqJVSWGVTVLPJvemoB")]
    [InlineData("monero", "84N2h3ERz4SJHRk5KpqgbpZGJvrH7LohsRWjUpVFMJHZLMKMEhJ8gNk4vu9b7PkxNfKaDn5B4U6DXPVp33kPhUjyFKoX9An")] // a sub-address
    [InlineData("monero", "4KaEs4KMoiESgV26YMXR9GPrREjJcwEkAQEoYJRa9uJxQpEd5tTXQ5tJxSVTvQTgNrZw8mKbzGJDpWojYSFoU458Y2ovPNmvuf4JATYBZq")] // with a payment id
    [InlineData("coordinates", "48.8584, 2.2945")]
    [InlineData("coordinates", "-33.856784,151.215297")]
    [InlineData("coordinates", "40°26′46″N 79°58′56″W")] // ISO 6709, annex D
    [InlineData("coordinates", "48,8584° N, 2,2945° E")]
    public void A_number_as_its_issuer_writes_it_is_accepted(string name, string value) => Accepts(name, value).Should().BeTrue();

    [Theory]
    [InlineData("luhn", "7992 7398 714", "wrong check digit")]
    [InlineData("luhn", "0000", "nothing but zeros")]
    [InlineData("bic", "DEUTQQFF", "no country is QQ")]
    [InlineData("bic", "DEUTDEFF50", "ten characters")]
    [InlineData("bic", "DEU1DEFF", "a bank's code is letters")]
    [InlineData("imei", "49-015420-323751-7", "wrong check digit")]
    [InlineData("imei", "4901542032375", "thirteen digits")]
    [InlineData("imei", "000000000000000", "nothing but zeros")]
    [InlineData("imsi", "999150123456789", "no country has the code 999")]
    [InlineData("imsi", "3101501234567", "thirteen digits")]
    [InlineData("mac", "00:00:5E:00:53", "five octets")]
    [InlineData("mac", "00:00:5E-00-53-af", "two kinds of separators")]
    [InlineData("mac", "00:00:5E:00:53:ag", "g is no hexadecimal digit")]
    [InlineData("mac", "0000:5e00:53af", "colons stand between octets")]
    [InlineData("vin", "1M8GDM9A1KP042788", "wrong check digit")]
    [InlineData("vin", "1M8GDM9AXKP04278O", "a letter O")]
    [InlineData("vin", "1M8GDM9AXKP04278", "sixteen characters")]
    [InlineData("vin", "11111111111111111", "no letter")]
    [InlineData("bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "wrong checksum")]
    [InlineData("bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "wrong checksum")]
    [InlineData("bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7KV8F3T4", "letters of both cases")]
    [InlineData("bitcoin", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", "version 1 with the checksum of version 0 (BIP 350)")]
    [InlineData("bitcoin", "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", "a program of sixteen bytes in version 0 (BIP 173)")]
    [InlineData("bitcoin", "tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty", "another network (BIP 173)")]
    [InlineData("litecoin", "1GeeRby5Cmk6bgp3PmX84dBn29UweqH8mD", "Bitcoin's")]
    [InlineData("litecoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "Bitcoin's")]
    [InlineData("ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed", "a small a where the checksum has a capital")]
    [InlineData("ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", "39 digits")]
    [InlineData("ethereum", "0x0000000000000000000000000000000000000000", "nobody's")]
    [InlineData("monero", "432rgM4en8fFYArR5T6kGj6gxYjeKQfXgACSQaSw2fsyTjpNSqeSwBGaoKAwjiBYxtcQLgtmnBfZjLqJVSWGVTVLPJvemoB", "wrong checksum")]
    [InlineData("monero", "432rgM4en8fFYArR5T6kGj6gxYjeKQfXgACSQaSwRfsyTjpNSqeSwBGaoKAwjiBYxtcQLgtmnBfZjLqJVSWGVTVLPJvemo", "a character short")]
    [InlineData("coordinates", "91.0000, 2.2945", "the pole is at 90")]
    [InlineData("coordinates", "48.8584, 180.5000", "half a circle is 180")]
    [InlineData("coordinates", "40°26′60″N 79°58′56″W", "sixty seconds are a minute")]
    [InlineData("coordinates", "40°26.5′46″N 79°58′56″W", "a fraction of minutes, and seconds")]
    [InlineData("coordinates", "0.0000, 0.0000", "where nobody is")]
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
    [InlineData("5019 7170 1010 3742")] // Dankort
    [InlineData("1354 12345 678911")] // UATP
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
    [InlineData("ES91 2100 0418 4502 0005 1332")]
    public void An_iban_of_the_registry_is_accepted(string iban) => Accepts("iban", iban).Should().BeTrue();

    [Theory]
    [InlineData("FR15 2004 1010 0505 0001 3M02 606", "wrong check digits")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 60", "one character short")]
    [InlineData("US64 2004 1010 0505 0001 3M02 606", "the United States have none")]
    [InlineData("FR", "nothing but a country")]
    [InlineData("ES29 2100 0418 4602 0005 1332", "right, but for Spain's own check digits")]
    [InlineData("BE41 5390 0754 7035", "right, but for Belgium's own check digits")]
    [InlineData("de 24 heures petite pensee", "words whose check digits hold, where Germany has digits only")]
    public void An_iban_with_one_thing_wrong_is_refused(string iban, string because) => Accepts("iban", iban).Should().BeFalse(because);

    private static bool Accepts(string name, string value) =>
        Validators.TryGet(name, out var validator) ? validator(value) : throw new ArgumentException($"no validator {name}", nameof(name));

    [Theory]
    [InlineData("FR", "nnnnnnnnnncccccccccccnn")]
    [InlineData("GB", "aaaannnnnnnnnnnnnn")]
    [InlineData("NO", "nnnnnnnnnnn")]
    [InlineData("XX", null)]
    [InlineData("", null)]
    public void The_kinds_of_characters_in_an_iban_are_those_of_its_country(string country, string? kinds) => Iban.KindsOf(country).Should().Be(kinds);
}
