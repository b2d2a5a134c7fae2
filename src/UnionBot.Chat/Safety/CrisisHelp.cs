using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Safety;

/// <summary>The first words in a crisis: whom to call now. Never a menu, never a question about services.</summary>
public sealed record CrisisHelp(CrisisKind Kind) : IReply, ISampled<CrisisHelp>
{
    public static IReadOnlyList<CrisisHelp> Samples => [.. Enum.GetValues<CrisisKind>().Select(kind => new CrisisHelp(kind))];

    public bool SelfHarm => Kind == CrisisKind.SelfHarm;

    public bool Violence => Kind == CrisisKind.Violence;

    public bool Medical => Kind == CrisisKind.Medical;

    public bool Fire => Kind == CrisisKind.Fire;

    public bool Accident => Kind == CrisisKind.Accident;
}
