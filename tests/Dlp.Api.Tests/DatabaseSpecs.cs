using Dapper;
using Dlp.Api.Storage;

namespace Dlp.Api.Tests;

public sealed class DatabaseSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dlp-database-").FullName;
    private readonly Database _database;

    public DatabaseSpecs() => _database = new Database(new DataDirectory(new ApiOptions { DataDirectory = _folder }));

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Of_writes_that_wait_together_one_that_fails_takes_no_other_with_it()
    {
        using var go = new ManualResetEventSlim();
        var first = _database.Write(transaction =>
        {
            go.Wait();
            return transaction.Connection!.Execute("create table number (value integer primary key)", transaction: transaction);
        });
        var one = Insert(1);
        var again = Insert(1);
        var two = Insert(2);
        var wrong = _database.Write<int>(_ => throw new InvalidOperationException());
        var three = Insert(3);
        go.Set();

        await Task.WhenAll(first, one, two, three);
        await again.Invoking(write => write).Should().ThrowAsync<StorageException>();
        await wrong.Invoking(write => write).Should().ThrowAsync<InvalidOperationException>();
        _database.Read(connection => connection.Query<int>("select value from number order by value")).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task What_waits_when_the_program_ends_is_still_written()
    {
        await _database.Write(transaction => transaction.Connection!.Execute("create table number (value integer primary key)", transaction: transaction));
        var writes = Enumerable.Range(0, 250).Select(Insert).ToList();

        _database.Dispose();

        writes.Should().OnlyContain(write => write.IsCompletedSuccessfully);
        using var reopened = new Database(new DataDirectory(new ApiOptions { DataDirectory = _folder }));
        reopened.Read(connection => connection.ExecuteScalar<int>("select count(*) from number")).Should().Be(250);
    }

    private Task<int> Insert(int value) => _database.Write(transaction =>
        transaction.Connection!.Execute("insert into number (value) values (@value)", new { value }, transaction));
}
