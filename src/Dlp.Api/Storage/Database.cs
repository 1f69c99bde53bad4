using Microsoft.Data.Sqlite;
using Polly;
using Polly.Retry;

namespace Dlp.Api.Storage;

/// <summary>The embedded SQLite database. Writes queue up here, one transaction each, and are on the disk when the call returns.</summary>
internal sealed class Database : IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;

    private readonly string _connectionString;
    // Not disposed of: it holds nothing while nobody asks for its wait handle, and a last write may still be on its way.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly ResiliencePipeline _retry = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = new PredicateBuilder().Handle<SqliteException>(exception => exception.SqliteErrorCode is Busy or Locked),
        MaxRetryAttempts = 2,
        Delay = TimeSpan.FromMilliseconds(50),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
    }).Build();

    public Database(DataDirectory directory)
    {
        var path = directory.PathOf("dlp.db");
        if (File.Exists(path))
            DataDirectory.RestrictToOwner(path);
        else
            DataDirectory.CreateOwnerOnly(path).Dispose();
        // The timeout, in seconds, is how long SQLite itself waits for another program's lock.
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 1 }.ToString();
    }

    /// <summary>Runs <paramref name="work"/> in a transaction.</summary>
    /// <exception cref="StorageException">It could not be written, and nothing of it was.</exception>
    public async Task<T> Write<T>(Func<SqliteTransaction, T> work)
    {
        await _writer.WaitAsync();
        try
        {
            return await _retry.ExecuteAsync(_ => ValueTask.FromResult(Guarded(connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                var result = work(transaction);
                transaction.Commit();
                return result;
            })));
        }
        catch (SqliteException exception)
        {
            throw new StorageException(exception);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Runs <paramref name="query"/>, which only reads.</summary>
    /// <exception cref="StorageException">The database does not answer.</exception>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        try
        {
            return _retry.Execute(() => Guarded(query));
        }
        catch (SqliteException exception)
        {
            throw new StorageException(exception);
        }
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private T Guarded<T>(Func<SqliteConnection, T> work)
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = "pragma synchronous = full;";
        settings.ExecuteNonQuery();
        return work(connection);
    }
}
