using System.Text;

namespace Dlp.Documents.OldOffice;

/// <summary>Headers and footers of sheets.</summary>
internal static class ExcelHeader
{
    /// <summary>A header without its codes ([MS-XLS] 2.4.136): sections become lines, fonts and sizes vanish.</summary>
    public static string Plain(string header)
    {
        var text = new StringBuilder();
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] != '&' || i + 1 == header.Length)
            {
                text.Append(header[i]);
                continue;
            }

            var code = header[++i];
            if (code is 'L' or 'C' or 'R')
            {
                text.Append('\n');
            }
            else if (code == '"')
            {
                while (i + 1 < header.Length && header[++i] != '"')
                {
                }
            }
            else if (char.IsAsciiDigit(code))
            {
                while (i + 1 < header.Length && char.IsAsciiDigit(header[i + 1]))
                    i++;
            }
            else if (code == '&')
            {
                text.Append('&');
            }
        }

        return text.ToString().Trim();
    }
}
