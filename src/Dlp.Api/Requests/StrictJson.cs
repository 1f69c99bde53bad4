using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dlp.Api.Requests;

/// <summary>
/// Reads a body in one pass, and refuses all that <see cref="JsonShape"/> finds fault with, without saying what; it may refuse more.
/// Almost every body is faultless, and this is several times faster than comparing it with its type first.
/// </summary>
internal static class StrictJson
{
    private static readonly JsonSerializerOptions Options = MakeOptions();

    /// <param name="utf8">Well-formed UTF-8.</param>
    /// <returns>Null when it is refused.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> utf8)
        where T : class
    {
        // The serializer would let a null pass that stands in a list.
        if (utf8.IndexOf("null"u8) >= 0)
            return null;
        try
        {
            return JsonSerializer.Deserialize(utf8, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(ApiJson.Default.Options)
        {
            MaxDepth = JsonBody.MaximumDepth,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
        };
        options.Converters.Clear();
        foreach (var converter in (JsonConverter[])[new JsonText(), new Instants(), new FiniteNumbers(), new Words()])
            options.Converters.Add(converter);
        options.TypeInfoResolver = ApiJson.Default;
        options.MakeReadOnly();
        return options;
    }

    private sealed class Instants : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && JsonShape.IsInstant(text) ? reader.GetDateTimeOffset() : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class FiniteNumbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDouble() is var number && double.IsFinite(number) ? number : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    /// <summary>Enums by their exact words, where the serializer's own converter forgives case and spaces.</summary>
    private sealed class Words : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class Words<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly (string Word, T Value)[] _words = [.. Enum.GetValues<T>().Select(value => (WireFormat.Word(value), value))];

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            foreach (var (word, value) in _words)
            {
                if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(word))
                    return value;
            }

            throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(WireFormat.Word(value));
    }
}
