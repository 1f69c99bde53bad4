using System.Security.Cryptography;

namespace Dlp.Documents.Images;

/// <summary>
/// The images of an attachment, whose pixels are read last: recognising the text of one takes longer than all other text together, and what is
/// quickly read should not be lost to time that ran out. Used from the thread that reads; only <see cref="Unread"/> from any.
/// </summary>
internal sealed class PictureQueue(OcrOptions options, TextRecognition recognition, CancellationToken token)
{
    /// <summary>Smaller ones are icons, logos and thumbnails, which must not take the place of those that hold text.</summary>
    private const long SmallBelow = 100_000;

    private readonly Lock _lock = new();
    private readonly List<Picture> _pictures = [];
    private readonly Dictionary<string, Picture> _byContent = new(StringComparer.Ordinal);
    private readonly Queue<(Picture Picture, PictureFrame Frame, Task<Recognised> Reading)> _running = new();
    private readonly List<IDisposable> _sources = [];
    private int _taken;

    /// <summary>Whether text can be recognised at all. Bar codes always are.</summary>
    public bool RecognisesText => recognition.IsInstalled;

    public OcrOptions Options => options;

    /// <summary>Parts that have an image whose reading has not ended.</summary>
    public IReadOnlyList<AttachmentText> Unread
    {
        get
        {
            lock (_lock)
                return [.. _pictures.Where(picture => !picture.IsRead).SelectMany(picture => picture.Targets).Select(target => target.Text).Distinct()];
        }
    }

    /// <summary>Adds an image. One that is there already is read once, and its text added to both places.</summary>
    /// <param name="text">Takes its text.</param>
    /// <param name="location">Its place in the part: <c>image</c>, <c>page 3 (image)</c>.</param>
    /// <param name="pixels">How many pixels it has, as far as known.</param>
    /// <param name="content">The file of the image; empty when it is none of its own.</param>
    /// <param name="decode">Gives its frames or pages; looked at one by one, may throw.</param>
    public void Add(AttachmentText text, Place location, long pixels, ReadOnlyMemory<byte> content, Func<IEnumerable<PictureFrame>> decode)
    {
        var target = new PictureTarget(text, location);
        lock (_lock)
        {
            var key = content.IsEmpty ? null : Convert.ToBase64String(SHA256.HashData(content.Span));
            if (key is not null && _byContent.TryGetValue(key, out var known))
            {
                known.Targets.Add(target);
                return;
            }

            var picture = new Picture(pixels, decode) { Targets = { target } };
            _pictures.Add(picture);
            if (key is not null)
                _byContent.Add(key, picture);
        }
    }

    /// <summary>Disposes of what the images are decoded from, when they have been read.</summary>
    public void KeepUntilRead(IDisposable source) => _sources.Add(source);

    /// <summary>Reads them all, as many at once as the options allow.</summary>
    /// <exception cref="OperationCanceledException">Time is up, or nobody waits any more.</exception>
    public void Read()
    {
        try
        {
            foreach (var picture in _pictures.Where(picture => picture.Pixels >= SmallBelow).Concat(_pictures.Where(picture => picture.Pixels < SmallBelow)).ToList())
                Read(picture);
            while (_running.Count > 0)
                Finish();
        }
        finally
        {
            _sources.ForEach(source => source.Dispose());
        }
    }

    private void Read(Picture picture)
    {
        try
        {
            // Its pixels are not decoded only to be left out.
            if (_taken >= options.MaxImages)
                picture.Miss(BehindOthers(null));
            foreach (var frame in _taken < options.MaxImages ? picture.Decode() : [])
            {
                token.ThrowIfCancellationRequested();
                if (_taken++ >= options.MaxImages)
                {
                    picture.Miss(BehindOthers(frame.Location));
                    break;
                }

                Start(picture, frame);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            picture.Miss(new("its pixels could not be read: damaged", "ses pixels n'ont pas pu être lus : endommagés"));
        }

        picture.IsDecoded = true;
    }

    private LocalizedText BehindOthers(Place? from)
    {
        var most = options.MaxImages;
        return new(
            $"{(from is null ? "" : $"from {from.Name.En} on ")}it was not read: it lies behind the first {Format.Count(most)} images of the attachment",
            $"{(from is null ? "" : $"à partir de {from.Name.Fr}, ")}elle n'a pas été lue : elle vient après les {Format.Count(most, Language.Fr)} premières images de la pièce jointe");
    }

    private void Start(Picture picture, PictureFrame frame)
    {
        if (frame.Fault is { } fault)
            picture.Miss(fault);
        if (frame.Image is not { IsBlank: false } image)
            return;
        foreach (var (format, value) in BarCodes.Find(image, token))
            picture.Add(frame, value, format);
        if (!recognition.IsInstalled)
            return;
        while (_running.Count >= options.MaxProcesses)
            Finish();
        picture.Running++;
        _running.Enqueue((picture, frame, recognition.ReadAsync(image, token)));
    }

    private void Finish()
    {
        var (picture, frame, reading) = _running.Dequeue();
        var recognised = reading.GetAwaiter().GetResult();
        picture.Add(frame, recognised.Text);
        if (recognised.Fault is { } fault)
            picture.Miss(frame.Location is null ? fault : Details.Of(frame.Location.Name, fault), recognised.Cause);
        picture.Running--;
    }

    private sealed record PictureTarget(AttachmentText Text, Place Location)
    {
        public LocalizedText Name => Location == Place.Image ? new("the image", "l'image") : Location.Name;
    }

    private sealed class Picture(long pixels, Func<IEnumerable<PictureFrame>> decode)
    {
        public long Pixels { get; } = pixels;

        public Func<IEnumerable<PictureFrame>> Decode { get; } = decode;

        public List<PictureTarget> Targets { get; } = [];

        public volatile bool IsDecoded;

        public volatile int Running;

        public bool IsRead => IsDecoded && Running == 0;

        public void Add(PictureFrame frame, string value, Place? code = null)
        {
            foreach (var (text, location) in Targets)
            {
                var place = frame.Location is null ? location : location == Place.Image ? frame.Location.AsImage() : frame.Location.In(location);
                text.Add(code is null ? place : place == Place.Image ? code : code.In(place), value);
            }
        }

        public void Miss(LocalizedText detail, UnreadCause cause = UnreadCause.None)
        {
            // A part of which nothing else was read: an image without metadata.
            foreach (var target in Targets)
                target.Text.Miss(Details.Of(target.Name, detail), cause);
        }
    }
}

/// <summary>An image, or a frame or page of one.</summary>
/// <param name="Location">Which one: <c>frame 3</c>, <c>page 2</c>; null when there is but one.</param>
/// <param name="Image">Null when it could not be decoded.</param>
/// <param name="Fault">What is wrong with it or was left out.</param>
internal sealed record PictureFrame(Place? Location, GreyImage? Image, LocalizedText? Fault = null);
