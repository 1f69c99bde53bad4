using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Dlp.Documents;
using Dlp.Documents.Workers;

namespace Dlp.Api;

/// <summary>Reads the options once, at start, and refuses faulty ones, all faults at once.</summary>
internal static partial class OptionsExtensions
{
    public static ApiOptions AddOptions(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(ApiOptions.Section).Get<ApiOptions>() ?? new ApiOptions();
        var faults = FaultsOf(options);
        options.Attachments = Read<AttachmentOptions>(builder, nameof(ApiOptions.Attachments), read => read.Faults(), faults);
        options.Workers = Read<WorkerOptions>(builder, nameof(ApiOptions.Workers), read => read.Faults(), faults);
        if (faults.Count > 0)
            throw new StartException(string.Join(Environment.NewLine, faults));
        options.DataDirectory ??= Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "dlp");
        options.RulesDirectory ??= DefaultRules();
        builder.Services.AddSingleton(options);
        return options;
    }

    private static T Read<T>(WebApplicationBuilder builder, string name, Func<T, IEnumerable<string>> faultsOf, List<string> faults)
        where T : new()
    {
        var section = $"{ApiOptions.Section}:{name}";
        var read = new SectionReader<T>(builder.Configuration.GetSection(section));
        faults.AddRange(read.Faults);
        faults.AddRange(faultsOf(read.Value).Select(fault => $"{section}:{fault}"));
        return read.Value;
    }

    private static List<string> FaultsOf(ApiOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        var faults = results.ConvertAll(result => result.ErrorMessage!);
        foreach (var (token, index) in (options.Tokens ?? []).Select((token, index) => (token, index)))
        {
            if (string.IsNullOrWhiteSpace(token.Name))
                faults.Add($"Dlp:Tokens:{index}:Name is missing; say whose token it is.");
            if (!Sha256Pattern().IsMatch(token.Sha256))
                faults.Add($"Dlp:Tokens:{index}:Sha256 must be 64 hex digits, the SHA-256 of the token: printf %s \"$token\" | sha256sum.");
        }

        faults.AddRange((options.AllowedOrigins ?? []).Where(origin => !OriginPattern().IsMatch(origin))
            .Select(origin => $"Dlp:AllowedOrigins: '{origin}' is not an origin; write scheme://host or scheme://host:port, without a path."));
        return faults;
    }

    private static string DefaultRules()
    {
        var here = Path.Combine(Directory.GetCurrentDirectory(), "rules");
        return File.Exists(Path.Combine(here, "policies", "default.yaml")) ? here : Path.Combine(AppContext.BaseDirectory, "rules");
    }

    [GeneratedRegex("^[0-9A-Fa-f]{64}$")]
    private static partial Regex Sha256Pattern();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*://[^/ ]+$")]
    private static partial Regex OriginPattern();
}
