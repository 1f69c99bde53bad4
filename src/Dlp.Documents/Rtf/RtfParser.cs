namespace Dlp.Documents.Rtf;

/// <summary>Follows the groups, control words and characters of a rich text (RTF 1.9.1), without recursion.</summary>
internal sealed class RtfParser
{
    private const int TokensBetweenLooks = 1_024;

    private readonly RtfDocument _document;
    private readonly int _maxCharacters;
    private readonly CancellationToken _token;
    private readonly RtfHarvest _harvest;
    private readonly RtfGroups _groups;
    private readonly RtfText _text;
    private readonly RtfWords _words;
    private bool _starred;

    public RtfParser(RtfDocument document, AttachmentBudget budget, int maxCharacters, CancellationToken token)
    {
        (_document, _maxCharacters, _token) = (document, maxCharacters, token);
        var body = new RtfSink(RtfSinkKind.Text, Place.Body);
        _harvest = new RtfHarvest(document, budget);
        _groups = new RtfGroups(document, _harvest, body);
        _text = new RtfText(_groups, _harvest, body);
        _words = new RtfWords(_groups, _text);
    }

    public void Parse(ReadOnlySpan<byte> content)
    {
        var lexer = new RtfLexer(content);
        for (var count = 0; _text.Characters <= _maxCharacters && lexer.Read(); count++)
        {
            if (count % TokensBetweenLooks == 0)
                _token.ThrowIfCancellationRequested();
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
                    if (_groups.State.Sink.HoldsBytes)
                        _groups.State.Sink.AddBytes(lexer.Bytes);
                    break;
                case RtfToken.Word:
                    _text.Flush();
                    var starred = _starred;
                    _starred = false;
                    _words.Read(lexer.Word, lexer.Parameter, starred);
                    break;
            }
        }

        _text.Flush();
        _document.IsCut = _groups.AreOpen && _text.Characters <= _maxCharacters;
        while (_groups.AreOpen)
            EndGroup();
        _text.End();
        _harvest.End();
    }

    private void BeginGroup()
    {
        _text.Flush();
        _starred = false;
        _text.Skip = 0;
        _groups.Begin();
    }

    private void EndGroup()
    {
        _text.Flush();
        _text.Skip = 0;
        _groups.End();
    }

    private void AddByte(byte value, bool isEscaped = false)
    {
        _starred = false;
        _text.AddByte(value, isEscaped);
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
                _text.AddCharacter("\u00A0");
                break;
            case (byte)'_':
                _text.AddCharacter("-");
                break;
            case (byte)'\r' or (byte)'\n':
                _text.Add("\n");
                break;
            case (byte)'\t':
                _text.Add("\t");
                break;
            default:
                break;
        }
    }
}
