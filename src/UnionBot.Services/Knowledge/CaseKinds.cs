namespace UnionBot.Services.Knowledge;

/// <summary>Stored names of the cases that this service opens.</summary>
internal static class CaseKinds
{
    /// <summary>Somebody wants what no service does yet; the subject names the answer they were given.</summary>
    public const string Wish = "knowledge/wish";
}
