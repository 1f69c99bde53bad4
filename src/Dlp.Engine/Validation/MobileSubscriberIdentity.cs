namespace Dlp.Engine.Validation;

/// <summary>
/// Identity of a SIM card (IMSI): a mobile country code of three digits, a network's of two or three, and the subscriber's, fifteen digits in
/// all (a few networks have fourteen). There is no check digit. Sources: ITU-T E.212, and the list of mobile country codes annexed to the
/// ITU Operational Bulletin.
/// </summary>
internal static class MobileSubscriberIdentity
{
    // Ranges of mobile country codes, first and last of each.
    private static readonly (short First, short Last)[] CountryCodes =
    [
        (202, 202), (204, 204), (206, 206), (208, 208), (212, 214), (216, 216), (218, 222), (225, 226), (228, 228), (230, 232), (234, 235), (238, 238),
        (240, 240), (242, 242), (244, 244), (246, 248), (250, 250), (255, 255), (257, 257), (259, 260), (262, 262), (266, 268), (270, 270), (272, 272),
        (274, 274), (276, 276), (278, 278), (280, 280), (282, 284), (286, 286), (288, 290), (292, 295), (297, 297),
        (302, 302), (308, 308), (310, 316), (330, 330), (332, 332), (334, 334), (338, 338), (340, 340), (342, 342), (344, 344), (346, 346), (348, 348),
        (350, 350), (352, 352), (354, 354), (356, 356), (358, 358), (360, 360), (362, 366), (368, 368), (370, 370), (372, 372), (374, 374), (376, 376),
        (400, 402), (404, 406), (410, 410), (412, 432), (434, 434), (436, 438), (440, 441), (450, 450), (452, 452), (454, 457), (460, 461), (466, 467),
        (470, 470), (472, 472),
        (502, 502), (505, 505), (510, 510), (514, 515), (520, 520), (525, 525), (528, 528), (530, 530), (536, 537), (539, 553), (555, 555),
        (602, 643), (645, 659), (702, 702), (704, 704), (706, 706), (708, 708), (710, 710), (712, 712), (714, 714), (716, 716), (722, 722), (724, 724),
        (730, 730), (732, 732), (734, 734), (736, 736), (738, 738), (740, 740), (742, 742), (744, 744), (746, 746), (748, 748), (750, 750),
        (901, 901),
    ];

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[15]);
        if (digits.Length is < 14 or > 15 || !digits[3..].ContainsAnyExcept(digits[3]))
            return false;

        var country = CompactValue.Number(digits[..3]);
        foreach (var (first, last) in CountryCodes)
        {
            if (country >= first && country <= last)
                return true;
        }

        return false;
    }
}
