using System.Text;
using Dlp.Engine.Rules.WordLists;

namespace Dlp.Engine.Rules;

/// <summary>Reads a rules folder: YAML files anywhere, word lists below <c>words/</c>. Other files (a README, the schema) are left alone, and so are hidden ones: editors and version control keep their own there.</summary>
internal static class RuleFolder
{
    public const string RuleExtension = ".yaml";
    public const string PolicyPath = "policies/default.yaml";
    public const string WordsFolder = "words/";
    public const string FragmentsFolder = "fragments/";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The id that a rule's path gives it: <c>identity/fr/nir.yaml</c> is <c>identity.fr.nir</c>.</summary>
    public static string IdOf(string path) => System.IO.Path.ChangeExtension(path, null).Replace('/', '.');

    /// <summary>Whether a file of the folder is a word list.</summary>
    public static bool IsWordList(string path) => path.StartsWith(WordsFolder, StringComparison.Ordinal);

    /// <summary>Whether a file of the folder holds fragments of patterns.</summary>
    public static bool IsFragments(string path) => path.StartsWith(FragmentsFolder, StringComparison.Ordinal) && path.EndsWith(RuleExtension, StringComparison.Ordinal);

    /// <summary>All files that matter, and those that cannot be read; word lists that have not changed are those of <paramref name="known"/>.</summary>
    public static RuleFolderContent Read(string directory, IReadOnlyDictionary<string, WordList>? known)
    {
        if (!Directory.Exists(directory))
            throw new DirectoryNotFoundException($"There is no rules folder '{directory}'.");
        var content = new RuleFolderContent([], new(StringComparer.Ordinal), []);
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = System.IO.Path.GetRelativePath(directory, path).Replace('\\', '/');
            if (IsHidden(relative))
                continue;
            if (relative.EndsWith(".yml", StringComparison.Ordinal))
                content.Faults.Add(new RuleFault(relative, 1, 1, "files ending in .yml are not read; rename it to .yaml"));
            try
            {
                if (IsWordList(relative))
                    content.WordLists[relative] = WordList.Load(relative, File.ReadAllBytes(path), known);
                else if (relative.EndsWith(RuleExtension, StringComparison.Ordinal))
                    content.Files.Add(new RuleFile(relative, File.ReadAllText(path, StrictUtf8)));
            }
            catch (DecoderFallbackException)
            {
                content.Faults.Add(new RuleFault(relative, 1, 1, "the file is not UTF-8; save it as UTF-8"));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                content.Faults.Add(new RuleFault(relative, 1, 1, "the file cannot be read; check that it still exists and may be read"));
            }
        }

        return content;
    }

    private static bool IsHidden(string path) => path.StartsWith('.') || path.Contains("/.", StringComparison.Ordinal);
}

/// <summary>What stands in a rules folder.</summary>
/// <param name="Files">Rules, policies and fragments.</param>
/// <param name="WordLists">Word lists, by path.</param>
/// <param name="Faults">Files that cannot be read; faults inside word lists are told by these.</param>
internal sealed record RuleFolderContent(List<RuleFile> Files, Dictionary<string, WordList> WordLists, List<RuleFault> Faults);
