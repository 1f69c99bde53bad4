using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules.Fragments;

namespace Dlp.Engine.Rules;

/// <summary>The JSON Schemas of the files of a rules folder, made from the types that define the format, so that editors complete and explain every key.</summary>
public static class FormatSchema
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerOptions.Default)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectNullableAnnotations = true,
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Schema of a rule.</summary>
    public static string OfRule() => Of(typeof(RuleDefinition));

    /// <summary>Schema of a file of fragments.</summary>
    public static string OfFragments() => Of(typeof(FragmentsDefinition));

    /// <summary>Schema of a policy.</summary>
    public static string OfPolicy() => Of(typeof(PolicyDefinition));

    private static string Of(Type type)
    {
        var schema = Format.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Explain }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonNode Explain(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
            return node;
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Remove("enum");
            schema.Remove("type");
            schema["oneOf"] = new JsonArray([.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(Choice)]);
        }

        // One value may stand for a list of one: `period: open`, `day: '[0-9]{1,2}'`.
        if (schema["items"] is JsonObject items && (items.ContainsKey("oneOf") || context.Path is [.., "additionalProperties"]))
            return Explained(new JsonObject { ["anyOf"] = new JsonArray(items.DeepClone(), schema) }, context);

        if (schema["type"] is JsonArray types && types.Any(name => name?.GetValue<string>() == "null"))
            schema["type"] = types.First(name => name?.GetValue<string>() != "null")!.GetValue<string>();
        schema.Remove("default");
        return Explained(schema, context);
    }

    private static JsonObject Explained(JsonObject schema, JsonSchemaExporterContext context)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if ((Described(context.PropertyInfo?.AttributeProvider) ?? Described(type)) is { } description)
            schema.Insert(0, "description", description);
        return schema;
    }

    private static JsonObject Choice(FieldInfo field) => new()
    {
        ["const"] = JsonNamingPolicy.CamelCase.ConvertName(field.Name),
        ["description"] = Described(field),
    };

    private static string? Described(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
}
