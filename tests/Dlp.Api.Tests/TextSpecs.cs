using System.Text;
using System.Text.Json;
using CsCheck;
using Dlp.Api.Presidio;
using Dlp.Api.Requests;

namespace Dlp.Api.Tests;

public sealed class TextSpecs
{
    private const string Odd = "\"\\/\b\f\n\r\té世\uFFFD\0";

    /// <summary>Any string that JavaScript can hold: letters, escapes, whole and halved surrogate pairs.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Char['a', 'z'], Gen.Int[0, Odd.Length - 1].Select(at => Odd[at]), Gen.Char['\uD800', '\uDFFF'])
        .Array[0, 40].Select(characters => new string(characters));

    [Fact]
    public void Any_string_of_JavaScript_is_read_as_it_is() => Texts.Sample(text =>
    {
        using var document = JsonDocument.Parse($"\"{Escaped(text)}\"");
        return JsonText.Of(document.RootElement) == text;
    });

    [Fact]
    public void Code_points_are_counted_as_Python_does() => Gen.Select(Texts, Gen.Int[0, 40], Gen.Int[0, 40]).Sample((text, first, second) =>
    {
        var points = new CodePoints(text);
        return points.Before(Math.Min(first, text.Length)) == Count(text, Math.Min(first, text.Length))
            && points.Before(Math.Min(second, text.Length)) == Count(text, Math.Min(second, text.Length));
    });

    /// <summary>Escapes every second character, so that escaped and plain ones meet; a surrogate has no other form.</summary>
    private static string Escaped(string text)
    {
        var json = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (at % 2 == 0 || text[at] < ' ' || text[at] is '"' or '\\' || char.IsSurrogate(text[at]))
                json.Append(text[at] switch { '\n' => "\\n", '"' => "\\\"", '\\' => "\\\\", '/' => "\\/", '\t' => "\\t", '\b' => "\\b", '\f' => "\\f", '\r' => "\\r", var other => $"\\u{(int)other:x4}" });
            else
                json.Append(text[at]);
        }

        return json.ToString();
    }

    /// <summary>Starts of code points before the offset, pair by pair from the left.</summary>
    private static int Count(string text, int offset)
    {
        var points = 0;
        for (var at = 0; at < offset; points++)
            at += at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1;
        return points;
    }
}
