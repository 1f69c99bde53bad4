using Dlp.Engine.Detection;

namespace Dlp.Engine.Tests.Scanning;

public class UnexaminedSpecs
{
    [Fact]
    public void Whatever_a_budget_leaves_out_is_told_in_French_too()
    {
        var budget = new ScanBudget();
        while (budget.TakeSlice())
            continue;
        budget.SpendOnTries(2 * ScanBudget.MaximumOnTries);
        budget.AllowsTry("identity.fr.nir").Should().BeFalse();
        budget.TakeDecoded(int.MaxValue).Should().BeFalse();

        budget.Exhausted.Select(said => said.Fr).Should().Equal(
            "seuls les 200 premiers montants et dates possibles ont été examinés",
            "la règle identity.fr.nir a demandé trop de temps sur un passage du texte",
            "une partie seulement de ce qui est encodé a été décodée et examinée");
    }
}
