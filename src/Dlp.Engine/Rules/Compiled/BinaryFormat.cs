namespace Dlp.Engine.Rules.Compiled;

/// <summary>Lists, enums and what may be absent, in binary.</summary>
internal static class BinaryFormat
{
    public static void WriteAll<T>(this BinaryWriter writer, IReadOnlyList<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(item);
    }

    public static T[] ReadAll<T>(this BinaryReader reader, Func<T> read)
    {
        var count = reader.Read7BitEncodedInt();
        if (count == 0)
            return [];
        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }

    /// <summary>Writes a value of an enum, which is read as a byte.</summary>
    public static void WriteValue<T>(this BinaryWriter writer, T value)
        where T : struct, Enum => writer.Write(Convert.ToByte(value, null));

    /// <summary>Writes a value of an enum that may be absent.</summary>
    public static void WriteOptional<T>(this BinaryWriter writer, T? value)
        where T : struct, Enum
    {
        writer.Write(value is not null);
        if (value is { } given)
            writer.WriteValue(given);
    }

    /// <summary>Reads a value of an enum; null when it is absent.</summary>
    public static byte? ReadOptional(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadByte() : null;
}
