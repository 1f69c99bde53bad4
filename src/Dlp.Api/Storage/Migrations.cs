using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dlp.Api.Storage;

/// <summary>Brings the database to the form that this program knows: runs the numbered scripts that have not run yet, in order, all or none.</summary>
internal static class Migrations
{
    private const string Prefix = "Migrations/";

    public static async Task Run(Database database, TimeProvider time)
    {
        // Not inside a transaction; it is a property of the file and stays.
        database.Read(connection => connection.ExecuteScalar<string>("pragma journal_mode = wal"));
        await database.Write(transaction => RunPending(transaction, time.GetUtcNow()));
    }

    private static int RunPending(SqliteTransaction transaction, DateTimeOffset now)
    {
        var connection = transaction.Connection!;
        connection.Execute(
            "create table if not exists migration (name text not null primary key, ran_at text not null) strict, without rowid",
            transaction: transaction);
        var done = connection.Query<string>("select name from migration", transaction: transaction).ToHashSet(StringComparer.Ordinal);
        var scripts = Scripts();
        if (done.Except(scripts.Select(script => script.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).LastOrDefault() is { } unknown)
        {
            throw new StartException($"The database was written by a newer version of this program (it has had {unknown}). "
                + "Run that version, or set Dlp:DataDirectory to another folder.");
        }

        foreach (var (name, sql) in scripts.Where(script => !done.Contains(script.Name)))
        {
            connection.Execute(sql, transaction: transaction);
            connection.Execute("insert into migration (name, ran_at) values (@name, @ranAt)", new { name, ranAt = now.ToString("O") }, transaction);
        }

        return scripts.Count;
    }

    private static List<(string Name, string Sql)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[Prefix.Length..], Text(assembly, name)))];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
