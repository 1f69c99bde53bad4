using System.Text;

namespace Dlp.Documents.OldOffice;

/// <summary>The texts in a formula of BIFF8 ([MS-XLS] 2.5.198): what a person wrote between quotes.</summary>
internal static class ExcelFormula
{
    private const int MaxTexts = 1_000;

    // Sizes of what follows a token (2.5.198.3 and on); -1 ends the walk.
    private static readonly sbyte[] Sizes =
    [
        -1, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, 1, 1, 2, 8,
        7, 2, 3, 4, 4, 8, 6, 6, 6, 2, 4, 8, 4, 8, -1, -1,
        -1, -1, -1, -1, -1, -1, -1, -1, -1, 6, 6, 10, 6, 10, -1, -1,
    ];

    /// <summary>The texts in the tokens, a line each.</summary>
    public static string ReadTexts(ReadOnlySpan<byte> tokens)
    {
        const int text = 0x17, attribute = 0x19, choose = 0x04, classBit = 0x40;
        StringBuilder? texts = null;
        var count = 0;
        for (var at = 0; at < tokens.Length && count < MaxTexts;)
        {
            int token = tokens[at++];
            token = (token & classBit) != 0 ? (token | 0x20) & 0x3F : token & 0x3F;
            switch (token)
            {
                case text:
                    var isWide = (tokens.ByteAt(at + 1) & 1) != 0;
                    var size = tokens.ByteAt(at) * (isWide ? 2 : 1);
                    var value = (isWide ? Encoding.Unicode : Encoding.Latin1).GetString(tokens.At(at + 2, size));
                    (texts ??= new StringBuilder()).Append(value).Append('\n');
                    count++;
                    at += 2 + size;
                    break;
                case attribute:
                    at += 3 + ((tokens.ByteAt(at) & choose) != 0 ? 2 * (tokens.UInt16At(at + 1) + 1) : 0);
                    break;
                case var other when Sizes[other] >= 0:
                    at += Sizes[other];
                    break;
                default:
                    return texts?.ToString() ?? "";
            }
        }

        return texts?.ToString() ?? "";
    }
}
