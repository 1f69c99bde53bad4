using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Dlp.Documents.Images;

/// <summary>
/// Recognises the text of images, a few at once, each within its time. When Tesseract fails again and again it is left alone for a while.
/// Thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no handle unless it is asked for one, which it is not.")]
internal sealed class TextRecognition
{
    /// <summary>Enough for a page of 350 dots an inch; letters of larger images are large themselves, and time grows with the pixels.</summary>
    private const int MostPixels = 12_000_000;

    private static readonly ResiliencePropertyKey<TimeSpan> TimeKey = new("time");

    private readonly OcrOptions _options;
    private readonly Lazy<Tesseract?> _tesseract;
    private readonly SemaphoreSlim _processes;
    private readonly ResiliencePipeline<string> _guard;

    public TextRecognition(OcrOptions options)
    {
        _options = options;
        _tesseract = new(() => Tesseract.Find(options));
        _processes = new(options.MaxProcesses);
        _guard = new ResiliencePipelineBuilder<string>()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<string>
            {
                // Time that runs out is the image's doing: whoever sends such images must not turn recognition off for others.
                ShouldHandle = new PredicateBuilder<string>().Handle<TesseractException>(),
                FailureRatio = 0.9,
                MinimumThroughput = 5,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = TimeSpan.FromSeconds(30),
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = arguments => new(arguments.Context.Properties.GetValue(TimeKey, TimeSpan.FromSeconds(1))),
            })
            .Build();
    }

    public bool IsInstalled => _tesseract.Value is not null;

    /// <summary>The text of an image.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="token"/> was cancelled.</exception>
    public async Task<Recognised> ReadAsync(GreyImage image, CancellationToken token)
    {
        if (_tesseract.Value is not { } tesseract)
            return new("", Details.NoTextRecognition, UnreadCause.NoOcr);
        await _processes.WaitAsync(token);
        var context = ResilienceContextPool.Shared.Get(token);
        try
        {
            var panes = Panes(image);
            if (panes.Count == 0)
                return new("");
            var time = _options.Timeout + (_options.TimeoutPerMegapixel * panes.Sum(pane => pane.Megapixels));
            context.Properties.Set(TimeKey, time * _options.MaxSlowdown);
            return new(await _guard.ExecuteAsync(static async (context, work) => await work.tesseract.ReadAsync(work.panes, work.time, context.CancellationToken), context, (tesseract, panes, time)));
        }
        catch (TimeoutRejectedException)
        {
            var time = context.Properties.GetValue(TimeKey, TimeSpan.Zero) / _options.MaxSlowdown;
            return new("", new(
                $"recognising its text took longer than {Format.Seconds(time)} s and was given up",
                $"la reconnaissance de son texte a pris plus de {Format.Seconds(time, Language.Fr)} s et a été abandonnée"));
        }
        catch (TesseractException)
        {
            return new("", new("recognising its text (OCR) failed", "la reconnaissance de son texte (OCR) a échoué"), UnreadCause.NoOcr);
        }
        catch (BrokenCircuitException)
        {
            return new("", new("its text was not recognised, for text recognition (OCR) keeps failing", "son texte n'a pas été reconnu, car la reconnaissance de texte (OCR) échoue sans cesse"), UnreadCause.NoOcr);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            _processes.Release();
        }
    }

    /// <summary>Doubled when the image is narrow, diminished when it is huge; black on white.</summary>
    private List<GreyImage> Panes(GreyImage image)
    {
        var scale = image.Width < _options.DoubleBelowWidth ? 2 : 1.0;
        scale = Math.Min(scale, Math.Sqrt(MostPixels / ((double)image.Width * image.Height)));
        return [.. ScreenPanes.Of(image).Select(pane => Resized(Underscores.Raised(pane.IsDark ? pane.Inverted() : pane), scale))];
    }

    private static GreyImage Resized(GreyImage image, double scale) =>
        scale == 1 ? image : SkiaDecoder.Scaled(image, Math.Max(1, (int)(image.Width * scale)), Math.Max(1, (int)(image.Height * scale)));
}

/// <summary>What was recognised in an image.</summary>
/// <param name="Text">Empty when nothing was.</param>
/// <param name="Fault">Why nothing was read; null when it was.</param>
/// <param name="Cause">See <see cref="UnreadCause"/>.</param>
internal readonly record struct Recognised(string Text, LocalizedText? Fault = null, UnreadCause Cause = UnreadCause.None);
