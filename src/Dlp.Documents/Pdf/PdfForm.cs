using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>
/// The fields of a form (ISO 32000-1, 12.7.3): what each is called, and what is filled in, preset or offered. PdfPig's own walk overflows the stack
/// when they lead into themselves.
/// </summary>
internal static class PdfForm
{
    private const int MostFields = 100_000;

    private static readonly NameToken Preset = NameToken.Create("DV");
    private static readonly NameToken Description = NameToken.Create("TU");
    private static readonly NameToken Options = NameToken.Create("Opt");

    public static void Read(DictionaryToken form, IPdfTokenScanner scanner, ILookupFilterProvider filters, OpenedFile file)
    {
        var waiting = new Stack<(IToken Field, string Name)>();
        var seen = new HashSet<IToken>();
        Push(form, NameToken.Fields, "");
        for (var count = 0; waiting.TryPop(out var next) && count < MostFields; count++)
        {
            file.Token.ThrowIfCancellationRequested();
            if ((next.Field is IndirectReferenceToken && !seen.Add(next.Field)) || !next.Field.Is<DictionaryToken>(scanner, out var field))
                continue;
            var name = field.Text(Description, scanner) ?? field.Text(NameToken.T, scanner) ?? next.Name;
            var values = new[] { NameToken.V, Preset, Options }.SelectMany(key => Values(field, key)).Distinct(StringComparer.Ordinal).ToList();
            foreach (var value in values)
                file.Text.Add(Place.FormField, $"{name}: {value}");
            if (values.Count == 0)
                file.Text.Add(Place.FormField, field.Text(Description, scanner) ?? "");
            foreach (var action in PdfActions.On(field, NameToken.A, scanner))
                file.Text.Add(Place.JavaScript, PdfActions.Of(action, scanner, filters).Script);
            Push(field, NameToken.Kids, name);
        }

        void Push(DictionaryToken from, NameToken key, string name)
        {
            foreach (var kid in from.Find<ArrayToken>(key, scanner)?.Data.Reverse() ?? [])
                waiting.Push((kid, name));
        }

        IEnumerable<string> Values(DictionaryToken field, NameToken key)
        {
            if (field.Text(key, scanner, filters) is { Length: > 0 } value)
                return [value];

            // Several choices, or options, each with a value to send and one to show.
            return (field.Find<ArrayToken>(key, scanner)?.Data ?? [])
                .SelectMany(item => item.Is<ArrayToken>(scanner, out var pair) ? pair.Data : [item])
                .Select(item => item.Text(scanner))
                .Where(text => !string.IsNullOrEmpty(text))
                .Select(text => text!);
        }
    }
}
