using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dlp.Cli;

/// <summary>How this program writes JSON.</summary>
internal static class Wire
{
    /// <summary>Accents and bullets stay readable; what is written never goes into a web page.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = Encoder };

    /// <summary>The name of an enum's value in JSON and on the command line: <c>tooLarge</c>.</summary>
    public static string Name<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
