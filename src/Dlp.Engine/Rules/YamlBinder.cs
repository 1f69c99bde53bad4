using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dlp.Engine.Rules;

/// <summary>
/// Reads a YAML document into the records that define the format, and reports every fault with its place. What is missing or wrong
/// gets an empty value, so that the rest can still be checked.
/// </summary>
internal sealed class YamlBinder(FaultList faults)
{
    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ssZ", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    // What reflection tells is kept: every rule asks for the same.
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Property>> PropertiesByType = new();
    private static readonly ConcurrentDictionary<Type, KeyValuePair<string, object>[]> Words = new();

    /// <summary>Reads a document; null when it is not YAML at all or not a mapping.</summary>
    public T? Bind<T>(string yaml)
        where T : class
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new YamlEvents(yaml));
        }
        catch (YamlException fault)
        {
            faults.At(fault.Start.Line, fault.Start.Column, $"this is not valid YAML ({fault.Message}); mend the syntax here");
            return null;
        }

        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            return (T)Record(root, typeof(T), "");
        faults.At(1, 1, "the file must hold one YAML mapping (key: value lines); write one document with the rule's keys");
        return null;
    }

    private object Record(YamlMappingNode mapping, Type type, string path)
    {
        var record = Activator.CreateInstance(type)!;
        var properties = Properties(type);
        foreach (var (keyNode, valueNode) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (properties.TryGetValue(key, out var property))
                property.Set(record, Value(valueNode, property.Type, Join(path, key)));
            else
                faults.At(keyNode.Start.Line, keyNode.Start.Column, $"unknown key '{key}'; use one of {string.Join(", ", properties.Keys)}");
        }

        foreach (var (key, property) in properties)
        {
            if (property.IsRequired && !Has(mapping, key))
            {
                faults.At(mapping.Start.Line, mapping.Start.Column, $"the key '{Join(path, key)}' is missing; add it");
                property.Set(record, Empty(property.Type));
            }
        }

        return record;
    }

    private object? Value(YamlNode node, Type type, string path)
    {
        faults.Place(path, node.Start.Line, node.Start.Column);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsList(type))
            return List(node, type.GetGenericArguments()[0], path);
        if (IsDictionary(type))
            return Dictionary(node, type.GetGenericArguments()[1], path);
        if (type.IsClass && type != typeof(string))
            return node is YamlMappingNode mapping ? Record(mapping, type, path) : Fault(node, type, $"'{path}' must be a mapping (key: value)");
        return node is YamlScalarNode { Value: { Length: > 0 } text }
            ? Scalar(text, type, node, path)
            : Fault(node, type, $"'{path}' must have a single value; write one or remove the key");
    }

    private IList List(YamlNode node, Type itemType, string path, bool oneWillDo = false)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        if (node is YamlSequenceNode sequence)
        {
            foreach (var (index, item) in sequence.Children.Index())
                list.Add(Value(item, itemType, $"{path}[{index}]"));
        }
        else if (node is YamlScalarNode && (itemType.IsEnum || oneWillDo))
            list.Add(Value(node, itemType, $"{path}[0]"));
        else
            Fault(node, itemType, $"'{path}' must be a list; write [a, b] or one '- ' line each");
        return list;
    }

    // One value may stand for a list of one.
    private IDictionary Dictionary(YamlNode node, Type valueType, string path)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType))!;
        if (node is not YamlMappingNode mapping)
        {
            Fault(node, typeof(string), $"'{path}' must be a mapping (key: value)");
            return dictionary;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            faults.Place($"{path}.{name}", value.Start.Line, value.Start.Column);
            dictionary[name] = IsList(valueType) && value is YamlScalarNode
                ? List(value, valueType.GetGenericArguments()[0], $"{path}.{name}", oneWillDo: true)
                : Value(value, valueType, $"{path}.{name}") ?? Empty(valueType);
        }

        return dictionary;
    }

    private object? Scalar(string text, Type type, YamlNode node, string path)
    {
        if (type == typeof(string))
            return text;
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : Fault(node, type, $"'{path}' must be a whole number");
        if (type == typeof(bool))
            return text switch { "true" => true, "false" => false, _ => Fault(node, type, $"'{path}' must be true or false") };
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : Fault(node, type, $"'{path}' must be an instant with its offset; write it as 2026-12-01T09:00:00+01:00");
        var words = Words.GetOrAdd(type, static type => Enum.GetValues(type).Cast<object>()
            .Select(value => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!), value)).ToArray());
        foreach (var (word, value) in words)
        {
            if (word == text)
                return value;
        }

        return Fault(node, type, $"'{path}' cannot be '{text}'; use one of {string.Join(", ", words.Select(word => word.Key))}");
    }

    private object? Fault(YamlNode node, Type type, string message)
    {
        faults.At(node.Start.Line, node.Start.Column, message);
        return Empty(type);
    }

    private static object? Empty(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is not null)
            return null;
        if (type == typeof(string))
            return "";
        if (IsList(type))
            return Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()[0]));
        if (IsDictionary(type))
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        var empty = Activator.CreateInstance(type)!;
        if (type.IsClass)
        {
            foreach (var property in Properties(type).Values.Where(property => property.Get(empty) is null))
                property.Set(empty, Empty(property.Type));
        }

        return empty;
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private static bool Has(YamlMappingNode mapping, string key) =>
        mapping.Children.Keys.OfType<YamlScalarNode>().Any(node => node.Value == key);

    private static Dictionary<string, Property> Properties(Type type) => PropertiesByType.GetOrAdd(type, static type =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => new Property(property), StringComparer.Ordinal));

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private sealed class Property(PropertyInfo property)
    {
        public Type Type { get; } = property.PropertyType;

        public bool IsRequired { get; } = property.IsDefined(typeof(RequiredMemberAttribute));

        public object? Get(object record) => property.GetValue(record);

        public void Set(object record, object? value) => property.SetValue(record, value);
    }
}
