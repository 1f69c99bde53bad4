using System.ComponentModel;

namespace Dlp.Engine;

/// <summary>What a rule is about: its first folder below <c>rules/</c>.</summary>
public enum Category
{
    /// <summary>Keys, tokens, passwords.</summary>
    [Description("Keys, tokens, passwords.")]
    Credentials,

    /// <summary>Bank accounts, cards, tax numbers of companies.</summary>
    [Description("Bank accounts, cards, tax numbers of companies.")]
    Financial,

    /// <summary>Numbers and papers that identify a person or a company.</summary>
    [Description("Numbers and papers that identify a person or a company.")]
    Identity,

    /// <summary>Ways to reach a person.</summary>
    [Description("Ways to reach a person.")]
    Contact,

    /// <summary>A person's health.</summary>
    [Description("A person's health.")]
    Health,

    /// <summary>What the company has not told the world.</summary>
    [Description("What the company has not told the world.")]
    Business,

    /// <summary>Confidentiality markings.</summary>
    [Description("Confidentiality markings.")]
    Marking,

    /// <summary>Addresses and names of machines and devices.</summary>
    [Description("Addresses and names of machines and devices.")]
    Technical,
}
