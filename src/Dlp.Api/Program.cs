using System.Net.Sockets;
using Dlp.Api;
using Dlp.Api.Adapters;
using Dlp.Api.Checks;
using Dlp.Api.Health;
using Dlp.Api.Incidents;
using Dlp.Api.OpenApi;
using Dlp.Api.Page;
using Dlp.Api.Presidio;
using Dlp.Api.Requests;
using Dlp.Api.Rules;
using Dlp.Api.Security;
using Dlp.Api.Storage;
using Dlp.Api.Telemetry;
using Microsoft.AspNetCore.Connections;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddLocalDefaults();
    var options = builder.AddOptions();
    builder.AddSecurity(options);
    builder.Services.AddWireFormat();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddStorage();
    builder.Services.AddRules();
    builder.Services.AddAdapters();
    builder.Services.AddIncidents();
    builder.Services.AddChecks();
    builder.Services.AddTelemetry();
    builder.Services.AddApiDocument();

    var app = builder.Build();
    await app.OpenStorage();
    app.Services.GetRequiredService<RulesWatcher>().LoadFirst();

    app.UseMiddleware<ProblemMiddleware>();
    app.UseSecurity();
    app.MapPage();
    app.MapHealth();
    app.MapOpenApi();
    app.MapPresidio();
    var v1 = app.MapGroup("/v1").WithTags("Dlp");
    v1.MapChecks();
    v1.MapOutcomes();
    v1.MapRules();
    v1.MapAdapters();
    await app.RunAsync();
    return 0;
}
catch (StartException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (IOException exception) when (exception.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{exception.Message} Is it running already? Stop it, or set Urls to another port.");
    return 1;
}
catch (SocketException exception)
{
    await Console.Error.WriteLineAsync($"{exception.Message}: this machine cannot listen there. Set Urls to an address of its own, and a port that you may use.");
    return 1;
}
