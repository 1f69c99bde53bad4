using System.Globalization;
using System.Text.Json;

namespace Dlp.Cli.Tests.Measuring;

/// <summary>Corpus lines whose answers are known. Spans are marked with ⟦ and ⟧ and counted in code points, as corpora do.</summary>
internal static class TestCorpus
{
    public static string Row(string id, string label, string marked, bool positive = true, string kind = "pii", string source = "made", bool spanKnown = true, params string[] spanLabels)
    {
        var text = "";
        var spans = new List<Dictionary<string, object>>();
        var start = 0;
        var elements = StringInfo.GetTextElementEnumerator(marked);
        while (elements.MoveNext())
        {
            switch (elements.GetTextElement())
            {
                case "⟦":
                    start = text.Length;
                    break;
                case "⟧":
                    var span = new Dictionary<string, object> { ["start"] = CodePoints(text[..start]), ["end"] = CodePoints(text), ["value"] = text[start..] };
                    if (spanLabels.Length > 0)
                        span["label"] = spanLabels[spans.Count];
                    spans.Add(span);
                    break;
                case var element:
                    text += element;
                    break;
            }
        }

        return JsonSerializer.Serialize(new { id, source, label, kind, locale = "und", text, expected = spanKnown ? spans : null, positive });
    }

    private static int CodePoints(string text) => text.EnumerateRunes().Count();
}
