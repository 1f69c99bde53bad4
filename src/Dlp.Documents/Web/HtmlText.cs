using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Text;

namespace Dlp.Documents.Web;

/// <summary>
/// A web page taken apart: what is seen, and what only its source tells. Everything that is written in it, but for its layout, is in exactly one of both, so that nothing
/// is found twice: a link whose address is also its text is left out of the links. Tags are read one after the other, never as a tree, which nests as deep
/// as its author likes.
/// </summary>
internal sealed partial class HtmlText
{
    private static readonly SearchValues<char> NotInTags = SearchValues.Create("@./:0123456789");

    private readonly StringBuilder _seen = new();
    private readonly Dictionary<Place, StringBuilder> _unseen = [];
    private readonly HashSet<string> _attributes = new(StringComparer.Ordinal);
    private readonly List<string> _addresses = [];
    private readonly List<string> _data = [];
    private string? _hiddenElement;
    private int _hiddenDepth;
    private string? _rawElement;
    private bool _gap;

    private HtmlText()
    {
    }

    /// <summary>What the page shows, a block a line.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>The rest, by its place: <c>title</c>, <c>hidden text</c>, <c>link</c>, <c>attribute</c>, <c>comment</c>, <c>script</c>, <c>style</c>, <c>metadata: author</c>.</summary>
    public IEnumerable<(Place Place, string Text)> Unseen => _unseen.Select(section => (section.Key, section.Value.ToString()));

    /// <summary>Addresses that hold a file (<see cref="DataUri"/>).</summary>
    public IReadOnlyList<string> Data => _data;

    /// <exception cref="OperationCanceledException">Time is up, or nobody waits any more.</exception>
    public static HtmlText Of(string html, CancellationToken token)
    {
        var text = new HtmlText();
        var tokenizer = new HtmlTokenizer(new StringReader(html));
        while (tokenizer.ReadNextToken(out var read))
        {
            token.ThrowIfCancellationRequested();
            text.Take(read);
        }

        text.Seen = text._seen.ToString();
        text.AddAddresses();
        return text;
    }

    /// <summary>Adds all of it to a file's text, and reads the files that are written into it.</summary>
    /// <param name="file">The file that the page is, or stands in.</param>
    /// <param name="seen">What is seen, where some of that is known already.</param>
    /// <param name="place">Where the page stands, <c>body (HTML)</c>; null when it is the file.</param>
    public void AddTo(OpenedFile file, string seen, Place? place)
    {
        if (place is null)
            file.Text.Add(seen);
        else
            file.Text.Add(place, seen);
        foreach (var (inPage, text) in Unseen)
            file.Text.Add(inPage.In(place), text);
        for (var i = 0; i < _data.Count; i++)
        {
            if (DataUri.Of(_data[i], i + 1) is not { } data)
                continue;
            if (!Archives.ArchivedFile.TakeEntry(file))
                return;
            file.ReadEmbedded(data.Name, data.Content);
        }
    }

    private void Take(HtmlToken token)
    {
        switch (token)
        {
            case HtmlTagToken tag:
                TakeTag(tag);
                break;
            case HtmlCommentToken comment:
                Add(Place.Comment, comment.Comment.Trim());
                break;
            case HtmlDocTypeToken { PublicIdentifier: null, SystemIdentifier: { } system }:
                Add(Place.Attribute, system);
                break;
            case HtmlScriptDataToken script:
                Add(Place.Script, script.Data.Trim());
                break;
            case HtmlDataToken data:
                TakeText(data.Data);
                break;
        }
    }

    private void TakeText(string data)
    {
        if (_rawElement is "style")
        {
            _data.AddRange(DataUri.In(data));
            Add(Place.Style, data.Trim());
        }
        else if (_rawElement is "title" or "script")
        {
            Add(_rawElement is "title" ? Place.Title : Place.Script, data.Trim());
        }
        else if (_hiddenElement is not null)
        {
            AppendText(Section(Place.HiddenText), data);
        }
        else
        {
            AppendText(_seen, data);
        }
    }

