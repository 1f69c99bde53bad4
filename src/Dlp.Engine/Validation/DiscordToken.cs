using System.Buffers;
using System.Buffers.Text;

namespace Dlp.Engine.Validation;

/// <summary>
/// Token of a Discord bot or account: the account's number in base 64, a time and a signature, with dots between. The number is a
/// snowflake of 17 to 20 digits. Source: Discord, "API reference: Authentication" and "Snowflakes".
/// </summary>
internal static class DiscordToken
{
    private const int Longest = 28;
    private const int FewestDigits = 17;
    private const int MostDigits = 20;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var account = value[..Math.Max(0, value.IndexOf('.'))];
        if (account.Length is 0 or > Longest)
            return false;
        Span<byte> digits = stackalloc byte[Longest];
        return Base64Url.DecodeFromChars(account, digits, out _, out var length) == OperationStatus.Done
            && length is >= FewestDigits and <= MostDigits
            && digits[..length].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
