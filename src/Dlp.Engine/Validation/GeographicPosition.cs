namespace Dlp.Engine.Validation;

/// <summary>
/// Latitude and longitude, as decimal degrees, as degrees and minutes, or as degrees, minutes and seconds, each with a sign or a letter of its
/// hemisphere or neither (ISO 6709, annexes D and H). Where nothing but zeros is said, nobody is.
/// </summary>
internal static class GeographicPosition
{
    private const int Most = 6;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<double> numbers = stackalloc double[Most];
        Span<bool> whole = stackalloc bool[Most];
        var count = 0;
        // A comma stands in a number only where no dot does: 48.8584,2.2945 but 48,8584° N.
        var decimalPoint = value.Contains('.') || !value.ContainsAny('°', 'º') ? '.' : ',';
        while (value.IndexOfAnyInRange('0', '9') is >= 0 and var first)
        {
            value = value[first..];
            if (count == Most)
                return false;
            numbers[count] = Number(ref value, decimalPoint, out whole[count]);
            count++;
        }

        if (count is not (2 or 4 or 6))
            return false;
        var half = count / 2;
        return IsAngle(numbers[..half], whole[..half], 90)
            && IsAngle(numbers[half..count], whole[half..count], 180)
            && numbers[..count].ContainsAnyExcept(0.0);
    }

    private static double Number(ref ReadOnlySpan<char> value, char decimalPoint, out bool isWhole)
    {
        var number = 0.0;
        var scale = 1.0;
        isWhole = true;
        var length = 0;
        for (; length < value.Length; length++)
        {
            var character = value[length];
            if (char.IsAsciiDigit(character))
            {
                number = number * 10 + (character - '0');
                scale *= isWhole ? 1 : 10;
            }
            else if (isWhole && character == decimalPoint && length + 1 < value.Length && char.IsAsciiDigit(value[length + 1]))
            {
                isWhole = false;
            }
            else
            {
                break;
            }
        }

        value = value[length..];
        return number / scale;
    }

    // Only the last of degrees, minutes and seconds may have a fraction.
    private static bool IsAngle(ReadOnlySpan<double> parts, ReadOnlySpan<bool> whole, int most)
    {
        var angle = 0.0;
        var unit = 1.0;
        for (var i = 0; i < parts.Length; i++)
        {
            if ((i > 0 && parts[i] >= 60) || (i < parts.Length - 1 && !whole[i]))
                return false;
            angle += parts[i] / unit;
            unit *= 60;
        }

        return angle <= most;
    }
}
