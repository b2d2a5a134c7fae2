using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Safety;

/// <summary>The question whether somebody is in danger, with the numbers to call meanwhile: 1 yes, 2 no.</summary>
/// <param name="Other">A kind that asks for other help and may be meant as well; null when it is clear.</param>
public sealed record AskIfInDanger(CrisisKind Kind, CrisisKind? Other = null) : IReply, ISampled<AskIfInDanger>
{
    public static IReadOnlyList<AskIfInDanger> Samples => [.. Enum.GetValues<CrisisKind>().Select(kind => new AskIfInDanger(kind))];

    public bool SelfHarm => Kind == CrisisKind.SelfHarm || Other == CrisisKind.SelfHarm;
}
