namespace Dlp.Engine.Tests.Scanning;

public class AllocationSpecs
{
    [Theory]
    [InlineData("Two years of work, 14 prototypes and far too many cups of coffee later, the station is on sale. Thank you all!")]
    [InlineData("Le sentier reste fermé à cause des chutes de pierres : comptez 45 minutes de plus par la piste forestière. L'eau est potable !")]
    public void A_post_in_which_nothing_is_found_is_scanned_without_allocating(string text)
    {
        var (scanner, draft, options) = (new DraftScanner(ShippedRules.RuleSet), Draft.FromText(text), TestRules.Options());
        scanner.Scan(draft, options).Should().BeSameAs(ScanResult.Clean);

        // A regular expression that another test is using at the moment gets a second set of buffers: the least of many scans counts.
        Enumerable.Range(0, 200).Min(_ => AllocatedBy(() => scanner.Scan(draft, options))).Should().Be(0);
    }

    private static long AllocatedBy(Action scan)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        scan();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
