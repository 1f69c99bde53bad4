namespace Dlp.Engine.Detection.Patterns;

/// <summary>How literals are compared: without regard to case, in ASCII. What a pattern makes of case is left to the pattern.</summary>
internal static class LiteralCase
{
    /// <summary>Whether a character can stand in a literal.</summary>
    public static bool CanHold(char character) => character < 128 || Fold(character) != character;

    /// <summary>The character in lower case; the Kelvin sign and the dotless i as the letters whose other case .NET takes them for.</summary>
    public static char Fold(char character) => character switch
    {
        >= 'A' and <= 'Z' => (char)(character | 0x20),
        '\u212A' => 'k',
        '\u0130' or '\u0131' => 'i',
        _ => character,
    };
}
