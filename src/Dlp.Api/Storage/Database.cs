using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Polly;
using Polly.Retry;

namespace Dlp.Api.Storage;

/// <summary>
/// The embedded SQLite database. One thread writes: what waits for it at the same moment becomes one transaction, for syncing the disk is what a write costs.
/// A write is on the disk when its task completes.
/// </summary>
internal sealed class Database : IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Constraint = 19;
    private const int MostTogether = 100;

    private readonly string _connectionString;
    // Not disposed of: a request that outlives the program's end is to be refused, not to fail otherwise.
    private readonly BlockingCollection<PendingWrite> _pending = [];
    private readonly Thread _writer;
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
        _writer = new Thread(WriteAll) { IsBackground = true, Name = "Database writer" };
        _writer.Start();
    }

    /// <summary>Runs <paramref name="work"/> in a transaction, which it may share with others; again when that fails.</summary>
    /// <exception cref="StorageException">It could not be written, and nothing of it was.</exception>
    public Task<T> Write<T>(Func<SqliteTransaction, T> work)
    {
        var write = new PendingWrite<T>(work);
        _pending.Add(write);
        return write.Task;
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

    /// <summary>Returns when all that was to be written is.</summary>
    public void Dispose()
    {
        _pending.CompleteAdding();
        _writer.Join();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void WriteAll()
    {
        var together = new List<PendingWrite>();
        foreach (var first in _pending.GetConsumingEnumerable())
        {
            together.Add(first);
            while (together.Count < MostTogether && _pending.TryTake(out var next))
                together.Add(next);
            Commit(together);
            together.Clear();
        }
    }

    private void Commit(List<PendingWrite> writes)
    {
        if (FailureOf(writes) is not { } failure)
            writes.ForEach(write => write.Complete());
        else if (writes.Count == 1 || failure is SqliteException { SqliteErrorCode: not Constraint })
            writes.ForEach(write => write.Fail(failure is SqliteException cause ? new StorageException(cause) : failure));
        else
            writes.ForEach(write => Commit([write])); // One that cannot be written must not take the others with it.
    }

    /// <summary>Commits them all, or none, and says why.</summary>
    private Exception? FailureOf(List<PendingWrite> writes)
    {
        try
        {
            return _retry.Execute(() => Guarded<Exception?>(connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                writes.ForEach(write => write.Run(transaction));
                transaction.Commit();
                return null;
            }));
        }
#pragma warning disable CA1031 // Whatever it is, it goes to whoever asked for the write.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
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
