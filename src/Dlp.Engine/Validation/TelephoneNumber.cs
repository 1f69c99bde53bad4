using PhoneNumbers;

namespace Dlp.Engine.Validation;

/// <summary>
/// Telephone number that can have been given to a subscriber, by the numbering plans in Google's libphonenumber (ITU-T E.164 and each
/// country's plan). An extension at its end ("ext. 12", « poste 12 ») is not looked at.
/// </summary>
internal static class TelephoneNumber
{
    private const int Fewest = 5;
    private const int Most = 17;

    // libphonenumber keeps overseas France apart.
    private static readonly string[] WithTrunkZero = ["FR", "BE", "CH", "GB", "RE", "GP", "MQ", "GF", "YT"];

    // Germany's and Austria's plans are open: without the zero that sets them off, their numbers are any run of digits.
    private static readonly string[] OnlyWithPrefix = ["DE", "AT"];

    private static readonly Lazy<NumberingPlan> International = new(() => new NumberingPlan(Plans().SelectMany(
        plan => Patterns(plan).SelectMany(pattern => WithPrefix(plan, pattern).Append(pattern)).Select(pattern => $"{plan.CountryCode}(?:{pattern})"))));

    // Plans change faster than programs: what has a number's length and first digits may have been given out since.
    private static readonly Lazy<NumberingPlan> Possible = new(() => new NumberingPlan(Plans()
        .Where(plan => plan.GeneralDesc.HasNationalNumberPattern)
        .Select(plan => $"{plan.CountryCode}(?:{plan.NationalPrefix})?(?:{plan.GeneralDesc.NationalNumberPattern})")));

    private static readonly Lazy<NumberingPlan> Neighbours = new(() => new NumberingPlan(Regions()
        .Where(plan => plan.CountryCode == 1 || WithTrunkZero.Contains(plan.Id))
        .SelectMany(plan => Patterns(plan).SelectMany(pattern => plan.CountryCode == 1 ? [pattern] : WithPrefix(plan, pattern)))));

    private static readonly Lazy<NumberingPlan> National = new(() => new NumberingPlan(Regions().SelectMany(
        plan => Patterns(plan).SelectMany(pattern => IsWrittenBare(plan) ? WithPrefix(plan, pattern).Append(pattern) : WithPrefix(plan, pattern)))));

    /// <summary>In international form of any country, or in national form of France and its neighbours or of North America.</summary>
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var digits = DigitsOf(value, stackalloc char[Most], out var isInternational);
        if (digits.Length < 7)
            return false;
        return isInternational ? International.Value.Holds(digits) : Neighbours.Value.Holds(digits);
    }

    /// <summary>
    /// In national form of any country, or in international form, with its plus sign or without, of a length and with first digits that its
    /// country has.
    /// </summary>
    public static bool IsPossible(ReadOnlySpan<char> value)
    {
        var digits = DigitsOf(value, stackalloc char[Most], out var isInternational);
        if (digits.Length < Fewest)
            return false;
        return isInternational || digits.Length >= 10
            ? Possible.Value.Holds(digits) || (!isInternational && National.Value.Holds(digits))
            : National.Value.Holds(digits);
    }

    // The digits before an extension. + or 00 is not part of them: what follows it is a country's code.
    private static ReadOnlySpan<char> DigitsOf(ReadOnlySpan<char> value, Span<char> buffer, out bool isInternational)
    {
        value = value.Trim();
        isInternational = value.StartsWith('+');
        var length = 0;
        foreach (var character in value)
        {
            if (char.IsAsciiLetter(character) || character is '#' or ';' or ',')
                break;
            if (!char.IsAsciiDigit(character))
                continue;
            if (length == buffer.Length)
                return [];
            buffer[length++] = character;
        }

        var digits = buffer[..length];
        if (isInternational || !digits.StartsWith("00"))
            return digits;
        isInternational = true;
        return digits[2..];
    }

    private static IEnumerable<PhoneMetadata> Regions()
    {
        var util = PhoneNumberUtil.GetInstance();
        return util.GetSupportedRegions().Order(StringComparer.Ordinal).Select(util.GetMetadataForRegion);
    }

    private static IEnumerable<PhoneMetadata> Plans()
    {
        var util = PhoneNumberUtil.GetInstance();
        return Regions().Concat(util.GetSupportedGlobalNetworkCallingCodes().Order().Select(util.GetMetadataForNonGeographicalRegion));
    }

    private static IEnumerable<string> Patterns(PhoneMetadata plan) =>
        new[]
        {
            plan.FixedLine, plan.Mobile, plan.TollFree, plan.PremiumRate, plan.SharedCost, plan.PersonalNumber, plan.Voip, plan.Pager, plan.Uan, plan.Voicemail,
        }
        .Where(kind => kind is { HasNationalNumberPattern: true } && !kind.PossibleLengthList.Contains(-1))
        .Select(kind => kind.NationalNumberPattern);

    // The prefix that a long-distance call starts with, alone and as the plan's formats write it: 8, but "8 0152 45-09-11" in Belarus.
    private static IEnumerable<string> WithPrefix(PhoneMetadata plan, string pattern) =>
        plan.NumberFormatList
            .Select(format => string.Concat(format.NationalPrefixFormattingRule.TakeWhile(character => character != '$').Where(char.IsAsciiDigit)))
            .Append(plan.NationalPrefix)
            .Where(prefix => prefix.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(prefix => $"{prefix}(?:{pattern})");

    // Whether people write numbers without the prefix that a long-distance call starts with.
    private static bool IsWrittenBare(PhoneMetadata plan) =>
        !OnlyWithPrefix.Contains(plan.Id)
        && (plan.NationalPrefix is not { Length: > 0 } prefix
            || plan.NumberFormatCount == 0
            || plan.NumberFormatList.Any(format => format.NationalPrefixOptionalWhenFormatting
                || !format.NationalPrefixFormattingRule.Contains(prefix, StringComparison.Ordinal)));
}
