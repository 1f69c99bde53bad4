namespace Dlp.Engine.Validation;

/// <summary>
/// What stands after "the password is" and may be one: four characters or more, not a placeholder, and either between quotation marks or with
/// a digit, a symbol or a capital after a small letter, which an ordinary word of the sentence ("the password is required") has not, or
/// four words or more.
/// A rule of thumb; no issuer defines it.
/// </summary>
internal static class ChosenPassword
{
    private const int Shortest = 4;
    private const int Longest = 128;
    private const int MostSpacesOfAWord = 2;
    private const string Quotes = "\"'`«»“”‘’";

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        var password = value.Trim(Quotes).Trim();
        if (password.Length is < Shortest or > Longest || Placeholder.IsIn(password) || SpecimenSecret.SaysSo(password) || IsElsewhere(password))
            return false;
        return IsQuoted(value) || password.Count(' ') > MostSpacesOfAWord || LooksChosen(password.TrimEnd(".,;:!?…)"));
    }

    private static bool IsQuoted(ReadOnlySpan<char> value) => Quotes.Contains(value[0]) && Quotes.Contains(value[^1]);

    // The address of a page, a call or an index in a program: where the password is, not what it is.
    private static bool IsElsewhere(ReadOnlySpan<char> password) =>
        password.Contains("://", StringComparison.Ordinal) || password.EndsWith("()", StringComparison.Ordinal)
        || password.EndsWith("']", StringComparison.Ordinal) || password.EndsWith("\"]", StringComparison.Ordinal);

    private static bool LooksChosen(ReadOnlySpan<char> password)
    {
        for (var i = 0; i < password.Length; i++)
        {
            var character = password[i];
            if (char.IsDigit(character) || IsSymbol(character) || (i > 0 && char.IsUpper(character) && char.IsLower(password[i - 1])))
                return true;
        }

        return false;
    }

    // What joins ordinary words (« peut-être », "user's", "and/or") says nothing.
    private static bool IsSymbol(char character) =>
        !char.IsLetterOrDigit(character) && !char.IsWhiteSpace(character) && !"-'’/.,:;()…".Contains(character);
}
