using System.Reflection;
using Dlp.Engine.Validation;
using Dlp.Engine.Validation.National;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Validation;

/// <summary>The numbers in <c>NationalNumbers.txt</c>: examples that issuers have published, and the same with one thing wrong.</summary>
public class NationalNumberSpecs
{
    private static readonly List<Case> Cases = [.. ReadCases()];

    [Fact]
    public void Each_number_is_accepted_or_refused_as_the_list_says()
    {
        using var scope = new AssertionScope();
        foreach (var (line, name, value, holds, why) in Cases)
        {
            if (!Validators.TryGet(name, out var validator))
                scope.AddPreFormattedFailure($"line {line}: there is no validator {name}");
            else if (validator(value) != holds)
                scope.AddPreFormattedFailure($"line {line}: {name} {(holds ? "refuses" : "accepts")} {value} ({why})");
        }
    }

    [Fact]
    public void Each_validator_of_a_country_has_a_number_that_holds_and_one_that_does_not()
    {
        using var scope = new AssertionScope();
        foreach (var name in NationalValidators.ByName.Keys)
        {
            Cases.Should().Contain(test => test.Name == name && test.Holds, name);
            Cases.Should().Contain(test => test.Name == name && !test.Holds, name);
        }
    }

    private static IEnumerable<Case> ReadCases()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("NationalNumbers.txt")!;
        using var reader = new StreamReader(stream);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 || text[0] == '#')
                continue;
            var cells = text.Split('|', StringSplitOptions.TrimEntries);
            yield return cells is [var name, var value, "holds" or "fails", var why]
                ? new Case(line, name, value, cells[2] == "holds", why)
                : throw new InvalidDataException($"NationalNumbers.txt({line}): write 'validator | number | holds or fails | source or reason'");
        }
    }

    private sealed record Case(int Line, string Name, string Value, bool Holds, string Why);
}
