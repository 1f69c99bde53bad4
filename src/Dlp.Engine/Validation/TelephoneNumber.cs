using PhoneNumbers;

namespace Dlp.Engine.Validation;

/// <summary>
/// Telephone number that can have been given to a subscriber, by the numbering plans in Google's libphonenumber (ITU-T E.164 and each
/// country's plan): in international form of any country, in national form of France and its neighbours and of North America.
/// </summary>
internal static class TelephoneNumber
{
    private const int Longest = 32;

    // Countries whose national form starts with 0 and is of one length or nearly, the likelier ones first: Germany's would let any run of digits pass.
    // libphonenumber keeps overseas France apart.
    private static readonly string[] TrunkZero = ["FR", "BE", "CH", "GB", "RE", "GP", "MQ", "GF", "YT"];

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length is < 7 or > Longest)
            return false;

        var number = value.ToString();
        if (number[0] == '+')
            return IsValid(number, "ZZ");
        if (number.StartsWith("00", StringComparison.Ordinal))
            return IsValid("+" + number[2..], "ZZ");
        return number[0] == '0'
            ? Array.Exists(TrunkZero, region => IsValid(number, region))
            : IsValid(number, "US");
    }

    private static bool IsValid(string number, string region)
    {
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            return util.IsValidNumber(util.Parse(number, region));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
