using Microsoft.Data.Sqlite;

namespace Dlp.Api.Storage;

/// <summary>Work that waits for its transaction, and whoever waits for the work.</summary>
internal abstract class PendingWrite
{
    /// <summary>Does the work; again when a transaction failed before it was on the disk.</summary>
    public abstract void Run(SqliteTransaction transaction);

    /// <summary>What was run last is on the disk.</summary>
    public abstract void Complete();

    /// <summary>Nothing of it is.</summary>
    public abstract void Fail(Exception exception);
}

/// <inheritdoc />
internal sealed class PendingWrite<T>(Func<SqliteTransaction, T> work) : PendingWrite
{
    // The one thread that writes must not go on with what awaits this.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    public override void Run(SqliteTransaction transaction) => _result = work(transaction);

    public override void Complete() => _done.SetResult(_result!);

    public override void Fail(Exception exception) => _done.SetException(exception);
}
