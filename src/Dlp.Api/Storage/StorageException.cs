namespace Dlp.Api.Storage;

/// <summary>The database did not take what had to be written, or does not answer.</summary>
internal sealed class StorageException(Microsoft.Data.Sqlite.SqliteException inner) : Exception("The database is not available.", inner);
