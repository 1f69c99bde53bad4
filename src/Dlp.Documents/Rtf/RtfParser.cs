using System.Runtime.InteropServices;

namespace Dlp.Documents.Rtf;

/// <summary>Follows the groups, control words and characters of a rich text (RTF 1.9.1), without recursion: where each character goes, and what it is.</summary>
internal sealed class RtfParser(RtfDocument document, AttachmentBudget budget, int maxCharacters, CancellationToken token)
{
    private const int MaxDepth = 10_000;
    private const int FlushAt = 32_768;
    private const int TokensBetweenLooks = 1_024;

    /// <summary>Characters that have a control word (RTF 1.9.1, "Special Characters").</summary>
    private static readonly Dictionary<string, string> Characters = new(StringComparer.Ordinal)
    {
        ["emdash"] = "—",
        ["endash"] = "–",
        ["lquote"] = "‘",
        ["rquote"] = "’",
        ["ldblquote"] = "“",
        ["rdblquote"] = "”",
        ["bullet"] = "•",
        ["emspace"] = " ",
        ["enspace"] = " ",
        ["qmspace"] = " ",
    };

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
        var lexer = new RtfLexer(content);
        for (var count = 0; _characters <= maxCharacters && lexer.Read(); count++)
        {
            if (count % TokensBetweenLooks == 0)
                token.ThrowIfCancellationRequested();
            switch (lexer.Token)
            {
                case RtfToken.BeginGroup:
                    BeginGroup();
                    break;
                case RtfToken.EndGroup:
                    EndGroup();
                    break;
                case RtfToken.Character or RtfToken.EscapedCharacter:
                    AddByte(lexer.Byte, isEscaped: lexer.Token == RtfToken.EscapedCharacter);
                    break;
                case RtfToken.Symbol:
                    ReadSymbol(lexer.Byte);
                    break;
                case RtfToken.Binary:
                    if (_state.Sink.HoldsBytes)
                        _state.Sink.AddBytes(lexer.Bytes);
                    break;
                case RtfToken.Word:
                    FlushPending();
                    ReadWord(lexer.Word, lexer.Parameter);
                    break;
            }
        }

        FlushPending();
        document.IsCut = _groups.Count > 0 && _characters <= maxCharacters;
        while (_groups.Count > 0)
            EndGroup();
        _harvest.Take(_body);
        _harvest.Take(_hidden);
        _harvest.Take(_deleted);
        _harvest.End();
    }

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
                if (Characters.TryGetValue(word, out var character))
                    AddCharacter(character);
                else
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
        var text = CodePage.Of(_state.CodePage).GetString(CollectionsMarshal.AsSpan(_pending));
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
