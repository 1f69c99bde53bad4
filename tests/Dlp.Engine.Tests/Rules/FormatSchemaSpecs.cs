using Dlp.Engine.Rules;
using Dlp.Tests;

namespace Dlp.Engine.Tests.Rules;

public class FormatSchemaSpecs
{
    [Fact]
    public void The_schema_of_rules_is_the_one_checked_in() =>
        Golden.Verify("rules/schema/rule.schema.json", FormatSchema.OfRule());

    [Fact]
    public void The_schema_of_fragments_is_the_one_checked_in() =>
        Golden.Verify("rules/schema/fragments.schema.json", FormatSchema.OfFragments());

    [Fact]
    public void The_schema_of_policies_is_the_one_checked_in() =>
        Golden.Verify("rules/schema/policy.schema.json", FormatSchema.OfPolicy());
}
