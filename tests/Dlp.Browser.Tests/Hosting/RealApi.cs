using Dlp.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dlp.Browser.Tests.Hosting;

/// <summary>The API itself, with the shipped rules, on a free port and with a data directory of its own.</summary>
public sealed class RealApi : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("dlp-browser-").FullName;
    private readonly WebApplicationFactory<Program> _factory;
    private int _checks;

    public RealApi(params (string Name, string Value)[] settings)
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("urls", "http://127.0.0.1:0").UseSetting("Dlp:DataDirectory", _data).UseSetting("Dlp:RulesDirectory", Path.Combine(Golden.RepositoryRoot(), "rules"));
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new ArrivalCount(this)));
        });
        _factory.UseKestrel();
        _factory.StartServer();
        using var client = _factory.CreateClient();
        Address = client.BaseAddress!;
    }

    public Uri Address { get; }

    /// <summary>How many checks have arrived so far.</summary>
    public int Checks => _checks;

    /// <summary>Outcomes recorded so far, in order: outcome, reason, and the findings called false alarms.</summary>
    public IReadOnlyList<string> Outcomes() => Query(
        """
        select outcome || ' ' || coalesce(justification_code, '') || ' '
          || coalesce((select group_concat(finding_id) from false_alarm where false_alarm.check_id = outcome.check_id), '')
        from outcome order by recorded_at
        """);

    /// <summary>Incidents so far, in order: site, audience and verdict.</summary>
    public IReadOnlyList<string> Incidents() => Query("select site || ' ' || audience || ' ' || verdict from incident order by decided_at");

    public void Dispose()
    {
        _factory.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private List<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "dlp.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0).Trim());
        return rows;
    }

    private sealed class ArrivalCount(RealApi api) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                if (http.Request.Path == "/v1/checks")
                    Interlocked.Increment(ref api._checks);
                return following(http);
            });
            next(app);
        };
    }
}
