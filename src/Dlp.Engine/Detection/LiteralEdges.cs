using System.Runtime.InteropServices;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>Behind which characters literals count: an edge a set of characters, most of which many literals share.</summary>
internal sealed class LiteralEdges
{
    private const int Codes = 256;

    private readonly Dictionary<UInt128, int> _edges = [];
    private bool[] _allowed = [];

    /// <summary>The edge of literals that do not count behind some characters of ASCII.</summary>
    public int Of(CharacterSet? notAfter)
    {
        var allowed = LiteralCodes.Behind(notAfter);
        ref var edge = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges, allowed, out var isKnown);
        if (isKnown)
            return edge;
        edge = _edges.Count - 1;
        Array.Resize(ref _allowed, _edges.Count * Codes);
        for (var code = 0; code < Codes; code++)
            _allowed[edge * Codes + code] = code >= 128 || (allowed >> code & 1) != 0;
        return edge;
    }

    /// <summary>Whether a literal counts behind a character.</summary>
    /// <param name="edge">Its edge.</param>
    /// <param name="code">The character, as <see cref="LiteralCodes"/>.</param>
    public bool IsAllowed(int edge, byte code) => _allowed[edge * Codes + code];
}
