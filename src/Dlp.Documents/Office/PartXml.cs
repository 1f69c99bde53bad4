using System.Text;
using System.Xml;
using Dlp.Documents.Archives;

namespace Dlp.Documents.Office;

/// <summary>
/// Reads the XML of one part of a package forwards, within limits. It never throws but for cancellation: where the XML is damaged or over a limit
/// it ends, and <see cref="Dispose"/> says so of the file.
/// </summary>
internal sealed class PartXml : IDisposable
{
    /// <summary>What lies deeper is left out; honest documents nest a few dozen levels.</summary>
    public const int MaxDepth = 256;

    private const long MaxCharacters = 200_000_000;
    private const int NodesBetweenLooks = 256;

    private readonly OpenedFile _file;
    private readonly TagGuardStream _guard;
    private readonly ZipEntryStream? _entry;
    private readonly XmlReader _xml;
    private readonly char[] _chunk = new char[4_096];
    private int _nodes;
    private bool _isDamaged;
    private bool _isTooDeep;
    private bool _skipped;
    private bool _mayDeclareType = true;

    private PartXml(OpenedFile file, Stream stream, ZipEntryStream? entry, XmlNameTable names)
    {
        (_file, _entry) = (file, entry);
        _guard = new TagGuardStream(stream);
        _xml = XmlReader.Create(_guard, new XmlReaderSettings
        {

            // Nothing that a document type declares or refers to is looked at; a name that only it declares ends the reading.
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            NameTable = names,
            CloseInput = true,
        });
    }

    public XmlNodeType NodeType => _xml.NodeType;

    /// <summary>The name of the element that begins or ends here, without its prefix: the strict and the transitional namespaces share their names.</summary>
    public string Name => _xml.LocalName;

    public string Namespace => _xml.NamespaceURI;

    public int Depth => _xml.Depth;

    public bool IsEmptyElement => _xml.IsEmptyElement;

    /// <summary>Whether text stands here, blanks included.</summary>
    public bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>Whether there is nothing at all, as OpenOffice.org leaves in settings that are not used.</summary>
    public bool IsEmpty => _guard.IsEmpty;

    public bool IsElement => _xml.NodeType == XmlNodeType.Element;

    public bool IsEndElement => _xml.NodeType == XmlNodeType.EndElement;

    /// <summary>Opens an entry of a package.</summary>
    /// <param name="file">Takes what is said of it.</param>
    /// <param name="zip">The package.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="names">Shared by all parts of the package.</param>
    /// <param name="mayDeclareType">Whether an honest one may declare a document type.</param>
    public static PartXml Open(OpenedFile file, ZipWalker zip, ZipEntry entry, XmlNameTable names, bool mayDeclareType = true)
    {
        var stream = zip.OpenEntry(entry);
        return new PartXml(file, stream, stream, names) { _mayDeclareType = mayDeclareType };
    }

    /// <summary>Opens XML that lies in memory.</summary>
    public static PartXml Open(OpenedFile file, ReadOnlyMemory<byte> xml) =>
        new(file, new MemoryStream(xml.ToArray(), writable: false), null, new NameTable());

    /// <summary>Goes to the next node; false at the end, at damage, and at a limit.</summary>
    public bool Read()
    {
        if (_nodes++ % NodesBetweenLooks == 0)
        {
            _file.Token.ThrowIfCancellationRequested();
            if (_file.Text.IsFull)
                return false;
        }

        try
        {
            // Skipping goes to the next node by itself.
            if (!_skipped && !_xml.Read())
                return false;
            _skipped = false;
            while (_xml.Depth > MaxDepth && _xml.NodeType == XmlNodeType.Element)
            {
                _isTooDeep = true;
                _xml.Skip();
            }

            return !_xml.EOF;
        }
        catch (XmlException)
        {
            _isDamaged = true;
            return false;
        }
    }

    /// <summary>Goes to the end, and tells of each element as it begins and ends, an empty one too.</summary>
    /// <param name="begin">Takes the name of an element that begins here; may read or leave out what is in it.</param>
    /// <param name="end">Takes the name and the depth of one that ends here.</param>
    /// <param name="textTo">Where the text that stands here goes; null when it is left out.</param>
    public void Walk(Action<string> begin, Action<string, int> end, Func<StringBuilder?> textTo)
    {
        while (Read())
        {
            if (IsText)
            {
                if (textTo() is { } text)
                    AppendText(text);
            }
            else if (IsElement)
            {
                var (name, isEmpty, depth) = (Name, IsEmptyElement, Depth);
                begin(name);
                if (isEmpty)
                    end(name, depth);
            }
            else if (IsEndElement)
            {
                end(Name, Depth);
            }
        }
    }

