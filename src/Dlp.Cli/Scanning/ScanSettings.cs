using System.Collections.Frozen;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dlp.Engine;

namespace Dlp.Cli.Scanning;

/// <summary>The options of <c>dlp scan</c> that say how to look at the draft, and the <see cref="ScanOptions"/> they make.</summary>
internal sealed class ScanSettings(Shell shell)
{
    private static readonly string[] InstantFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private readonly Option<string?> _site = new("--site") { Description = "Host name of the site the draft goes to: linkedin.com.", HelpName = "HOST" };
    private readonly Option<Audience?> _audience = Options.Choice<Audience>("--audience", "Who will be able to read it. Default: public.");
    private readonly Option<IReadOnlyList<string>> _groups = Options.List("--group", "Groups of the author, as the policy names them.", "GROUP,...");
    private readonly Option<Language?> _language = Options.Language();
    private readonly Option<DateTimeOffset?> _publishAt = new("--publish-at")
    {
        Description = "When it will be published: 2026-12-01T09:00+01:00; local time when no offset is given. Default: now.",
        HelpName = "INSTANT",
        CustomParser = ReadInstant,
    };

    private readonly Option<IReadOnlyList<string>> _infoTypes = Options.List("--info-types", "Report and decide on these info types only; 'dlp rules list' shows them.", "ID,...");
    private readonly Option<Confidence?> _minimumConfidence =
        Options.Choice<Confidence>("--minimum-confidence", "List findings of this confidence or more; one whose verdict is not allow is always listed. Default: medium.");

    private readonly Option<bool> _trace = new("--trace") { Description = "Tell how each finding came about, and why other candidates were dropped (formats table and json)." };

    public void AddTo(Command command)
    {
        _site.Validators.Add(result =>
        {
            if (!Destination.IsSite(result.Tokens[0].Value))
                result.AddError("--site is no host name; write it like linkedin.com, without scheme, port or path.");
        });
        Option[] options = [_site, _audience, _groups, _language, _publishAt, _infoTypes, _minimumConfidence, _trace];
        foreach (var option in options)
            command.Options.Add(option);
    }

    public ScanOptions Read(ParseResult parsed)
    {
        var infoTypes = parsed.GetValue(_infoTypes)!;
        return new ScanOptions
        {
            PublishAt = parsed.GetValue(_publishAt) ?? shell.Clock.GetLocalNow(),
            Destination = new Destination(Destination.SiteOf(parsed.GetValue(_site)), parsed.GetValue(_audience) ?? Audience.Public),
            Groups = parsed.GetValue(_groups)!,
            Language = Options.LanguageOf(parsed, _language, shell),
            InfoTypes = infoTypes.Count == 0 ? null : infoTypes.ToFrozenSet(StringComparer.Ordinal),
            MinimumConfidence = parsed.GetValue(_minimumConfidence) ?? Confidence.Medium,
            Trace = parsed.GetValue(_trace),
        };
    }

    private static DateTimeOffset? ReadInstant(ArgumentResult result)
    {
        if (DateTimeOffset.TryParseExact(result.Tokens[0].Value, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var instant))
            return instant;
        result.AddError("--publish-at is no instant; write it like 2026-12-01T09:00+01:00.");
        return null;
    }
}
