using Dlp.Engine.Validation;
using FluentAssertions.Execution;
using PhoneNumbers;

namespace Dlp.Engine.Tests.Validation;

public class AddressValidatorSpecs
{
    [Theory]
    [InlineData("192.168.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("fe80::1")]
    [InlineData("2001:0db8:0000:0000:0000:ff00:0042:8329")]
    [InlineData("::ffff:192.0.2.128")]
    [InlineData("10.0.0.0/8")]
    [InlineData("2001:db8::/32")]
    [InlineData("::/0")]
    public void An_address_of_the_internet_is_accepted(string address) => InternetAddress.IsValid(address).Should().BeTrue();

    [Theory]
    [InlineData("192.168.0.256", "an octet ends at 255")]
    [InlineData("192.168.0", "three octets")]
    [InlineData("192.168.0.1.1", "five octets")]
    [InlineData("192.168.00.1", "a leading zero")]
    [InlineData("12:30:45", "a time of day")]
    [InlineData("10.0.0.0/33", "an address of version 4 has 32 bits")]
    [InlineData("2001:db8::/129", "an address of version 6 has 128 bits")]
    [InlineData("10.0.0.0/", "no length after the slash")]
    [InlineData("abc::def", "a name of a program")]
    [InlineData("fe80::1%eth0", "a zone is not part of the address")]
    public void What_is_no_address_of_the_internet_is_refused(string address, string because) =>
        InternetAddress.IsValid(address).Should().BeFalse(because);

    [Theory]
    [InlineData("+33 1 99 00 12 34")]
    [InlineData("0033 6 12 34 56 78")]
    [InlineData("+33 (0)6 12 34 56 78")]
    [InlineData("06 12 34 56 78")]
    [InlineData("06.12.34.56.78")]
    [InlineData("(212) 555-0123")]
    [InlineData("0692 12 34 56")] // La Réunion
    [InlineData("(212) 736-5000")]
    [InlineData("514-987-3000")] // Montréal
    [InlineData("+44 20 7946 0958")] // Ofcom keeps 020 7946 0xxx for films
    [InlineData("020 7946 0958")]
    [InlineData("+41 44 668 18 00")]
    [InlineData("+32 2 555 12 12")]
    [InlineData("+81 3 5555 1234")]
    [InlineData("+44 (0)20 7946 0958 ext. 12")]
    [InlineData("+39 06 678 4343")]
    [InlineData("06 12 34 56 78 poste 4")]
    [InlineData("+800 1234 5678")] // a number of no country (ITU-T E.169)
    public void A_telephone_number_is_accepted(string number) => TelephoneNumber.IsValid(number).Should().BeTrue();

    [Theory]
    [InlineData("8 612 34567")] // Lithuania
    [InlineData("0171 1234567")] // Germany
    [InlineData("612 34 56 78")] // Spain
    [InlineData("33 6 12 34 56 78")] // the plus sign left out
    [InlineData("+853 6123 4567")] // of Macao's length, not given out when the library was made
    public void A_number_that_some_country_may_have_given_out_is_possible(string number) => TelephoneNumber.IsPossible(number).Should().BeTrue();

    [Theory]
    [InlineData("1234", "four digits")]
    [InlineData("999 999 999 999 99", "no country has as many digits")]
    [InlineData("+999 123 456 789", "no such country")]
    [InlineData("+33 6 12 34 56 78 90", "two digits too many for France")]
    public void A_number_that_no_country_can_give_out_is_impossible(string number, string because) =>
        TelephoneNumber.IsPossible(number).Should().BeFalse(because);

    [Fact]
    public void Numbers_are_judged_as_libphonenumber_judges_them()
    {
        var util = PhoneNumberUtil.GetInstance();
        using var scope = new AssertionScope();
        foreach (var region in util.GetSupportedRegions().Where(region => util.GetExampleNumber(region) is not null))
        {
            var international = util.Format(util.GetExampleNumber(region), PhoneNumberFormat.INTERNATIONAL);
            TelephoneNumber.IsValid(international).Should().BeTrue(international);
            var national = util.Format(util.GetExampleNumber(region), PhoneNumberFormat.NATIONAL);
            TelephoneNumber.IsPossible(national).Should().Be(national.Count(char.IsAsciiDigit) > 4, $"{region} {national}");
        }
    }

    [Theory]
    [InlineData("06 12 34 56", "two digits short")]
    [InlineData("06 12 34 56 78 90", "two digits too many")]
    [InlineData("00 00 00 00 00", "nothing but zeros")]
    [InlineData("+999 123 456 789", "no such country")]
    [InlineData("112-736-5000", "no area code starts with 1")]
    public void A_number_that_nobody_can_have_is_refused(string number, string because) =>
        TelephoneNumber.IsValid(number).Should().BeFalse(because);

    [Theory]
    [InlineData("anne.martin@acme.fr")]
    [InlineData("a+tag@sub.domain.co.uk")]
    [InlineData("o'brien@acme.ie")]
    [InlineData("jane@münchen.de")]
    [InlineData("jane@[192.0.2.1]")]
    public void An_email_address_is_accepted(string address) => EmailAddress.IsValid(address).Should().BeTrue();

    [Theory]
    [InlineData("anne..martin@acme.fr", "two dots")]
    [InlineData(".anne@acme.fr", "starts with a dot")]
    [InlineData("anne@[192.0.2.256]", "an octet ends at 255")]
    [InlineData("anne@acme", "no top-level domain")]
    [InlineData("anne@-acme.fr", "a label starts with a hyphen")]
    [InlineData("anne@acme.123", "a top-level domain of digits")]
    [InlineData("logo@2x.png", "a file name")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345@acme.fr", "65 characters before @")]
    public void What_is_no_email_address_is_refused(string address, string because) => EmailAddress.IsValid(address).Should().BeFalse(because);
}
