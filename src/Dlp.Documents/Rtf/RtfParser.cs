using System.Text;

namespace Dlp.Documents.Rtf;

/// <summary>Walks the groups, control words and characters of a rich text (RTF 1.9.1), without recursion.</summary>
internal sealed class RtfParser(RtfDocument document, AttachmentBudget budget, int maxCharacters, CancellationToken token)
{
    private const int MaxDepth = 10_000;
    private const int FlushAt = 32_768;

    private readonly Stack<State> _groups = new();
    private readonly RtfFonts _fonts = new();
    private readonly RtfHarvest _harvest = new(document, budget);
    private readonly List<byte> _pending = [];
    private readonly RtfSink _body = new(RtfSinkKind.Text, Place.Body);
    private readonly RtfSink _hidden = new(RtfSinkKind.Text, Place.HiddenText);
    private readonly RtfSink _deleted = new(RtfSinkKind.Text, Place.DeletedText);
    private State _state;
    private int _tooDeep;
    private int _skip;
    private int _visible;
    private int _characters;
    private bool _starred;

    public void Parse(ReadOnlySpan<byte> content)
    {
        _state = new State { Sink = _body, Outer = _body, Fallback = 1 };
        for (var at = 0; at < content.Length && _characters <= maxCharacters;)
        {
            if ((at & 0xFFF) == 0)
                token.ThrowIfCancellationRequested();
            var character = content[at];
            switch (character)
            {
                case (byte)'{':
                    at++;
                    BeginGroup();
                    break;
                case (byte)'}':
                    at++;
                    EndGroup();
                    break;
                case (byte)'\\':
                    at = ReadControl(content, at + 1);
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    at++;
                    break;
                default:
                    at++;
                    AddByte(character);
                    break;
            }
        }

        FlushPending();
        while (_groups.Count > 0)
            EndGroup();
        _harvest.Take(_body);
        _harvest.Take(_hidden);
        _harvest.Take(_deleted);
        _harvest.End();
    }

    public static int HexValue(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        _ => -1,
    };

    private void BeginGroup()
    {
        FlushPending();
        _starred = false;
        _skip = 0;
        if (_groups.Count >= MaxDepth)
        {
            _tooDeep++;
            document.IsIncomplete = true;
            return;
        }

        _groups.Push(_state);
    }

    private void EndGroup()
    {
        FlushPending();
        _skip = 0;
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        if (!_groups.TryPop(out var outer))
            return;
        var sink = _state.Sink;
        _state = outer;
        if (!ReferenceEquals(sink, outer.Sink) && !ReferenceEquals(sink, outer.Outer))
            _harvest.Take(sink);
    }

    private int ReadControl(ReadOnlySpan<byte> content, int at)
    {
        var symbol = content.ByteAt(at);
        if (symbol == '\'')
        {
            int high = HexValue(content.ByteAt(at + 1)), low = HexValue(content.ByteAt(at + 2));
            if (high < 0 || low < 0)
                return Math.Min(at + 1, content.Length);
            AddByte((byte)((high << 4) | low), isEscaped: true);
            return at + 3;
        }

        if (!IsLetter(symbol))
        {
            ReadSymbol(symbol);
            return Math.Min(at + 1, content.Length);
        }

        var start = at;
        while (IsLetter(content.ByteAt(at)) && at - start < 64)
            at++;
        var word = Encoding.ASCII.GetString(content[start..at]);
        var negative = content.ByteAt(at) == '-';
        at += negative ? 1 : 0;
        var digits = at;
        long number = 0;
        while (content.ByteAt(at) is >= (byte)'0' and <= (byte)'9' && at - digits < 12)
            number = (number * 10) + content[at++] - '0';
        int? parameter = at == digits ? null : (int)Math.Clamp(negative ? -number : number, int.MinValue, int.MaxValue);
        if (content.ByteAt(at) == ' ')
            at++;
        if (word == "bin")
            return ReadBinary(content, at, parameter ?? 0);
        FlushPending();
        ReadWord(word, parameter);
        return Math.Min(at, content.Length);
    }

    private static bool IsLetter(byte character) => character is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z');

    private int ReadBinary(ReadOnlySpan<byte> content, int at, int length)
    {
        var bytes = content.At(at, length);
        if (_state.Sink.HoldsBytes)
            _state.Sink.AddBytes(bytes);
        return at + bytes.Length;
    }

    private void ReadSymbol(byte symbol)
    {
        switch (symbol)
        {
            case (byte)'*':
                _starred = true;
                break;
            case (byte)'\\' or (byte)'{' or (byte)'}':
                AddByte(symbol);
                break;
            case (byte)'~':
                AddCharacter("\u00A0");
                break;
            case (byte)'_':
                AddCharacter("-");
                break;
            case (byte)'\r' or (byte)'\n':
                AddText("\n");
                break;
            case (byte)'\t':
                AddText("\t");
                break;
            default:
                break;
        }
    }

