namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>What the knowledge base makes of a question.</summary>
/// <param name="Entries">The entries that may answer it, the likeliest first, at most three; empty when nothing fits.</param>
/// <param name="IsSure">Whether the first is told surely enough to be said without asking.</param>
/// <param name="Elsewhere">Whom to ask when it is no union matter; null when it is one, or nothing that can be made out.</param>
public sealed record KnowledgeMatch(IReadOnlyList<KnowledgeEntry> Entries, bool IsSure, Elsewhere? Elsewhere)
{
    public static readonly KnowledgeMatch Nothing = new([], IsSure: false, Elsewhere: null);

    /// <summary>The likeliest entry; null when nothing fits.</summary>
    public KnowledgeEntry? Best => Entries.Count > 0 ? Entries[0] : null;
}
