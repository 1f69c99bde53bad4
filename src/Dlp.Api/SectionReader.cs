using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Dlp.Api;

/// <summary>Reads options that a library defines, whose properties are set when they are made, so that no setting of theirs need be named here.</summary>
/// <typeparam name="T">Its properties are numbers and durations.</typeparam>
internal sealed class SectionReader<T>
    where T : new()
{
    private readonly List<string> _faults = [];

    public SectionReader(IConfigurationSection section)
    {
        Value = new T();
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var setting in section.GetChildren())
        {
            if (properties.TryGetValue(setting.Key, out var property))
                Set(property, setting);
            else
                _faults.Add($"{setting.Path} is no setting; there are {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.");
        }
    }

    public T Value { get; }

    public IReadOnlyList<string> Faults => _faults;

    private void Set(PropertyInfo property, IConfigurationSection setting)
    {
        try
        {
            property.SetValue(Value, TypeDescriptor.GetConverter(property.PropertyType).ConvertFromString(null, CultureInfo.InvariantCulture, setting.Value ?? ""));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException)
        {
            _faults.Add($"{setting.Path} must be {(property.PropertyType == typeof(TimeSpan) ? "a duration, such as 00:00:20" : "a whole number")}.");
        }
    }
}
