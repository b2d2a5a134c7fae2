namespace UnionBot.Core.Jobs;

/// <summary>What becomes of planned moments that were passed over, because nothing ran or the clock was moved.</summary>
public enum MissedRuns
{
    /// <summary>Each is run, one after the other.</summary>
    Each,

    /// <summary>Only the latest is run.</summary>
    Latest,

    /// <summary>None is run: a moment counts only while it is fresh.</summary>
    Skip,
}
