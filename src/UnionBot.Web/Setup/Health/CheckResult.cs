namespace UnionBot.Web.Setup.Health;

/// <summary>What a check found.</summary>
/// <param name="Fault">Null when all is well.</param>
internal sealed record CheckResult(string Name, string? Fault)
{
    public bool IsWell => Fault is null;

    /// <summary>Looks once; whatever goes wrong in a check is its finding, and never stops the other checks.</summary>
    public static async Task<CheckResult> OfAsync(ICheck check, TimeSpan longest, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(longest);
        try
        {
            return new(check.Name, await check.FaultAsync(patience.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(check.Name, $"No answer within {longest.TotalSeconds} seconds.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new(check.Name, failure.Message);
        }
    }
}
