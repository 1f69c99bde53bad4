using Dlp.Engine.Validation;

namespace Dlp.Engine.Tests.Validation;

public class AddressValidatorSpecs
{
    [Theory]
    [InlineData("192.168.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("fe80::1")]
    [InlineData("2001:0db8:0000:0000:0000:ff00:0042:8329")]
    [InlineData("::ffff:192.0.2.128")]
    public void An_address_of_the_internet_is_accepted(string address) => InternetAddress.IsValid(address).Should().BeTrue();

    [Theory]
    [InlineData("192.168.0.256", "an octet ends at 255")]
    [InlineData("192.168.0", "three octets")]
    [InlineData("192.168.0.1.1", "five octets")]
    [InlineData("192.168.00.1", "a leading zero")]
    [InlineData("12:30:45", "a time of day")]
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
    public void A_telephone_number_is_accepted(string number) => TelephoneNumber.IsValid(number).Should().BeTrue();

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
    public void An_email_address_is_accepted(string address) => EmailAddress.IsValid(address).Should().BeTrue();

    [Theory]
    [InlineData("anne..martin@acme.fr", "two dots")]
    [InlineData(".anne@acme.fr", "starts with a dot")]
    [InlineData("anne@acme", "no top-level domain")]
    [InlineData("anne@-acme.fr", "a label starts with a hyphen")]
    [InlineData("anne@acme.123", "a top-level domain of digits")]
    [InlineData("logo@2x.png", "a file name")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345@acme.fr", "65 characters before @")]
    public void What_is_no_email_address_is_refused(string address, string because) => EmailAddress.IsValid(address).Should().BeFalse(because);
}