    private void TakeTag(HtmlTagToken tag)
    {
        var name = tag.Name.ToLowerInvariant();
        TakeAttributes(tag, name);
        Break(name, tag.IsEndTag);
        if (name is "title" or "style" or "script")
            _rawElement = tag.IsEndTag || tag.IsEmptyElement ? null : name;
        if (HtmlElements.IsVoid(name) || tag.IsEmptyElement)
            return;
        if (_hiddenElement is null)
        {
            if (!tag.IsEndTag && IsHidden(tag, name))
                (_hiddenElement, _hiddenDepth) = (name, 1);
        }
        else if (string.Equals(_hiddenElement, name, StringComparison.Ordinal))
        {
            _hiddenDepth += tag.IsEndTag ? -1 : 1;
            if (_hiddenDepth == 0)
            {
                _hiddenElement = null;
                Section(Place.HiddenText).Append('\n');
            }
        }
    }

    private void TakeAttributes(HtmlTagToken tag, string name)
    {
        if (tag.Attributes.Count == 0)
            return;
        if (name is "meta" && Value(tag, "content") is { Length: > 0 } content)
        {
            var key = Value(tag, "name") ?? Value(tag, "property") ?? Value(tag, "http-equiv") ?? "content";
            Add(Place.Metadata(key.Length <= 60 ? key : "content"), $"{key}: {content}");
            return;
        }

        var line = new StringBuilder();
        foreach (var attribute in tag.Attributes)
        {
            if (string.IsNullOrWhiteSpace(attribute.Value))
            {
                // A name without a value may be a word that lost its quotation marks.
                if (attribute.Name.Length > 20)
                    line.Append(line.Length > 0 ? " " : "").Append(attribute.Name);
                continue;
            }

            if (DataUri.IsOne(attribute.Value))
                _data.Add(attribute.Value);
            else if (HtmlElements.IsAddress(attribute.Name))
                _addresses.Add(attribute.Value.Trim());
            else if (!HtmlElements.IsLayout(attribute.Name, attribute.Value))
                line.Append(line.Length > 0 ? " " : "").Append(attribute.Name).Append("=\"").Append(attribute.Value).Append('"');
        }

        // Where text has angle brackets, <jean.dupont@orvalis.example> is taken for a tag.
        if (name.AsSpan().IndexOfAny(NotInTags) >= 0 && !HtmlElements.IsBlock(name))
            line.Insert(0, $"{tag.Name} ");
        if (line.Length > 0 && line.ToString() is var written && _attributes.Add(written))
            Add(Place.Attribute, written);
    }

    private void Break(string name, bool isEnd)
    {
        var text = _hiddenElement is null ? _seen : Section(Place.HiddenText);
        if (HtmlElements.IsBlock(name))
        {
            if (text.Length > 0 && text[^1] != '\n')
                text.Append('\n');
            _gap = false;
        }
        else if (HtmlElements.IsCell(name) && isEnd && text.Length > 0)
        {
            text.Append('\t');
            _gap = false;
        }
        else if (name.Contains('@', StringComparison.Ordinal) && !isEnd)
        {
            AppendText(text, $"<{name}>");
        }
    }

    /// <summary>Runs of white space are one space, as they are seen.</summary>
    private void AppendText(StringBuilder text, string data)
    {
        foreach (var character in data)
        {
            if (character is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                _gap = true;
                continue;
            }

            if (_gap && text.Length > 0 && text[^1] is not ('\n' or '\t'))
                text.Append(' ');
            _gap = false;
            text.Append(character);
        }
    }

    private void AddAddresses()
    {
        if (_addresses.Count == 0)
            return;
        var shown = Seen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in _addresses)
        {
            if (!shown.Contains(address) && !shown.Contains(Scheme().Replace(address, "").TrimEnd('/')) && told.Add(address))
                Add(Place.Link, address);
        }
    }

    private void Add(Place place, string text)
    {
        if (text.Length == 0)
            return;
        var section = Section(place);
        if (section.Length > 0 && section[^1] != '\n')
            section.Append('\n');
        section.Append(text);
    }

    private StringBuilder Section(Place place)
    {
        if (!_unseen.TryGetValue(place, out var section))
            _unseen[place] = section = new StringBuilder();
        return section;
    }

    private static bool IsHidden(HtmlTagToken tag, string name) =>
        name is "template" || tag.Attributes.Any(attribute =>
            attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase)
            || (attribute.Name.Equals("style", StringComparison.OrdinalIgnoreCase) && attribute.Value is { } style && HiddenStyle().IsMatch(style)));

    private static string? Value(HtmlTagToken tag, string name) =>
        tag.Attributes.FirstOrDefault(attribute => attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    [GeneratedRegex(
        @"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|mso-hide\s*:\s*all|max-height\s*:\s*0)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(@"^(?:https?://|mailto:|tel:|sms:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
