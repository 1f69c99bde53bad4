using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Dlp.Api;

/// <summary>Reads options from the configuration, whose properties may be set when they are made only, and tells all faults: a setting that does not exist is one.</summary>
internal static class SettingsReader
{
    /// <typeparam name="T">Its properties are texts, numbers, durations, options of their own, and lists of these.</typeparam>
    /// <param name="section">Where they stand.</param>
    /// <param name="faults">Takes what is wrong, and what to do.</param>
    public static T Read<T>(IConfigurationSection section, List<string> faults) => (T)ReadOptions(typeof(T), section, faults);

    private static object ReadOptions(Type type, IConfigurationSection section, List<string> faults)
    {
        var options = Activator.CreateInstance(type)!;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var setting in section.GetChildren())
        {
            if (!properties.TryGetValue(setting.Key, out var property))
                faults.Add($"{setting.Path} is no setting; there are {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.");
            else if (ReadValue(property.PropertyType, setting, faults) is { } value)
                property.SetValue(options, value);
        }

        return options;
    }

    /// <returns>Null when the setting is empty, which leaves the default, and when it is faulty.</returns>
    private static object? ReadValue(Type type, IConfigurationSection setting, List<string> faults)
    {
        if (ElementOf(type) is { } element)
            return ReadList(element, setting, faults);
        if (!IsSimple(type))
            return ReadOptions(type, setting, faults);
        if (string.IsNullOrWhiteSpace(setting.Value))
            return null;
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, setting.Value);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            faults.Add($"{setting.Path} must be {(type == typeof(TimeSpan) ? "a duration, such as 00:00:20" : "a whole number")}.");
            return null;
        }
    }

    private static Array ReadList(Type element, IConfigurationSection setting, List<string> faults)
    {
        if (!string.IsNullOrWhiteSpace(setting.Value))
            faults.Add($"{setting.Path} is a list; write its first entry as {setting.Path}:0.");
        var values = setting.GetChildren().Select(child => ReadValue(element, child, faults)).OfType<object>().ToArray();
        var list = Array.CreateInstance(element, values.Length);
        values.CopyTo(list, 0);
        return list;
    }

    private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType() : type == typeof(IReadOnlyList<string>) ? typeof(string) : null;

    private static bool IsSimple(Type type) => type == typeof(string) || type.IsValueType;
}
