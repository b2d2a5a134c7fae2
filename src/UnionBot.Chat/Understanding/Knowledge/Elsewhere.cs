using System.Buffers;
using UnionBot.Chat.Safety;

namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>A kind of question that is no union matter, and whom to ask instead; from <c>knowledge/elsewhere.yaml</c>.</summary>
/// <param name="Hotlines">Empty for chat.</param>
/// <param name="Signs">Words that hardly ever stand in a question of the union.</param>
public sealed record Elsewhere(
    string Id, string Title, IReadOnlyList<Hotline> Hotlines, SearchValues<string> Signs, IReadOnlyList<string> Questions);
