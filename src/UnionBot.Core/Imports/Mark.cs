namespace UnionBot.Core.Imports;

/// <summary>What a column says that asks whether something is so.</summary>
public enum Mark
{
    Yes,
    No,
}
