using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dlp.Engine.Rules;

/// <summary>
/// The events of a YAML text, with two guards that YamlDotNet lacks: nodes do not nest so deep that building them would exhaust the
/// stack, and whatever the scanner makes of a broken text is a <see cref="YamlException"/>.
/// </summary>
internal sealed class YamlEvents(string yaml) : IParser
{
    // A rule needs ten.
    private const int DeepestNesting = 64;

    private readonly Parser _parser = new(new StringReader(yaml));
    private int _depth;

    public ParsingEvent? Current => _parser.Current;

    /// <exception cref="YamlException">The text is not YAML, or nests too deep.</exception>
    public bool MoveNext()
    {
        if (!Next())
            return false;
        _depth += Current!.NestingIncrease;
        return _depth <= DeepestNesting ? true : throw new YamlException(Current.Start, Current.End, $"more than {DeepestNesting} levels inside one another");
    }

    private bool Next()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (InvalidOperationException fault)
        {
            var end = Current?.End ?? Mark.Empty;
            throw new YamlException(end, end, "a list or a mapping is not closed", fault);
        }
    }
}
