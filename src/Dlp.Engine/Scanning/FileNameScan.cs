namespace Dlp.Engine.Scanning;

/// <summary>Looks at the names of attached files, and of the files within them: a name leaks as well as a text does.</summary>
/// <param name="scan">Looks at texts; used for nothing else.</param>
internal sealed class FileNameScan(PassageScan scan)
{
    /// <summary>The place of what is found in a name.</summary>
    public static LocalizedText Location { get; } = new("file name", "nom du fichier");

    private static readonly char[] FolderEnds = ['/', '\\'];

    private readonly List<PlacedCandidate> _found = [];
    private readonly List<PlacedCandidate> _dropped = [];
    private readonly List<LocalizedText> _unexamined = [];

    // Beginnings of names, up to the end of a folder. What a folder is called is found once, not in each of its files.
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>Candidates that hold, in the offsets of the part's name.</summary>
    public IReadOnlyList<PlacedCandidate> Found => _found;

    /// <summary>Candidates dropped; empty unless a trace was asked for.</summary>
    public IReadOnlyList<PlacedCandidate> Dropped => _dropped;

    /// <summary>What was not examined, for the detail of the part.</summary>
    public IReadOnlyCollection<LocalizedText> Unexamined => _unexamined;

    /// <summary>Forgets the files of the draft before.</summary>
    public void Begin() => _folders.Clear();

    /// <summary>Looks at the name of a file.</summary>
    /// <param name="partName">Name of its part, with those of the files it lies in, at which this does not look again.</param>
    /// <param name="request">What is asked.</param>
    public void Run(string partName, in ScanRequest request)
    {
        Clear();
        var start = OwnNameStart(partName);
        var name = partName[start..];
        var known = KnownFolders(partName, start);

        // Where names may hold no spaces, underscores stand for them, or capitals as in a hashtag; in a token, and in numbers that a machine
        // joined, they stand for themselves.
        var candidates = new List<PlacedCandidate>();
        Read(name, candidates, request);
        if (name.Contains('_') && HasWords(name))
            Read(name.Replace('_', ' '), candidates, request);
        if (RunsTogether(name))
            Read(AsHashtags(name), candidates, request, before: 1);
        var distinct = candidates
            .Where(candidate => candidate.Covered.Start >= 0 && candidate.Span.End > known)
            .OrderByDescending(candidate => candidate.Candidate.Confidence)
            .DistinctBy(candidate => (candidate.Candidate.Rule, candidate.Span));
        _found.AddRange(Overlaps.Resolve(distinct, _dropped).Select(candidate => candidate.Shift(start)));
        for (var i = 0; i < _dropped.Count; i++)
            _dropped[i] = _dropped[i].Shift(start);
    }

    /// <summary>Looks at what a file gives away, which its whole name stands for. What it is has nothing to do with what its name says: neither takes the other's place.</summary>
    /// <param name="partName">Name of its part.</param>
    /// <param name="signals">What it gives away.</param>
    /// <param name="request">What is asked.</param>
    public void RunSignals(string partName, IReadOnlyList<PartSignal> signals, in ScanRequest request)
    {
        Clear();
        var start = OwnNameStart(partName);
        scan.Begin();
        scan.RunSignals(partName[start..], signals, request);
        _found.AddRange(scan.Found.Select(candidate => candidate.Shift(start)));
        _dropped.AddRange(scan.Dropped.Select(candidate => candidate.Shift(start)));
    }

    private void Clear()
    {
        _found.Clear();
        _dropped.Clear();
        _unexamined.Clear();
    }

    private static int OwnNameStart(string partName) =>
        partName.LastIndexOf(DraftPart.Inside, StringComparison.Ordinal) is >= 0 and var inside ? inside + DraftPart.Inside.Length : 0;

    // Looks at a wording of the name that has so many characters before it.
    private void Read(string name, List<PlacedCandidate> candidates, in ScanRequest request, int before = 0)
    {
        scan.Begin();
        scan.Feed(name, request);
        scan.Complete(request);
        candidates.AddRange(scan.Found.Select(candidate => candidate.Shift(-before)));
        _dropped.AddRange(scan.Dropped.Select(candidate => candidate.Shift(-before)).Where(candidate => candidate.Covered.Start >= 0));
        _unexamined.AddRange(scan.Unexamined.Except(_unexamined));
    }

    private static bool RunsTogether(ReadOnlySpan<char> name)
    {
        for (var i = 1; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
                return true;
        }

        return false;
    }

    // Every word becomes a hashtag of its own, which is split where a word in it begins.
    private static string AsHashtags(string name)
    {
        var tags = $"#{name}".ToCharArray();
        for (var i = 1; i < tags.Length - 1; i++)
        {
            if (tags[i] is '_' or '-' or ' ' or '.' && char.IsUpper(tags[i + 1]))
                tags[i] = '#';
        }

        return new string(tags);
    }

    private static bool HasWords(ReadOnlySpan<char> name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        for (var i = 1; i < stem.Length; i++)
        {
            if (char.IsLetter(stem[i - 1]) && char.IsLetter(stem[i]))
                return true;
        }

        return false;
    }

    // Where the folders end, in a file's own name, that a file before lay in too.
    private int KnownFolders(string partName, int start)
    {
        var known = 0;
        for (var end = partName.IndexOfAny(FolderEnds, start); end >= 0; end = partName.IndexOfAny(FolderEnds, end + 1))
        {
            if (!_folders.Add(partName[..end]))
                known = end - start;
        }

        return known;
    }
}
