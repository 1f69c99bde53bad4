using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dlp.Api.Incidents;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dlp.Api.Tests.Hosting;

/// <summary>The program itself on a port of its own, with its own folders and clock, called over real HTTP.</summary>
internal sealed class ApiHost : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("dlp-api-").FullName;
    private readonly WebApplicationFactory<Program> _factory;

    public ApiHost(Dictionary<string, string>? settings = null, Action<IServiceCollection>? services = null, string? dataDirectory = null)
    {
        DataDirectory = dataDirectory ?? Path.Combine(_root, "data");
        RulesDirectory = Path.Combine(_root, "rules");
        TestRules.Write(RulesDirectory);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("urls", "http://127.0.0.1:0").UseSetting("Dlp:DataDirectory", DataDirectory).UseSetting("Dlp:RulesDirectory", RulesDirectory).UseSetting("Dlp:RulesPollSeconds", "1");
            foreach (var (key, value) in settings ?? [])
                builder.UseSetting(key, value);
            builder.ConfigureServices(registered =>
            {
                registered.AddSingleton<TimeProvider>(Clock);
                registered.AddLogging(logging => logging.ClearProviders().AddProvider(Recorder).SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft.AspNetCore", LogLevel.Trace));
                services?.Invoke(registered);
            });
        });
        _factory.UseKestrel();
        _factory.StartServer();
        Client = _factory.CreateClient();
    }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));

    public Recorder Recorder { get; } = new();

    public HttpClient Client { get; }

    public string DataDirectory { get; }

    public string RulesDirectory { get; }

    public string DatabaseFile => Path.Combine(DataDirectory, "dlp.db");

    public IServiceProvider Services => _factory.Services;

    public void Dispose()
    {
        Stop();
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>Stops the program and keeps its folders.</summary>
    public void Stop()
    {
        Client.Dispose();
        _factory.Dispose();
        Recorder.Dispose();
    }

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Answer> Post(string path, string json, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, Json(json), headers);

    public Task<Answer> Post(string path, HttpContent body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body, headers);

    /// <summary>A check of a text, with defaults.</summary>
    public async Task<JsonNode> Check(string text)
    {
        var answer = await Post("/v1/checks", new JsonObject { ["text"] = text }.ToJsonString());
        answer.Status.Should().Be(200, answer.Body);
        return answer.Json;
    }

    public async Task<Answer> Send(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.Of(response);
    }

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>A form with the JSON of a check and files.</summary>
    public static MultipartFormDataContent Form(string check, params (string Field, string FileName, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { Json(check), "check" } };
        foreach (var (field, fileName, content) in files)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
            form.Add(file, field, fileName);
        }

        return form;
    }

    /// <summary>Rows of a query against the database file, in a form that tests can compare.</summary>
    public List<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture))));
        return rows;
    }

    public Task FlushCounts() => Services.GetRequiredService<AllowedChecks>().Flush();

    /// <summary>Waits for something that another thread is about to do. The deadline is only there so that a broken program does not wait for ever.</summary>
    public static async Task Until(Func<Task<bool>> happened)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await happened())
            await Task.Delay(50, deadline.Token);
    }
}

/// <summary>An HTTP answer, read whole.</summary>
internal sealed record Answer(int Status, string Body, string? ContentType, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public static async Task<Answer> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Content.Headers.ContentType?.MediaType,
        response.Headers);

    /// <summary>The fields that a problem names.</summary>
    public IReadOnlyList<string> FaultyFields => [.. Json["faults"]!.AsArray().Select(fault => fault!["field"]!.GetValue<string>())];

    public void ShouldBeProblem(int status)
    {
        Status.Should().Be(status, Body);
        ContentType.Should().Be("application/problem+json");
        Json["status"]!.GetValue<int>().Should().Be(status);
        Json["title"]!.GetValue<string>().Should().NotBeEmpty();
        Json["detail"]!.GetValue<string>().Should().NotBeEmpty();
    }
}
