namespace Dlp.Engine.Rules;

/// <summary>Something wrong in a file of the rules folder.</summary>
/// <param name="File">Path below the rules folder, with forward slashes.</param>
/// <param name="Line">1-based line; 1 when the fault is of the whole file.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Message">What is wrong; what to do.</param>
public sealed record RuleFault(string File, int Line, int Column, string Message)
{
    /// <summary><c>file(line,column): what is wrong; what to do</c>, the form that editors and build servers link.</summary>
    public override string ToString() => $"{File}({Line},{Column}): {Message}";
}
