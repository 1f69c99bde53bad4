using System.ComponentModel;

namespace Dlp.Api.Incidents;

/// <summary>What happened in the end.</summary>
internal enum Outcome
{
    Published,
    Edited,
    Redacted,
    Overridden,
    Cancelled,
}

/// <summary>What the author did after a check.</summary>
internal sealed class OutcomeRequest
{
    [Description("published: as it was checked; edited: after a change by hand; redacted: with the proposed text; "
        + "overridden: against the advice; cancelled: not at all.")]
    public required Outcome Outcome { get; init; }

    public JustificationRequest? Justification { get; init; }

    [Description("Ids of findings of this check that the author says are none.")]
    public IReadOnlyList<string>? FalseAlarms { get; init; }
}

internal sealed class JustificationRequest
{
    [Description("One of the codes of GET /v1/justifications.")]
    public required string Code { get; init; }

    [Description("The author's words, at most 2000 characters; scanned and redacted before they are stored.")]
    public string? Text { get; init; }
}

/// <summary>A reason as it is stored.</summary>
internal sealed record Justification(string Code, string? RedactedText);

/// <summary>A reason that an author may choose.</summary>
internal sealed record JustificationCode(string Code, LocalizedText Title)
{
    public static readonly IReadOnlyList<JustificationCode> All =
    [
        new("public", new() { En = "This is public already.", Fr = "C’est déjà public." }),
        new("authorised", new() { En = "I am authorised to publish it.", Fr = "Je suis autorisé·e à le publier." }),
        new("own-data", new() { En = "It is about me, and I choose to share it.", Fr = "Cela me concerne et je choisis de le partager." }),
        new("example", new() { En = "It is an invented example.", Fr = "C’est un exemple inventé." }),
        new("false-alarm", new() { En = "It is not what it seems to be.", Fr = "Ce n’est pas ce que cela semble être." }),
        new("other", new() { En = "Another reason.", Fr = "Une autre raison." }),
    ];
}

internal sealed record JustificationsResponse(IReadOnlyList<JustificationCode> Justifications);
