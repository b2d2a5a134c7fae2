namespace UnionBot.Core.Jobs;

/// <summary>Another host may have taken the work over, so this one has stopped it and records nothing.</summary>
internal sealed class LeaseLostException(OperationCanceledException stopped) : Exception("The claim was lost.", stopped);
