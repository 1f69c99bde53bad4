using Dlp.Api.Incidents;
using Microsoft.Data.Sqlite;

namespace Dlp.Api.Storage;

/// <summary>The state that outlives the process.</summary>
internal static class StorageExtensions
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<DataDirectory>()
        .AddSingleton<Database>()
        .AddSingleton<FingerprintKey>();

    /// <summary>Makes or opens everything, so that what is wrong with it is known at start.</summary>
    /// <exception cref="StartException">Something is.</exception>
    public static async Task OpenStorage(this WebApplication app)
    {
        try
        {
            await Migrations.Run(app.Services.GetRequiredService<Database>(), app.Services.GetRequiredService<TimeProvider>());
            app.Services.GetRequiredService<FingerprintKey>();
        }
        catch (Exception exception) when (exception is StorageException or SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data directory cannot be used: {(exception.InnerException ?? exception).Message} "
                + "Set Dlp:DataDirectory to a folder that only this program writes to.");
        }
    }
}
