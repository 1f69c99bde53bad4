using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dlp.Documents.Images;

/// <summary>What Tesseract writes: for each page a table of what it has seen and how sure it is (TSV), then its text.</summary>
internal static partial class TesseractOutput
{
    private const int Page = 1, Confidence = 10, Word = 11;
    private const string LevelOfPages = "1", LevelOfWords = "5";

    /// <summary>The pages, in their order; one of unknown confidence where there is no table.</summary>
    public static List<RecognisedPage> PagesOf(string output)
    {
        var pages = new List<RecognisedPage>();
        var text = new StringBuilder();
        double sure = 0, letters = 0;
        foreach (var written in output.Split('\n'))
        {
            // Parts the texts of pages; nothing follows where there is none.
            var line = written.TrimStart('\f');
            if (!Row().IsMatch(line))
            {
                if (!line.StartsWith("level\t", StringComparison.Ordinal))
                    text.Append(line).Append('\n');
                continue;
            }

            var fields = line.Split('\t');
            if (fields[0] == LevelOfPages && int.TryParse(fields[Page], out var number) && number > 1)
                End();
            if (fields[0] == LevelOfWords && double.TryParse(fields[Confidence], CultureInfo.InvariantCulture, out var confidence))
                (sure, letters) = (sure + (confidence * fields[Word].Length), letters + fields[Word].Length);
        }

        End();
        return pages;

        void End()
        {
            pages.Add(new(text.ToString().Trim('\n'), letters > 0 ? sure / letters : null, (int)letters));
            text.Clear();
            (sure, letters) = (0, 0);
        }
    }

    [GeneratedRegex(@"^[1-5](\t-?[0-9]+){9}\t-?[0-9.]+\t", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}

/// <summary>What was seen on a page.</summary>
/// <param name="Text">Its lines.</param>
/// <param name="Confidence">How sure Tesseract is of a letter, of 100, on average; null when it saw none, or does not say.</param>
/// <param name="Letters">How many it saw.</param>
internal sealed record RecognisedPage(string Text, double? Confidence, int Letters);
