using System.Text;

namespace Dlp.Engine.Rules;

/// <summary>Reads a rules folder: YAML files anywhere, word lists below <c>words/</c>. Other files (a README, the schema) are left alone.</summary>
internal static class RuleFolder
{
    public const string RuleExtension = ".yaml";
    public const string PolicyPath = "policies/default.yaml";
    public const string WordsFolder = "words/";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The id that a rule's path gives it: <c>identity/fr/nir.yaml</c> is <c>identity.fr.nir</c>.</summary>
    public static string IdOf(string path) => System.IO.Path.ChangeExtension(path, null).Replace('/', '.');

    /// <summary>All files that matter, and those that cannot be read.</summary>
    public static (List<RuleFile> Files, List<RuleFault> Faults) Read(string directory)
    {
        if (!Directory.Exists(directory))
            throw new DirectoryNotFoundException($"There is no rules folder '{directory}'.");
        var (files, faults) = (new List<RuleFile>(), new List<RuleFault>());
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = System.IO.Path.GetRelativePath(directory, path).Replace('\\', '/');
            if (relative.EndsWith(".yml", StringComparison.Ordinal))
                faults.Add(new RuleFault(relative, 1, 1, "files ending in .yml are not read; rename it to .yaml"));
            if (!relative.EndsWith(RuleExtension, StringComparison.Ordinal) && !relative.StartsWith(WordsFolder, StringComparison.Ordinal))
                continue;
            try
            {
                files.Add(new RuleFile(relative, File.ReadAllText(path, StrictUtf8)));
            }
            catch (DecoderFallbackException)
            {
                faults.Add(new RuleFault(relative, 1, 1, "the file is not UTF-8; save it as UTF-8"));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add(new RuleFault(relative, 1, 1, "the file cannot be read; check that it still exists and may be read"));
            }
        }

        return (files, faults);
    }
}
