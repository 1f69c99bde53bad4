using Dlp.Engine.Policies;

namespace Dlp.Engine.Rules.Compiled;

/// <summary>A policy in binary.</summary>
internal static class CompiledPolicy
{
    public static void Write(PolicyDefinition policy, BinaryWriter writer)
    {
        writer.WriteAll(policy.Statements, statement =>
        {
            Write(statement.When, writer);
            writer.WriteValue(statement.Verdict);
        });
        writer.WriteAll(policy.Labels, label =>
        {
            writer.Write(label.Id);
            writer.Write(label.Name);
            writer.WriteValue(label.Verdict);
        });
        var incomplete = policy.Incomplete;
        foreach (var verdict in new[] { incomplete.Partial, incomplete.Unreadable, incomplete.Encrypted, incomplete.TooLarge, incomplete.Unsupported, incomplete.NoOcr, incomplete.AudioOrVideo })
            writer.WriteValue(verdict);
    }

    public static PolicyDefinition Read(BinaryReader reader) => new()
    {
        Statements = reader.ReadAll(() => new PolicyStatement { When = ReadCondition(reader), Verdict = (Verdict)reader.ReadByte() }),
        Labels = reader.ReadAll(() => new PolicyLabel { Id = reader.ReadString(), Name = reader.ReadString(), Verdict = (Verdict)reader.ReadByte() }),
        Incomplete = new IncompleteVerdicts
        {
            Partial = (Verdict)reader.ReadByte(),
            Unreadable = (Verdict)reader.ReadByte(),
            Encrypted = (Verdict)reader.ReadByte(),
            TooLarge = (Verdict)reader.ReadByte(),
            Unsupported = (Verdict)reader.ReadByte(),
            NoOcr = (Verdict)reader.ReadByte(),
            AudioOrVideo = (Verdict)reader.ReadByte(),
        },
    };

    private static void Write(PolicyCondition when, BinaryWriter writer)
    {
        writer.WriteAll(when.Categories, writer.WriteValue);
        writer.WriteAll(when.InfoTypes, writer.Write);
        writer.WriteAll(when.Severities, writer.WriteValue);
        writer.WriteOptional(when.MinimumConfidence);
        writer.Write(when.MinimumCount ?? 0);
        writer.WriteAll(when.Sites, writer.Write);
        writer.WriteAll(when.Audiences, writer.WriteValue);
        writer.WriteAll(when.Groups, writer.Write);
    }

    private static PolicyCondition ReadCondition(BinaryReader reader) => new()
    {
        Categories = reader.ReadAll(() => (Category)reader.ReadByte()),
        InfoTypes = reader.ReadAll(reader.ReadString),
        Severities = reader.ReadAll(() => (Severity)reader.ReadByte()),
        MinimumConfidence = (Confidence?)reader.ReadOptional(),
        MinimumCount = reader.ReadInt32() is var count and > 0 ? count : null,
        Sites = reader.ReadAll(reader.ReadString),
        Audiences = reader.ReadAll(() => (Audience)reader.ReadByte()),
        Groups = reader.ReadAll(reader.ReadString),
    };
}
