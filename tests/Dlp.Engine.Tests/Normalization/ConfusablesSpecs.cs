using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Dlp.Tests;

namespace Dlp.Engine.Tests.Normalization;

/// <summary>
/// Makes <c>Confusables.txt</c> of the table that ICU carries: on a machine with ICU as the only one of its names,
/// <c>DLP_UPDATE_GOLDEN=1</c> writes it anew.
/// </summary>
public class ConfusablesSpecs
{
    private const string File = "src/Dlp.Engine/Normalization/Confusables.txt";

    [Fact]
    public void The_table_of_look_alikes_is_what_icu_says()
    {
        var written = System.IO.File.ReadAllText(Path.Combine(Golden.RepositoryRoot(), File));
        using var icu = Icu.Find();
        Assert.SkipWhen(icu is null, "ICU's library is not on this machine under a name of its own.");
        var isUpdate = Environment.GetEnvironmentVariable("DLP_UPDATE_GOLDEN") == "1";
        Assert.SkipUnless(isUpdate || written.Contains($"# Source: ICU {icu.Version},", StringComparison.Ordinal), "The table was made with another version of ICU.");

        Golden.Verify(File, $"""
            # Letters that look like one letter of ASCII: that letter, then their code points.
            # Source: ICU {icu.Version}, confusables of Unicode Technical Standard #39; ConfusablesSpecs makes this file of it.
            # Copyright 1991-2022 Unicode, Inc.; Confusables.LICENSE.txt holds the licence.
            {string.Join('\n', Groups(icu))}

            """);
    }

    private static IEnumerable<string> Groups(Icu icu) =>
        from value in Enumerable.Range(0x80, 0x10FFFF - 0x7F)
        where Rune.IsValid(value) && IsCandidate(new Rune(value))
        let latin = Latin(new Rune(value), icu)
        where latin is not null
        group value by latin into letters
        orderby letters.Key
        select $"{letters.Key}: {string.Join(' ', letters.Select(letter => letter.ToString("X4", CultureInfo.InvariantCulture)))}";

    // A letter of its own, not one that compatibility forms or accents lead back to another, nor of a script that runs the other way.
    private static bool IsCandidate(Rune rune) =>
        (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber)
        && rune.Value is not (>= 0x0590 and <= 0x08FF or >= 0xAC00 and <= 0xD7A3 or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF)
        && rune.ToString().Normalize(NormalizationForm.FormKD) == rune.ToString();

    // What UTS #39 takes it for, less the marks it has on top: a letter with a stroke is that letter to its reader.
    private static string? Latin(Rune rune, Icu icu)
    {
        var skeleton = icu.Skeleton(rune.ToString()).EnumerateRunes().Where(part => Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark).ToList();
        if (skeleton.Count != 1 || !skeleton[0].IsAscii || !Rune.IsLetter(skeleton[0]))
            return null;
        // The skeleton of I, l and 1 is l; of these, what is no small letter looks like I.
        return skeleton[0].Value == 'l' && !Rune.IsLower(rune) ? "i" : Rune.ToLowerInvariant(skeleton[0]).ToString();
    }

    /// <summary>The spoof checker of ICU's C interface, whose names end in the version.</summary>
    private sealed class Icu : IDisposable
    {
        private readonly nint _library;
        private readonly nint _checker;
        private readonly GetSkeleton _skeleton;

        private Icu(nint library, int version)
        {
            (_library, Version) = (library, version);
            var error = 0;
            _checker = Export<Open>("uspoof_open")(ref error);
            _skeleton = Export<GetSkeleton>("uspoof_getSkeleton");
        }

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        private delegate nint Open(ref int error);

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        private delegate void Close(nint checker);

        [UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Unicode)]
        private delegate int GetSkeleton(nint checker, uint type, string text, int length, [Out] char[] skeleton, int capacity, ref int error);

        public int Version { get; }

        public static Icu? Find()
        {
            for (var version = 99; version >= 60; version--)
            {
                if (NativeLibrary.TryLoad($"libicui18n.so.{version}", out var library))
                    return new Icu(library, version);
            }

            return null;
        }

        public string Skeleton(string text)
        {
            var skeleton = new char[64];
            var error = 0;
            var length = _skeleton(_checker, 0, text, text.Length, skeleton, skeleton.Length, ref error);
            error.Should().BeLessThanOrEqualTo(0, "ICU reports failures above zero");
            return new string(skeleton, 0, length);
        }

        public void Dispose()
        {
            Export<Close>("uspoof_close")(_checker);
            NativeLibrary.Free(_library);
        }

        private T Export<T>(string name) => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(_library, $"{name}_{Version}"));
    }
}
