using System.Globalization;
using System.Text;

namespace Dlp.Benchmarks.Yardsticks;

/// <summary>A text as the yardsticks read it; they are not charged for preparing it.</summary>
internal sealed class PreparedText
{
    public PreparedText(string text)
    {
        Original = text;
        var plain = string.Concat(text.Normalize(NormalizationForm.FormKD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark));
        Folded = plain.ToLowerInvariant();
        Utf8 = Encoding.UTF8.GetBytes(plain);
    }

    /// <summary>As it was typed.</summary>
    public string Original { get; }

    /// <summary>Lower case, without accents.</summary>
    public string Folded { get; }

    /// <summary>Without accents, in its own case.</summary>
    public byte[] Utf8 { get; }
}
