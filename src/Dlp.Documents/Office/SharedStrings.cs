using System.Text;

namespace Dlp.Documents.Office;

/// <summary>The strings that the cells of a workbook share (ECMA-376 part 1, 18.4), within limits.</summary>
internal sealed class SharedStrings(AttachmentText text, int maxCharacters)
{
    private const int Most = 1_000_000;

    private readonly List<string> _strings = [];
    private readonly HashSet<int> _used = [];
    private long _characters;
    private bool _isFull;

    /// <summary>Adds the next string.</summary>
    public void Add(string value)
    {
        if (_isFull)
            return;
        if (_strings.Count >= Most || _characters + value.Length > 2L * maxCharacters)
        {
            _isFull = true;
            text.Refuse(PartStatus.TooLarge, new(
                $"its cells share more than {Format.Count(Most)} strings, or longer ones than may be read; the rest was not read",
                $"ses cellules partagent plus de {Format.Count(Most, Language.Fr)} textes, ou de plus longs que permis ; le reste n'a pas été lu"));
            return;
        }

        _strings.Add(value);
        _characters += value.Length;
    }

    /// <summary>The string of an index; empty when there is none.</summary>
    public string Use(int index)
    {
        if (index < 0 || index >= _strings.Count)
            return "";
        _used.Add(index);
        return _strings[index];
    }

    /// <summary>Adds those that no cell shows: what was in a cell once.</summary>
    public void TellUnused()
    {
        for (var i = 0; i < _strings.Count && !text.IsFull; i++)
        {
            if (!_used.Contains(i))
                text.Add(Place.StringOfNoCell, _strings[i]);
        }
    }

    /// <summary>Reads the part of shared strings.</summary>
    public void Read(PartXml xml)
    {
        var value = new StringBuilder();
        var phonetic = new StringBuilder();
        StringBuilder? open = null;
        var isPhonetic = false;
        while (!_isFull && xml.Read())
        {
            if (xml.IsText)
            {
                if (open is not null)
                    xml.AppendText(open);
            }
            else if (xml.IsElement)
            {
                if (xml.Name == "t" && !xml.IsEmptyElement)
                    open = isPhonetic ? phonetic : value;
                else if (xml.Name == "rPh")
                    isPhonetic = true;
                else if (xml.Name == "si" && xml.IsEmptyElement)
                    Add("");
            }
            else if (xml.IsEndElement)
            {
                switch (xml.Name)
                {
                    case "t":
                        open = null;
                        break;
                    case "rPh":
                        isPhonetic = false;
                        phonetic.Append('\n');
                        break;
                    case "si":
                        Add(value.ToString());
                        value.Clear();
                        break;
                    default:
                        break;
                }
            }
        }

        text.Add(Place.PhoneticGuide, phonetic.ToString().Trim());
    }
}
