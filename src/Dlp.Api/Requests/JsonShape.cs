using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Dlp.Api.Requests;

/// <summary>
/// Compares a JSON value with the type it is to become and reports every difference, where deserialisation would stop at the first and quote it.
/// Of very many it reports a few more than <see cref="Problems.MostFaults"/>.
/// </summary>
internal static partial class JsonShape
{
    public static IReadOnlyList<Fault> FaultsOf(JsonElement value, JsonTypeInfo type)
    {
        var faults = new List<Fault>();
        Check(value, type, "$", faults);
        return faults;
    }

    /// <summary>Whether a text has the form of an instant with offset, of which some (a 13th month) are none.</summary>
    public static bool IsInstant(string text) => InstantPattern().IsMatch(text);

    private static void Check(JsonElement value, JsonTypeInfo type, string path, List<Fault> faults)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
            CheckObject(value, type, path, faults);
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
            CheckList(value, type, path, faults);
        else if (Expected(value, Nullable.GetUnderlyingType(type.Type) ?? type.Type) is { } expected)
            faults.Add(new(path, expected));
    }

    private static void CheckObject(JsonElement value, JsonTypeInfo type, string path, List<Fault> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new(path, $"must be an object with {List(type.Properties.Select(property => property.Name))}."));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (faults.Count > Problems.MostFaults)
                return;
            if (type.Properties.FirstOrDefault(property => member.NameEquals(property.Name)) is not { } property)
                faults.Add(new(path, $"has an unknown key{Quoted(member)}; known are {List(type.Properties.Select(known => known.Name))}."));
            else if (!seen.Add(property.Name))
                faults.Add(new($"{path}.{property.Name}", "is given twice; give it once."));
            else if (member.Value.ValueKind != JsonValueKind.Null)
                Check(member.Value, type.Options.GetTypeInfo(property.PropertyType), $"{path}.{property.Name}", faults);
            else if (property.IsRequired)
                faults.Add(new($"{path}.{property.Name}", "must not be null."));
        }

        faults.AddRange(type.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name))
            .Select(property => new Fault($"{path}.{property.Name}", "is missing; it is required.")));
    }

    private static void CheckList(JsonElement value, JsonTypeInfo type, string path, List<Fault> faults)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new(path, "must be a list."));
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (faults.Count > Problems.MostFaults)
                return;
            Check(item, type.Options.GetTypeInfo(type.ElementType!), $"{path}[{index++}]", faults);
        }
    }

    /// <summary>What a simple value must be; null when it is.</summary>
    private static string? Expected(JsonElement value, Type type)
    {
        if (type.IsEnum)
            return value.ValueKind == JsonValueKind.String && Names(type).Any(value.ValueEquals) ? null : $"must be one of {List(Names(type))}.";
        if (type == typeof(string))
            return value.ValueKind == JsonValueKind.String ? null : "must be a string.";
        if (type == typeof(bool))
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false.";
        if (type == typeof(byte[]))
        {
            return value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out _)
                ? null
                : "must be a string of base64 (RFC 4648, with + and / and padding).";
        }

        if (type == typeof(DateTimeOffset))
        {
            return value.ValueKind == JsonValueKind.String && IsInstant(JsonText.Of(value)) && value.TryGetDateTimeOffset(out _)
                ? null
                : "must be an instant with offset, such as 2026-12-01T09:00:00+01:00.";
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && (type == typeof(long) || number == (int)number)
                ? null
                : "must be a whole number.";
        }

        if (type == typeof(double))
            return value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()) ? null : "must be a number.";
        return type == typeof(JsonElement) ? null : throw new NotSupportedException($"No shape is known for {type}.");
    }

    private static IEnumerable<string> Names(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>A key is named only when it is a plain word: anything else may be text that slipped out of its string.</summary>
    private static string Quoted(JsonProperty member) => member.NameEquals("") || !KeyPattern().IsMatch(KeyOf(member)) ? "" : $" '{KeyOf(member)}'";

    private static string KeyOf(JsonProperty member)
    {
        var raw = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8PropertyName(member);
        return raw.Length <= 40 ? System.Text.Encoding.UTF8.GetString(raw) : "";
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    [GeneratedRegex("^[A-Za-z_]{1,40}$")]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex InstantPattern();
}
