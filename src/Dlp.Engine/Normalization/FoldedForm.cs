namespace Dlp.Engine.Normalization;

/// <summary>What a character folds to when that fits into one unit, and otherwise why it does not.</summary>
/// <param name="Code">
/// The unit, or a number that no unit can be; mixed with the bits of a surrogate, which a single unit never is, so that zero is what
/// nothing is known of.
/// </param>
internal readonly record struct FoldedForm(ushort Code)
{
    private const ushort Mask = 0xD800;

    /// <summary>Not known yet.</summary>
    public static FoldedForm Unknown => default;

    /// <summary>Nothing: the character cannot be seen.</summary>
    public static FoldedForm Dropped => new(1);

    /// <summary>The pair that it is.</summary>
    public static FoldedForm Same => new(2);

    /// <summary>Several units, or a hashtag's sign.</summary>
    public static FoldedForm Other => new(3);

    /// <summary>Whether it is one unit.</summary>
    public bool IsUnit => Code > Other.Code;

    /// <summary>Whether it is known to be one unit, or nothing.</summary>
    public bool IsAtMostUnit => IsUnit || this == Dropped;

    /// <summary>The one unit.</summary>
    public char Unit => (char)(Code ^ Mask);

    /// <summary>The form of a character that folds to one unit.</summary>
    public static FoldedForm Of(char unit) => new((ushort)(unit ^ Mask));
}