    private void ReadWord(string word, int? parameter)
    {
        var starred = _starred;
        _starred = false;
        switch (word)
        {
            case "par" or "line" or "sect" or "page" or "column" or "row" or "nestrow" or "softline" or "softpage":
                AddText("\n");
                break;
            case "cell" or "nestcell" or "tab":
                AddText("\t");
                break;
            case "u":
                AddText(((char)(ushort)(parameter ?? 0)).ToString());
                _skip = _state.Fallback;
                break;
            case "uc":
                _state.Fallback = Math.Clamp(parameter ?? 1, 0, 64);
                break;
            case "v":
                _state.Hidden = parameter != 0;
                break;
            case "deleted":
                _state.Deleted = parameter != 0;
                break;
            case "plain":
                _state.Hidden = false;
                _state.Deleted = false;
                _state.CodePage = _fonts.CodePageOf(_fonts.Default);
                break;
            case "htmlrtf":
                _state.Suppressed = parameter != 0;
                break;
            case "emdash":
                AddCharacter("—");
                break;
            case "endash":
                AddCharacter("–");
                break;
            case "lquote":
                AddCharacter("‘");
                break;
            case "rquote":
                AddCharacter("’");
                break;
            case "ldblquote":
                AddCharacter("“");
                break;
            case "rdblquote":
                AddCharacter("”");
                break;
            case "bullet":
                AddCharacter("•");
                break;
            case "emspace" or "enspace" or "qmspace":
                AddCharacter(" ");
                break;
            case "ansicpg":
                SetDefaultCodePage(parameter ?? 0);
                break;
            case "mac":
                SetDefaultCodePage(10000);
                break;
            case "pc":
                SetDefaultCodePage(437);
                break;
            case "pca":
                SetDefaultCodePage(850);
                break;
            case "deff":
                _fonts.Default = parameter ?? 0;
                break;
            case "f" when _state.Sink.Kind == RtfSinkKind.Fonts:
                _fonts.Current = parameter ?? 0;
                break;
            case "f":
                _state.CodePage = _fonts.CodePageOf(parameter ?? 0);
                break;
            case "fcharset" when _state.Sink.Kind == RtfSinkKind.Fonts:
                _fonts.SetCodePage(RtfDestinations.CodePageOf(parameter ?? 0));
                break;
            case "cpg" when _state.Sink.Kind == RtfSinkKind.Fonts:
                _fonts.SetCodePage(parameter ?? 0);
                break;
            case "upr":
                Enter(RtfSinkKind.None, null, keepOuter: true);
                break;
            case "ud":
                _state.Sink = _state.Outer;
                break;
            default:
                ReadDestination(word, starred);
                break;
        }
    }

    private void ReadDestination(string word, bool starred)
    {
        if (RtfDestinations.All.TryGetValue(word, out var destination))
        {
            // Names and values of properties are told apart by what they lie in; the rest of "info" is silent.
            if (_state.Sink.Kind is RtfSinkKind.None && destination.Kind == RtfSinkKind.Picture && _state.IsSkipped)
                return;
            Enter(destination.Kind, destination.Place);
            _state.IsSkipped |= word is "nonshppict";
        }
        else if (starred && !RtfDestinations.Open.Contains(word))
        {
            Enter(RtfSinkKind.None, null);
            _state.IsSkipped = true;
        }
        else if (word is "shpinst" or "userprops" or "formfield" or "mailmerge" or "docvars")
        {
            Enter(RtfSinkKind.None, null);
        }
    }

    private void Enter(RtfSinkKind kind, Place? place, bool keepOuter = false)
    {
        // What is outside every group would change the body for good.
        if (_groups.Count == 0)
            return;
        if (keepOuter)
            _state.Outer = _state.Sink;
        _state.Sink = new RtfSink(kind, place);
        if (!keepOuter)
            _state.Outer = _state.Sink;
        _state.Hidden = false;
    }

    private void SetDefaultCodePage(int codePage)
    {
        _fonts.DefaultCodePage = codePage;
        _state.CodePage = codePage;
    }

    private void AddByte(byte value, bool isEscaped = false)
    {
        _starred = false;
        if (_skip > 0)
        {
            _skip--;
            return;
        }

        var sink = _state.Sink;
        if (sink.HoldsBytes)
        {
            if (!isEscaped)
                sink.AddHex(value);
        }
        else if (sink.Kind is not (RtfSinkKind.None or RtfSinkKind.Fonts) && !_state.Suppressed)
        {
            _pending.Add(value);
        }
    }

    private void FlushPending()
    {
        if (_pending.Count == 0)
            return;
        var text = CodePage.Of(_state.CodePage).GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending));
        _pending.Clear();
        Write(text);
    }

    /// <summary>A character that has a control word, and may so stand for the Unicode character before it.</summary>
    private void AddCharacter(string character)
    {
        if (_skip > 0)
            _skip--;
        else
            AddText(character);
    }

    private void AddText(string text)
    {
        _skip = 0;
        FlushPending();
        if (_state.Sink.Kind is not (RtfSinkKind.None or RtfSinkKind.Fonts or RtfSinkKind.Picture or RtfSinkKind.Object) && !_state.Suppressed)
            Write(text);
    }

    private void Write(string text)
    {
        var sink = _state.Sink;
        _characters += text.Length;
        if (sink.Kind == RtfSinkKind.Text && (_state.Hidden || _state.Deleted))
        {
            // Runs that do not follow one another are lines of their own.
            sink = _state.Deleted ? _deleted : _hidden;
            if (_visible > 0 && sink.Text.Length > 0)
                sink.Text.Append('\n');
            _visible = 0;
        }
        else
        {
            _visible += text.Length;
        }

        sink.Text.Append(text);
        if (ReferenceEquals(sink, _body) && sink.Text.Length >= FlushAt && text == "\n")
            _harvest.Take(_body);
    }

    private struct State
    {
        public RtfSink Sink;
        public RtfSink Outer;
        public int CodePage;
        public int Fallback;
        public bool Hidden;
        public bool Deleted;
        public bool Suppressed;
        public bool IsSkipped;
    }
}
