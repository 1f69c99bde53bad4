namespace Dlp.Api;

/// <summary>Reads the options once, at start, and refuses faulty ones, all faults at once.</summary>
internal static class OptionsExtensions
{
    public static ApiOptions AddOptions(this WebApplicationBuilder builder)
    {
        var faults = new List<string>();
        var options = SettingsReader.Read<ApiOptions>(builder.Configuration.GetSection(ApiOptions.Section), faults);
        faults.AddRange(options.Faults().Select(fault => $"{ApiOptions.Section}:{fault}"));
        faults.AddRange(HostingExtensions.AddressFaults(builder.Configuration));
        if (faults.Count > 0)
            throw new StartException(string.Join(Environment.NewLine, faults));
        options.DataDirectory ??= Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "dlp");
        options.RulesDirectory ??= DefaultRules();
        builder.Services.AddSingleton(options);
        return options;
    }

    private static string DefaultRules()
    {
        var here = Path.Combine(Directory.GetCurrentDirectory(), "rules");
        return File.Exists(Path.Combine(here, "policies", "default.yaml")) ? here : Path.Combine(AppContext.BaseDirectory, "rules");
    }
}
