using System.Numerics;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>The digits of a text, those together that stand no more than <see cref="DigitChain.WidestGap"/> characters apart, however they are grouped.</summary>
/// <param name="codes">The text as <see cref="LiteralCodes"/>.</param>
/// <param name="range">The range of it whose digits count.</param>
internal ref struct DigitClusters(ReadOnlySpan<byte> codes, TextSpan range)
{
    private readonly ReadOnlySpan<byte> _codes = codes[..range.End];
    private ulong _mask;
    private int _next = range.Start;
    private int _digit = -1;

    /// <summary>The latest cluster.</summary>
    public DigitCluster Current { get; private set; }

    public readonly DigitClusters GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_digit < 0 && !ToNextDigit())
            return false;
        var (first, last, digits) = (_digit, _digit, 1);
        while (ToNextDigit() && _digit - last - 1 <= DigitChain.WidestGap)
            (last, digits) = (_digit, digits + 1);
        Current = new DigitCluster(first, last, digits);
        return true;
    }

    // Where the next digit stands; nowhere, at -1, when there is none.
    private bool ToNextDigit()
    {
        while (_mask == 0 && _next < _codes.Length)
        {
            _mask = CodeMask.Digits(_codes[_next..]);
            _next += CodeMask.Length;
        }

        if (_mask == 0)
        {
            _digit = -1;
            return false;
        }

        _digit = _next - CodeMask.Length + BitOperations.TrailingZeroCount(_mask);
        _mask &= _mask - 1;
        return true;
    }
}

/// <summary>Digits that stand close together.</summary>
/// <param name="First">Where the first stands.</param>
/// <param name="Last">Where the last stands.</param>
/// <param name="Digits">How many they are.</param>
internal readonly record struct DigitCluster(int First, int Last, int Digits);
