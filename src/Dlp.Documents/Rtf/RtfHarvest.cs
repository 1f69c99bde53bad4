namespace Dlp.Documents.Rtf;

/// <summary>What the groups of a rich text add to its document, once they are complete: text, properties by their names, pictures and objects.</summary>
internal sealed class RtfHarvest(RtfDocument document, AttachmentBudget budget)
{
    private static readonly HashSet<string> ShapeTexts = new(StringComparer.Ordinal) { "gtextUNICODE", "wzDescription", "wzName", "pihlShape", "wzTooltip" };

    private readonly SensitivityLabels _labels = new();

    /// <summary>The name that the next value is given.</summary>
    private string _name = "";

    /// <summary>A group's text is complete.</summary>
    public void Take(RtfSink sink)
    {
        var text = sink.Text.ToString();
        sink.Text.Clear();
        switch (sink.Kind)
        {
            case RtfSinkKind.Text:
                Add(sink.Place, text);
                break;
            case RtfSinkKind.Name:
                _name = text.Trim();
                break;
            case RtfSinkKind.Value when sink.Place == Place.Shape:
                if (ShapeTexts.Contains(_name))
                    Add(sink.Place, text);
                break;
            case RtfSinkKind.Value:
                if (!_labels.Take(_name, text))
                    Add(sink.Place, $"{_name}: {text}");
                break;
            case RtfSinkKind.HtmlTag when text.Contains("://", StringComparison.Ordinal) || text.Contains("mailto:", StringComparison.OrdinalIgnoreCase):
                Add(sink.Place, text);
                break;
            case RtfSinkKind.Picture or RtfSinkKind.Object when sink.Bytes is { Length: > 0 } bytes:
                if (budget.TakeDecoded(bytes.Length))
                    document.Objects.Add(new RtfObject(sink.Kind == RtfSinkKind.Picture ? RtfObjectKind.Picture : RtfObjectKind.Object, bytes.ToArray()));
                else
                    document.IsIncomplete = true;
                break;
            default:
                break;
        }
    }

    /// <summary>No more follows.</summary>
    public void End() => _labels.Tell(Add);

    private void Add(Place? place, string text)
    {
        if (place is not null && !string.IsNullOrWhiteSpace(text))
            document.Texts.Add((place, text));
    }
}
