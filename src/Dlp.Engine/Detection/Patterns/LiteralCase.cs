using Dlp.Engine.Normalization;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>How literals are compared: without regard to case, in ASCII. What a pattern makes of case is left to the pattern.</summary>
internal static class LiteralCase
{
    /// <summary>Stands in a literal for any letter with an accent.</summary>
    public const char Accented = '\u00FF';

    /// <summary>Whether a character can stand in a literal.</summary>
    public static bool CanHold(char character) => Unaccented(character) is not null;

    /// <summary>A character as it stands in literals: in lower case, and a letter with an accent as typed text has it, and as folded text does.</summary>
    /// <param name="character">One that can stand in a literal.</param>
    public static char[] FormsOf(char character) => Fold(character) < 128 ? [Fold(character)] : [Accented, Unaccented(character)!.Value];

    /// <summary>The character in lower case; the Kelvin sign and the dotless i as the letters whose other case .NET takes them for.</summary>
    public static char Fold(char character) => character switch
    {
        >= 'A' and <= 'Z' => (char)(character | 0x20),
        '\u212A' => 'k',
        '\u0130' or '\u0131' => 'i',
        _ => character,
    };

    private static char? Unaccented(char character) =>
        Fold(character) is < (char)128 and var letter ? letter
        : CharacterFolding.Fold([character]) is [< (char)128 and var folded] ? folded
        : null;
}
