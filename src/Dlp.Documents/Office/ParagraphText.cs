using System.Text;

namespace Dlp.Documents.Office;

/// <summary>The text of one paragraph, what its reader does not see kept apart, so that neither tears the other apart.</summary>
internal sealed class ParagraphText
{
    private StringBuilder? _hidden;
    private StringBuilder? _deleted;
    private StringBuilder? _field;

    public StringBuilder Visible { get; } = new();

    public StringBuilder Hidden => _hidden ??= new StringBuilder();

    public StringBuilder Deleted => _deleted ??= new StringBuilder();

    public StringBuilder Field => _field ??= new StringBuilder();

    /// <summary>What is not seen, with its places; empties it.</summary>
    public IEnumerable<(Place Place, string Text)> TakeUnseen()
    {
        if (_hidden is { Length: > 0 })
            yield return (Place.HiddenText, _hidden.ToString());
        if (_deleted is { Length: > 0 })
            yield return (Place.DeletedText, _deleted.ToString());
        if (_field is { Length: > 0 })
            yield return (Place.Field, _field.ToString());
        _hidden?.Clear();
        _deleted?.Clear();
        _field?.Clear();
    }
}
