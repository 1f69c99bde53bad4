namespace Dlp.Api.Storage;

/// <summary>The folder of everything that this host keeps; nobody but its user may look into it.</summary>
internal sealed class DataDirectory
{
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public DataDirectory(ApiOptions options)
    {
        Path = System.IO.Path.GetFullPath(options.DataDirectory!);
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(Path);
            else
                Directory.CreateDirectory(Path, OwnerOnlyFile | UnixFileMode.UserExecute);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data directory {Path} cannot be made: {exception.Message} Set Dlp:DataDirectory to a folder that can.");
        }
    }

    public string Path { get; }

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Opens a new file that only its owner may read.</summary>
    /// <exception cref="IOException">There is such a file already.</exception>
    public static FileStream CreateOwnerOnly(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = OwnerOnlyFile;
        return new FileStream(path, how);
    }

    /// <summary>Takes away what others may do with a file that was already there.</summary>
    public static void RestrictToOwner(string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnlyFile)
            File.SetUnixFileMode(path, OwnerOnlyFile);
    }
}
