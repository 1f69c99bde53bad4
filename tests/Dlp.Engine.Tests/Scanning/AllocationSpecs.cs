namespace Dlp.Engine.Tests.Scanning;

public class AllocationSpecs
{
    [Theory]
    [InlineData("Two years of work, 14 prototypes and far too many cups of coffee later, the station is on sale. Thank you all!")]
    [InlineData("Ce matin, 9 h 30, amphithéâtre comble : plus de 250 étudiants sont venus écouter Claire. On remet ça en 2027 !")]
    public void A_post_in_which_nothing_is_found_is_scanned_without_allocating(string text)
    {
        var (scanner, draft, options) = (new DraftScanner(ShippedRules.RuleSet), Draft.FromText(text), TestRules.Options());
        for (var i = 0; i < 100; i++)
            scanner.Scan(draft, options).Should().BeSameAs(ScanResult.Clean);

        var before = GC.GetAllocatedBytesForCurrentThread();
        scanner.Scan(draft, options);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
