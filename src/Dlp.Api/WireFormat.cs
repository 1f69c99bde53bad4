using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dlp.Api;

/// <summary>The wire format outside of bodies that <see cref="ApiJson"/> reads: what the host writes and documents, and the words of enums elsewhere.</summary>
internal static class WireFormat
{
    public static IServiceCollection AddWireFormat(this IServiceCollection services) => services.ConfigureHttpJsonOptions(json =>
    {
        json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        // Readable French; what HTML would take for markup is harmless in JSON that nobody may sniff.
        json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        json.SerializerOptions.RespectNullableAnnotations = true;
        foreach (var converter in ApiJson.Default.Options.Converters)
            json.SerializerOptions.Converters.Add(converter);
    });

    /// <summary>An enum's word, as on the wire: <c>tooLarge</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => Words<T>.Of[value];

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}
