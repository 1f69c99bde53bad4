namespace Dlp.Engine.Validation;
internal delegate bool Validator(ReadOnlySpan<char> value);
internal static class Validators
{
    public static IEnumerable<string> Names => [];
    public static bool TryGet(string name, out Validator validator) { validator = null!; return false; }
}
