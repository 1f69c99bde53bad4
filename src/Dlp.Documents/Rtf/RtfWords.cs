namespace Dlp.Documents.Rtf;

/// <summary>The control words of a rich text (RTF 1.9.1, "Contents of an RTF File"): breaks and special characters, properties of characters, fonts, and what begins a destination.</summary>
internal sealed class RtfWords(RtfGroups groups, RtfText text)
{
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

    private readonly RtfFonts _fonts = new();

    /// <summary>Does what a control word says.</summary>
    /// <param name="word">Without its number.</param>
    /// <param name="parameter">The number behind it; null when there is none.</param>
    /// <param name="starred">Whether it is to be passed over by those who do not know it (<c>\*</c>).</param>
    public void Read(string word, int? parameter, bool starred)
    {
        ref var state = ref groups.State;
        switch (word)
        {
            case "par" or "line" or "sect" or "page" or "column" or "row" or "nestrow" or "softline" or "softpage":
                text.Add("\n");
                break;
            case "cell" or "nestcell" or "tab":
                text.Add("\t");
                break;
            case "u":
                text.Add(((char)(ushort)(parameter ?? 0)).ToString());
                text.Skip = state.Fallback;
                break;
            case "uc":
                state.Fallback = Math.Clamp(parameter ?? 1, 0, 64);
                break;
            case "v":
                state.Hidden = parameter != 0;
                break;
            case "deleted":
                state.Deleted = parameter != 0;
                break;
            case "plain":
                state.Hidden = false;
                state.Deleted = false;
                state.CodePage = _fonts.CodePageOf(_fonts.Default);
                break;
            case "htmlrtf":
                state.Suppressed = parameter != 0;
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
            case "f" when state.Sink.Kind == RtfSinkKind.Fonts:
                _fonts.Current = parameter ?? 0;
                break;
            case "f":
                state.CodePage = _fonts.CodePageOf(parameter ?? 0);
                break;
            case "fcharset" when state.Sink.Kind == RtfSinkKind.Fonts:
                _fonts.SetCodePage(RtfDestinations.CodePageOf(parameter ?? 0));
                break;
            case "cpg" when state.Sink.Kind == RtfSinkKind.Fonts:
                _fonts.SetCodePage(parameter ?? 0);
                break;
            case "upr":
                groups.Enter(RtfSinkKind.None, null, keepOuter: true);
                break;
            case "ud":
                state.Sink = state.Outer;
                break;
            default:
                if (Characters.TryGetValue(word, out var character))
                    text.AddCharacter(character);
                else
                    ReadDestination(word, starred);
                break;
        }
    }

    private void ReadDestination(string word, bool starred)
    {
        ref var state = ref groups.State;
        if (RtfDestinations.All.TryGetValue(word, out var destination))
        {
            // Names and values of properties are told apart by what they lie in; the rest of "info" is silent.
            if (state.Sink.Kind is RtfSinkKind.None && destination.Kind == RtfSinkKind.Picture && state.IsSkipped)
                return;
            groups.Enter(destination.Kind, destination.Place);
            state.IsSkipped |= word is "nonshppict";
        }
        else if (starred && !RtfDestinations.Open.Contains(word))
        {
            groups.Enter(RtfSinkKind.None, null);
            state.IsSkipped = true;
        }
        else if (word is "shpinst" or "userprops" or "formfield" or "mailmerge" or "docvars")
        {
            groups.Enter(RtfSinkKind.None, null);
        }
    }

    private void SetDefaultCodePage(int codePage)
    {
        _fonts.DefaultCodePage = codePage;
        groups.State.CodePage = codePage;
    }
}
