namespace Dlp.Browser.Tests;

/// <summary>Waits on conditions. The deadline is only there so that a broken program does not wait for ever.</summary>
internal static class Eventually
{
    public static async Task Holds(Func<Task<bool>> condition, string what)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            if (deadline.IsCancellationRequested)
                Assert.Fail($"Waited in vain: {what}.");
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
