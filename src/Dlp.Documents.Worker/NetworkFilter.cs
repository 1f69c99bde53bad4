using System.Runtime.InteropServices;

namespace Dlp.Documents.Worker;

/// <summary>
/// Takes the network away: a filter of system calls (seccomp(2)) that refuses to make a socket, in every thread and every tool started later. It needs no rights,
/// unlike a network namespace, and cannot be undone. It also sets no_new_privs: no tool gets more rights than this process has.
/// </summary>
internal static unsafe partial class NetworkFilter
{
    private const int SetNoNewPrivileges = 38;
    private const int SetModeFilter = 1;
    private const int AllThreads = 1;
    private const int PermissionDenied = 13;

    // include/uapi/linux/seccomp.h and bpf_common.h.
    private const uint Allow = 0x7FFF_0000;
    private const uint Refuse = 0x0005_0000 | PermissionDenied;
    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort Return = 0x06;
    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;

    /// <summary>A ring of requests to the kernel can make sockets as well. The number is the same on all architectures.</summary>
    private const uint SetUpRing = 425;

    /// <summary>The calls of x32 on x86-64 have this bit.</summary>
    private const uint X32Bit = 0x4000_0000;

    /// <returns>Whether there is no network now.</returns>
    public static bool Apply()
    {
        (uint Architecture, uint Socket, uint SocketPair, int Seccomp)? known = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => (0xC000_003E, 41, 53, 317),
            Architecture.Arm64 => (0xC000_00B7, 198, 199, 277),
            _ => null,
        };
        if (known is not var (architecture, socket, socketPair, seccomp) || prctl(SetNoNewPrivileges, 1, 0, 0, 0) != 0)
            return false;
        ReadOnlySpan<Instruction> program =
        [
            new(Load, 0, 0, ArchitectureOffset),
            new(JumpIfEqual, 0, 6, architecture),
            new(Load, 0, 0, NumberOffset),
            new(JumpIfAtLeast, 4, 0, X32Bit),
            new(JumpIfEqual, 3, 0, socket),
            new(JumpIfEqual, 2, 0, socketPair),
            new(JumpIfEqual, 1, 0, SetUpRing),
            new(Return, 0, 0, Allow),
            new(Return, 0, 0, Refuse),
        ];
        fixed (Instruction* instructions = program)
        {
            var filter = new Filter { Length = (ushort)program.Length, Instructions = instructions };
            return syscall(seccomp, SetModeFilter, AllThreads, &filter) == 0;
        }
    }

    /// <summary>An instruction of the classic Berkeley packet filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Operand);

    [StructLayout(LayoutKind.Sequential)]
    private struct Filter
    {
        public ushort Length;
        public Instruction* Instructions;
    }

    [LibraryImport("libc")]
    private static partial int prctl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc")]
    private static partial nint syscall(nint number, nint operation, nint flags, Filter* filter);
}
