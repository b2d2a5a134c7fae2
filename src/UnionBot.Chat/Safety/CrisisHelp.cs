using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Safety;

/// <summary>The first words in a crisis: whom to call now. Never a menu, never a question about services.</summary>
/// <param name="Other">A kind that asks for other help and may be meant as well: its numbers are named, too. Null when it is clear.</param>
public sealed record CrisisHelp(CrisisKind Kind, CrisisKind? Other = null) : IReply, ISampled<CrisisHelp>
{
    public static IReadOnlyList<CrisisHelp> Samples =>
    [
        .. Enum.GetValues<CrisisKind>().Select(kind => new CrisisHelp(kind)),
        new(CrisisKind.SelfHarm, CrisisKind.Medical),
        new(CrisisKind.Accident, CrisisKind.Violence),
    ];

    public bool SelfHarm => Kind == CrisisKind.SelfHarm;

    public bool Violence => Kind == CrisisKind.Violence;

    public bool Medical => Kind == CrisisKind.Medical;

    public bool Fire => Kind == CrisisKind.Fire;

    public bool Accident => Kind == CrisisKind.Accident;

    /// <summary>An accident was understood, and somebody may be threatened or in despair.</summary>
    public bool MayBeCrisis => Other is CrisisKind.SelfHarm or CrisisKind.Violence;

    /// <summary>A crisis was understood, and somebody may be hurt, trapped or in a fire.</summary>
    public bool MayBeEmergency => Other is CrisisKind.Medical or CrisisKind.Fire or CrisisKind.Accident;
}
