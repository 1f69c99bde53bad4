using System.Text;

namespace Dlp.Documents.Tests.CompoundFiles;

/// <summary>Writes property sets ([MS-OLEPS]) in windows-1252.</summary>
internal static class PropertySets
{
    public static byte[] Summary(params (int Id, string Value)[] properties) =>
        Stream("F29F85E0-4FF9-1068-AB91-08002B27B3D9", [.. properties.Select(property => (property.Id, Text(property.Value)))]);

    public static byte[] UserDefined(params (string Name, string Value)[] properties)
    {
        byte[] names = [.. BitConverter.GetBytes(properties.Length), .. properties.SelectMany((property, i) => (byte[])[.. BitConverter.GetBytes(i + 2), .. Counted(property.Name)])];
        return Stream("D5CDD505-2E9C-101B-9397-08002B2CF9AE", [(0, names), .. properties.Select((property, i) => (i + 2, Text(property.Value)))]);
    }

    private static byte[] Text(string value) => [0x1E, 0, 0, 0, .. Counted(value)];

    private static byte[] Counted(string value)
    {
        byte[] bytes = [.. CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(value), 0];
        return [.. BitConverter.GetBytes(bytes.Length), .. bytes];
    }

    private static byte[] Stream(string format, List<(int Id, byte[] Value)> properties)
    {
        properties.Insert(0, (1, [2, 0, 0, 0, 0xE4, 4, 0, 0]));
        var directory = new MemoryStream();
        var values = new MemoryStream();
        foreach (var (id, value) in properties)
        {
            directory.Write(BitConverter.GetBytes(id));
            directory.Write(BitConverter.GetBytes(8 + (8 * properties.Count) + (int)values.Length));
            values.Write(value);
            values.Write(new byte[(4 - (value.Length % 4)) % 4]);
        }

        return
        [
            0xFE, 0xFF, 0, 0, 0, 0, 0, 0, .. new byte[16], 1, 0, 0, 0, .. Guid.Parse(format).ToByteArray(), 48, 0, 0, 0,
            .. BitConverter.GetBytes(8 + (int)directory.Length + (int)values.Length), .. BitConverter.GetBytes(properties.Count), .. directory.ToArray(), .. values.ToArray(),
        ];
    }
}
