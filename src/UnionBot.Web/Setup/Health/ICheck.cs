namespace UnionBot.Web.Setup.Health;

/// <summary>Something that can be looked at and found well or not.</summary>
internal interface ICheck
{
    /// <summary>A word or two, as shown to operators.</summary>
    string Name { get; }

    /// <returns>
    /// Null when all is well; else what is wrong and what to do, without secrets. An exception counts as wrong, too.
    /// </returns>
    Task<string?> FaultAsync(CancellationToken ct);
}
