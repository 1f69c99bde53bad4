using System.Net.Sockets;
using System.Runtime.InteropServices;
using Dlp.Documents.PlainText;
using Dlp.Documents.Workers;

namespace Dlp.Documents.Worker;

/// <summary>
/// What a hostile file may do to its reader, done on purpose: for the tests of what becomes of it. A file of the name <c>fault:stack</c> and so on is
/// taken as such only when the process was started with <c>--allow-faults</c>, which no program but the tests does.
/// </summary>
internal sealed class Fault
{
    private readonly Action<AttachmentReading, ReadOnlyMemory<byte>> _happen;

    private Fault(Action<AttachmentReading, ReadOnlyMemory<byte>> happen) => _happen = happen;

    /// <param name="name">Name of the file.</param>
    /// <param name="answers">Where the process answers.</param>
    public static Fault? Of(string name, Stream answers) => name switch
    {
        "fault:stack" => new((_, _) => Nest(0)),
        "fault:memory" => new((_, _) => TakeMemory()),
        "fault:native-memory" => new((_, _) => TakeNativeMemory()),
        "fault:loop" => new((_, _) => Loop()),
        "fault:exit" => new((_, _) => Environment.Exit(3)),
        "fault:hang" => new((_, _) => Hang()),
        "fault:garbage" => new((_, _) => answers.Write("these are no frames at all, whatever one may think of them"u8)),
        "fault:flood" => new((_, _) => Flood(answers)),
        "fault:broken-off" => new((reading, content) => { reading.Open("fault:broken-off").Add(TextDecoder.Decode(content.Span)); Environment.Exit(3); }),
        "fault:half" => new(ReadHalf),
        "fault:network" => new((reading, content) => reading.Open("network").Add(Connect(TextDecoder.Decode(content.Span)))),
        "fault:disk" => new((reading, _) => reading.Open("fault:disk").Add(Fill())),
        "fault:limits" => new((reading, _) => reading.Open("limits").Add(File.ReadAllText("/proc/self/limits") + File.ReadAllText("/proc/self/status"))),
        "fault:environment" => new((reading, _) => reading.Open("environment").Add(string.Join('\n', Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal)))),
        "fault:tool" => new((_, _) => { using var tool = System.Diagnostics.Process.Start("sleep", "600"); Hang(); }),
        "fault:file" => new((reading, content) => { File.WriteAllBytes(Path.Combine(Path.GetTempPath(), "left-behind"), content.Span); reading.Open("file").Add(Path.GetTempPath()); Environment.Exit(3); }),
        "fault:words" => new((_, content) => throw new ThreadInterruptedException(TextDecoder.Decode(content.Span))),
        _ => null,
    };

    public void Happen(AttachmentReading reading, ReadOnlyMemory<byte> content) => _happen(reading, content);

    private static int Nest(int depth) => Nest(depth + 1) + Nest(depth + 2);

    private static void TakeMemory()
    {
        var taken = new List<byte[]>();
        while (true)
            taken.Add(GC.AllocateUninitializedArray<byte>(1024 * 1024));
    }

    private static unsafe void TakeNativeMemory()
    {
        while (true)
            NativeMemory.Clear(NativeMemory.Alloc(16 * 1024 * 1024), 16 * 1024 * 1024);
    }

    private static void Loop()
    {
        // Nothing can interrupt it.
        for (var i = 0UL; ; i++)
            GC.KeepAlive(i);
    }

    private static void Hang() => Thread.Sleep(Timeout.Infinite);

    private static void Flood(Stream answers)
    {
        var text = new byte[Frames.Piece];
        Frames.Write(answers, FrameKind.Opened, new PayloadWriter().Number(0).String("fault:flood").Written.Span);
        while (true)
            Frames.Write(answers, FrameKind.Text, text);
    }

    /// <summary>A file inside is read, and the next one ends the process.</summary>
    private static void ReadHalf(AttachmentReading reading, ReadOnlyMemory<byte> content)
    {
        reading.Open("half.zip");
        reading.Read("half.zip › first.txt", content, depth: 1);
        reading.Open("half.zip › second.txt");
        Environment.Exit(3);
    }

    private static string Connect(string port)
    {
        try
        {
            using var socket = new TcpClient("127.0.0.1", int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
            return "connected";
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode.ToString();
        }
    }

    private static string Fill()
    {
        var path = Path.Combine(Path.GetTempPath(), "filled");
        using var file = File.Create(path);
        var block = new byte[1024 * 1024];
        for (var i = 0; i < 1024; i++)
            file.Write(block);
        return "a gigabyte was written";
    }
}
