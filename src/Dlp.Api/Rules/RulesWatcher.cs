using System.Security.Cryptography;
using System.Text;
using Dlp.Engine.Rules;

namespace Dlp.Api.Rules;

/// <summary>Loads the rules folder again when it changes. A faulty folder changes nothing but what <c>/v1/rules</c> and the log say.</summary>
internal sealed partial class RulesWatcher(ActiveRules active, ApiOptions options, TimeProvider time, ILogger<RulesWatcher> logger) : BackgroundService
{
    /// <summary>Editors and version control write several files at once; the folder is loaded when it has been still for so long.</summary>
    private static readonly TimeSpan Stillness = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _changed = new(0, 1);
    private string _loadedState = "";

    private string Folder => options.RulesDirectory!;

    /// <summary>The first load, before the host listens.</summary>
    /// <exception cref="StartException">The folder is faulty; lists all its faults.</exception>
    public void LoadFirst()
    {
        if (!Directory.Exists(Folder))
            throw new StartException($"There is no rules folder {Path.GetFullPath(Folder)}. Set Dlp:RulesDirectory.");
        var load = LoadOrStop();
        if (load.RuleSet is not { } ruleSet)
            throw new StartException(string.Join(Environment.NewLine, [$"The rules in {Path.GetFullPath(Folder)} do not load:", .. load.Faults]));
        active.Swap(new LoadedRules(ruleSet, time.GetUtcNow()));
        LogLoaded(ruleSet.Rules.Count, ruleSet.Hash);
    }

    private RuleSetLoad LoadOrStop()
    {
        try
        {
            _loadedState = State();
            return RuleSet.Load(Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The rules in {Path.GetFullPath(Folder)} cannot be read: {exception.Message}");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(active.Current.Warm, stoppingToken);
            using var events = Watch();
            while (true)
            {
                await _changed.WaitAsync(TimeSpan.FromSeconds(options.RulesPollSeconds), stoppingToken);
                await ReloadIfChanged(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // When the program fails to start, the host would take this for a failure of the service.
        }
    }

    private async Task ReloadIfChanged(CancellationToken stoppingToken)
    {
        try
        {
            var state = State();
            if (state == _loadedState)
                return;
            for (var before = ""; state != before; state = State())
            {
                before = state;
                await Task.Delay(Stillness, stoppingToken);
            }

            _loadedState = state;
            Reload();
        }
#pragma warning disable CA1031 // Whatever is wrong with the new rules, the ones in force go on serving.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _loadedState = "";
            Refuse([new RuleFault(".", 1, 1, $"the rules folder cannot be loaded ({exception.GetType().Name}); make every file of it readable")]);
        }
    }

    private void Reload()
    {
        var load = RuleSet.Load(Folder, previous: active.Current.RuleSet);
        if (load.RuleSet is not { } ruleSet)
        {
            Refuse(load.Faults);
            return;
        }

        var rules = new LoadedRules(ruleSet, time.GetUtcNow());
        rules.Warm();
        active.Swap(rules);
        LogLoaded(ruleSet.Rules.Count, ruleSet.Hash);
    }

    private void Refuse(IReadOnlyList<RuleFault> faults)
    {
        active.KeepDespite(new FailedReload(time.GetUtcNow(), faults));
        LogRefused(active.Current.RuleSet.Hash, string.Join(Environment.NewLine, faults));
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(Folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Signal();
            watcher.Created += (_, _) => Signal();
            watcher.Deleted += (_, _) => Signal();
            watcher.Renamed += (_, _) => Signal();
            watcher.Error += (_, _) => Signal();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            LogPollingOnly(options.RulesPollSeconds);
            return null;
        }
    }

    private void Signal()
    {
        try
        {
            if (_changed.CurrentCount == 0)
                _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another event has just signalled.
        }
    }

    /// <summary>Changes whenever a file comes, goes or is written.</summary>
    private string State()
    {
        var files = new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file)
            .Select(file => $"{file.FullName}|{(file.Exists ? file.Length : -1)}|{file.LastWriteTimeUtc.Ticks}")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))));
    }

    [LoggerMessage(LogLevel.Information, "{Rules} rules are in force, {RuleSet}.")]
    private partial void LogLoaded(int rules, string ruleSet);

    [LoggerMessage(LogLevel.Warning, "The changed rules are faulty and were not loaded; {RuleSet} stays in force. Correct:\n{Faults}")]
    private partial void LogRefused(string ruleSet, string faults);

    [LoggerMessage(LogLevel.Warning, "File events are not available for the rules folder; it is looked at every {Seconds} s instead.")]
    private partial void LogPollingOnly(int seconds);
}
