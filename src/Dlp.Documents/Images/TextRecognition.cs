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
            return new("", "no text recognition (OCR) is installed", UnreadCause.NoOcr);
        await _processes.WaitAsync(token);
        var context = ResilienceContextPool.Shared.Get(token);
        try
        {
            var sized = Resized(image);
            var time = _options.Timeout + (_options.TimeoutPerMegapixel * sized.Megapixels);
            context.Properties.Set(TimeKey, time);
            return new(await _guard.ExecuteAsync(static async (context, work) => await work.tesseract.ReadAsync(work.sized, context.CancellationToken), context, (tesseract, sized)));
        }
        catch (TimeoutRejectedException fault)
        {
            return new("", $"recognising its text took longer than {fault.Timeout.TotalSeconds:0.#} s and was given up");
        }
        catch (TesseractException)
        {
            return new("", "recognising its text (OCR) failed", UnreadCause.NoOcr);
        }
        catch (BrokenCircuitException)
        {
            return new("", "its text was not recognised, for text recognition (OCR) keeps failing", UnreadCause.NoOcr);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            _processes.Release();
        }
    }

    /// <summary>Doubled when narrow, diminished when huge.</summary>
    private GreyImage Resized(GreyImage image)
    {
        var scale = image.Width < _options.DoubleBelowWidth ? 2 : 1.0;
        scale = Math.Min(scale, Math.Sqrt(MostPixels / ((double)image.Width * image.Height)));
        return scale == 1 ? image : SkiaDecoder.Scaled(image, Math.Max(1, (int)(image.Width * scale)), Math.Max(1, (int)(image.Height * scale)));
    }
}

/// <summary>What was recognised in an image.</summary>
/// <param name="Text">Empty when nothing was.</param>
/// <param name="Fault">Why nothing was read; null when it was.</param>
/// <param name="Cause">See <see cref="UnreadCause"/>.</param>
internal readonly record struct Recognised(string Text, string? Fault = null, UnreadCause Cause = UnreadCause.None);
