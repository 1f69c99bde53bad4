namespace Dlp.Browser.Tests;

/// <summary>Made-up drafts, one for each verdict of the shipped rules and policy on a public post.</summary>
internal static class Samples
{
    public const string Allowed = "Belle journée à Lyon 🎉 with the team\nSee you next week";

    /// <summary>A test card number of no bank, in the middle of what must survive: accents, an emoji of two code units, line breaks.</summary>
    public const string Blocked = "Réservé pour Zoé 🎉\nMa carte : 4539 1488 0343 6467, merci\nÀ bientôt";

    public const string BlockedValue = "4539 1488 0343 6467";

    public const string BlockedRedacted = "Réservé pour Zoé 🎉\nMa carte : [card], merci\nÀ bientôt";

    public const string Warned = "Project Orion launches soon";

    public const string WarnedValue = "Orion";

    public const string Justified = "TLP:AMBER please read";
}
