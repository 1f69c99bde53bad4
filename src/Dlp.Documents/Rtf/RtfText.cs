using System.Runtime.InteropServices;

namespace Dlp.Documents.Rtf;

/// <summary>The characters of a rich text: bytes in the code page of their font, and those in Unicode. What is hidden or was deleted is kept apart from what is seen.</summary>
/// <param name="groups">Tell where characters go.</param>
/// <param name="harvest">Takes text that is complete.</param>
/// <param name="body">What is outside every group, or in none that has a place of its own.</param>
internal sealed class RtfText(RtfGroups groups, RtfHarvest harvest, RtfSink body)
{
    private const int FlushAt = 32_768;

    private readonly List<byte> _pending = [];
    private readonly RtfSink _hidden = new(RtfSinkKind.Text, Place.HiddenText);
    private readonly RtfSink _deleted = new(RtfSinkKind.Text, Place.DeletedText);
    private int _visible;

    /// <summary>How many there have been.</summary>
    public int Characters { get; private set; }

    /// <summary>How many characters are still to be passed over, that stand for the one in Unicode before them.</summary>
    public int Skip { get; set; }

    /// <summary>A byte that stands for itself or, in a picture, for half of one.</summary>
    public void AddByte(byte value, bool isEscaped = false)
    {
        if (Skip > 0)
        {
            Skip--;
            return;
        }

        var sink = groups.State.Sink;
        if (sink.HoldsBytes)
        {
            if (!isEscaped)
                sink.AddHex(value);
        }
        else if (sink.Kind is not (RtfSinkKind.None or RtfSinkKind.Fonts) && !groups.State.Suppressed)
        {
            _pending.Add(value);
        }
    }

    /// <summary>A character that has a control word, and may so stand for the Unicode character before it.</summary>
    public void AddCharacter(string character)
    {
        if (Skip > 0)
            Skip--;
        else
            Add(character);
    }

    /// <summary>Characters that are known.</summary>
    public void Add(string text)
    {
        Skip = 0;
        Flush();
        if (groups.State.Sink.Kind is not (RtfSinkKind.None or RtfSinkKind.Fonts or RtfSinkKind.Picture or RtfSinkKind.Object) && !groups.State.Suppressed)
            Write(text);
    }

    /// <summary>Decodes the bytes so far, before anything changes the code page or the place.</summary>
    public void Flush()
    {
        if (_pending.Count == 0)
            return;
        var text = CodePage.Of(groups.State.CodePage).GetString(CollectionsMarshal.AsSpan(_pending));
        _pending.Clear();
        Write(text);
    }

    /// <summary>No more follows.</summary>
    public void End()
    {
        harvest.Take(body);
        harvest.Take(_hidden);
        harvest.Take(_deleted);
    }

    private void Write(string text)
    {
        var state = groups.State;
        var sink = state.Sink;
        Characters += text.Length;
        if (sink.Kind == RtfSinkKind.Text && (state.Hidden || state.Deleted))
        {
            // Runs that do not follow one another are lines of their own.
            sink = state.Deleted ? _deleted : _hidden;
            if (_visible > 0 && sink.Text.Length > 0)
                sink.Text.Append('\n');
            _visible = 0;
        }
        else
        {
            _visible += text.Length;
        }

        sink.Text.Append(text);
        if (ReferenceEquals(sink, body) && sink.Text.Length >= FlushAt && text == "\n")
            harvest.Take(body);
    }
}
