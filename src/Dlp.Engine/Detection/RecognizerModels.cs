using Dlp.Engine.Rules;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using Microsoft.Recognizers.Text.Number;
using Microsoft.Recognizers.Text.NumberWithUnit;

namespace Dlp.Engine.Detection;

/// <summary>The models of Microsoft.Recognizers, English and French, created when first used: all of them take about a second.</summary>
internal static class RecognizerModels
{
    private static readonly Lazy<IModel[]> Currency = new(() =>
    [
        new NumberWithUnitRecognizer(Culture.English).GetCurrencyModel(),
        new NumberWithUnitRecognizer(Culture.French).GetCurrencyModel(),
    ]);

    private static readonly Lazy<IModel[]> Percentage = new(() =>
    [
        new NumberRecognizer(Culture.English).GetPercentageModel(),
        new NumberRecognizer(Culture.French).GetPercentageModel(),
    ]);

    private static readonly Lazy<IModel[]> Date = new(() =>
    [
        new DateTimeRecognizer(Culture.English).GetDateTimeModel(),
        new DateTimeRecognizer(Culture.French).GetDateTimeModel(),
    ]);

    /// <summary>Where a kind of thing stands in a short text, in its offsets. The cost grows faster than the text: never more than a slice.</summary>
    public static IEnumerable<TextSpan> Parse(RecognizerKind kind, string slice)
    {
        var models = kind switch
        {
            RecognizerKind.Currency => Currency.Value,
            RecognizerKind.Percentage => Percentage.Value,
            _ => Date.Value,
        };
        return models.SelectMany(model => model.Parse(slice))
            .Where(result => kind != RecognizerKind.Date || result.TypeName.StartsWith("datetimeV2.date", StringComparison.Ordinal))
            .Select(result => new TextSpan(result.Start, result.End + 1));
    }
}
