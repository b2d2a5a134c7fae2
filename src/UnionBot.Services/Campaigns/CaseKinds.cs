namespace UnionBot.Services.Campaigns;

/// <summary>Stored names of the cases that this service opens.</summary>
internal static class CaseKinds
{
    /// <summary>A visitor heard of something that the household needs besides.</summary>
    public const string Need = "campaigns/need";
}