    /// <summary>Leaves out the element that begins here, and all in it; the next <see cref="Read"/> goes on behind it.</summary>
    public void Skip()
    {
        try
        {
            _xml.Skip();
            _skipped = !_xml.EOF;
        }
        catch (XmlException)
        {
            _isDamaged = true;
        }
    }

    /// <summary>The value of an attribute of the element that begins here, whatever its namespace; null when it has none.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        while (value is null && _xml.MoveToNextAttribute())
        {
            if (_xml.LocalName == name && _xml.Prefix != "xmlns")
                value = _xml.Value;
        }

        _xml.MoveToElement();
        return value;
    }

    /// <summary>The relationship that the element names: <c>r:id</c>, beside which there may be an <c>id</c> of its own.</summary>
    public string? RelationshipId()
    {
        string? value = null;
        while (value is null && _xml.MoveToNextAttribute())
        {
            if (_xml.LocalName == "id" && _xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                value = _xml.Value;
        }

        _xml.MoveToElement();
        return value;
    }

    /// <summary>All attributes of the element that begins here, but declarations of namespaces.</summary>
    public List<(string Name, string Value)> Attributes()
    {
        var all = new List<(string, string)>();
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.Prefix != "xmlns" && _xml.Name != "xmlns")
                all.Add((_xml.LocalName, _xml.Value));
        }

        _xml.MoveToElement();
        return all;
    }

    /// <summary>Appends the text that stands here, as much as may be taken.</summary>
    public void AppendText(StringBuilder to)
    {
        try
        {
            int read;
            while (to.Length <= _file.Options.MaxCharacters && (read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
                to.Append(_chunk, 0, read);
        }
        catch (XmlException)
        {
            _isDamaged = true;
        }
    }

    /// <summary>The text that stands here.</summary>
    public string InnerTextHere()
    {
        var text = new StringBuilder();
        AppendText(text);
        return text.ToString();
    }

    /// <summary>The text in the element that begins here, all levels together; afterwards the reader stands at its end.</summary>
    public string InnerText()
    {
        if (IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = Depth;
        while (Read() && Depth > depth)
        {
            if (IsText)
                AppendText(text);
        }

        return text.ToString();
    }

    public void Dispose()
    {
        _xml.Dispose();
        var text = _file.Text;
        if (_guard.IsTagTooLong)
            text.Refuse(PartStatus.TooLarge, new("a part of it holds a tag longer than 65,536 bytes; the rest of that part was not read", "un de ses éléments contient une balise de plus de 65 536 octets ; le reste n'en a pas été lu"));
        else if (_entry?.Fault is { } fault)
            Say(fault);
        else if (_isDamaged && _guard.HasDocumentType)
            text.Miss(new("a part of it declares a document type, which is not followed, and could be read in part only", "un de ses éléments déclare un type de document, qui n'est pas suivi, et n'a pu être lu qu'en partie"));
        else if (_guard.HasDocumentType && !_mayDeclareType)
            text.Miss(new("a part of it declares a document type, which no Office program writes, and which was not followed", "un de ses éléments déclare un type de document, ce qu'aucun programme Office n'écrit et qui n'a pas été suivi"));
        else if (_isDamaged && !IsEmpty)
            text.Miss(new("a part of it is damaged; what stands behind the damage was not read", "un de ses éléments est endommagé ; ce qui suit le dommage n'a pas été lu"));
        if (_isTooDeep)
            text.Refuse(PartStatus.TooLarge, new($"its elements lie more than {MaxDepth} deep in one another; deeper ones were not read", $"ses éléments sont imbriqués sur plus de {MaxDepth} niveaux ; les plus profonds n'ont pas été lus"));
    }

    private void Say(ZipFault fault)
    {
        var detail = Details.OfPart(fault.Detail);
        if (fault.Status is PartStatus.Encrypted or PartStatus.TooLarge)
            _file.Text.Refuse(fault.Status, detail);
        else
            _file.Text.Miss(detail);
    }
}
