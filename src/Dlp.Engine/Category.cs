namespace Dlp.Engine;

/// <summary>What a rule is about: its first folder below <c>rules/</c>.</summary>
public enum Category
{
    /// <summary>Keys, tokens, passwords.</summary>
    Credentials,

    /// <summary>Bank accounts, cards, tax numbers of companies.</summary>
    Financial,

    /// <summary>Numbers and papers that identify a person or a company.</summary>
    Identity,

    /// <summary>Ways to reach a person.</summary>
    Contact,

    /// <summary>A person's health.</summary>
    Health,

    /// <summary>What the company has not told the world.</summary>
    Business,

    /// <summary>Confidentiality markings.</summary>
    Marking,

    /// <summary>Addresses and names of machines and devices.</summary>
    Technical,
}
