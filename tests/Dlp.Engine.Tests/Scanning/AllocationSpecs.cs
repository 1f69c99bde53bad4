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

        LeastAllocatedBy(() => scanner.Scan(draft, options)).Should().Be(0);
    }

    // A regular expression that another test is using at the moment gets a second set of buffers, and the first machine code of a method
    // boxes what the code that is made once it is used often does not: the least of many scans counts.
    private static long LeastAllocatedBy(Action scan)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 100 && least > 0; round++)
        {
            least = Math.Min(least, Enumerable.Range(0, 100).Min(_ => AllocatedBy(scan)));
            Thread.Sleep(least > 0 ? 50 : 0);
        }

        return least;
    }

    private static long AllocatedBy(Action scan)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        scan();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
