using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dlp.Api.Requests;

/// <summary>
/// Reads JSON strings as JavaScript writes them: an escaped lone surrogate (<c>\ud800</c>) is kept, where System.Text.Json would refuse the whole body.
/// </summary>
internal sealed class JsonText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : reader.GetString();

    /// <summary>A lone surrogate has no UTF-8 form and is written as U+FFFD, which is as long.</summary>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>The text of a JSON string value.</summary>
    public static string Of(JsonElement element) => Unescape(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element)[1..^1]);

    /// <param name="escaped">The inside of a JSON string, already known to be well formed.</param>
    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var chars = ArrayPool<char>.Shared.Rent(escaped.Length);
        try
        {
            var length = 0;
            while (!escaped.IsEmpty)
            {
                var plain = escaped.IndexOf((byte)'\\') is var backslash and >= 0 ? backslash : escaped.Length;
                length += Encoding.UTF8.GetChars(escaped[..plain], chars.AsSpan(length));
                escaped = escaped[plain..];
                if (escaped.IsEmpty)
                    break;
                var isCode = escaped[1] == 'u';
                chars[length++] = isCode ? CodeUnit(escaped.Slice(2, 4)) : Short(escaped[1]);
                escaped = escaped[(isCode ? 6 : 2)..];
            }

            return new string(chars, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars, clearArray: true);
        }
    }

    private static char CodeUnit(ReadOnlySpan<byte> hex) =>
        (char)ushort.Parse(hex, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);

    private static char Short(byte escape) => (char)escape switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        var itself => itself,
    };
}
