using System.Text;

namespace Dlp.Cli;

/// <summary>Where a report goes: a file, or the standard output.</summary>
/// <param name="Writer">Takes the report.</param>
/// <param name="IsTerminal">Whether a person is watching it appear.</param>
internal sealed record ReportTarget(TextWriter Writer, bool IsTerminal) : IDisposable
{
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static ReportTarget Open(Shell shell, string? file) => file is null
        ? new ReportTarget(shell.Out, shell.OutIsTerminal)
        : new ReportTarget(new StreamWriter(shell.PathOf(file), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), IsTerminal: false);

    public void Dispose()
    {
        Writer.Flush();
        if (Writer is StreamWriter { BaseStream: FileStream })
            Writer.Dispose();
    }
}
