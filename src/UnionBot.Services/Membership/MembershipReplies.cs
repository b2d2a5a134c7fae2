using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership;

/// <param name="MaskedName">Null for someone who is not bound.</param>
public sealed record Welcome(string? MaskedName) : IReply, ISampled<Welcome>
{
    public static IReadOnlyList<Welcome> Samples => [new(null as string), new("王*")];
}

public sealed record ShowMembership(
    string MaskedName, string Union, string? MemberNo, DateOnly? JoinedOn, bool IsRetained, bool HasLeft)
    : IReply, ISampled<ShowMembership>
{
    public bool IsActive => !IsRetained && !HasLeft;

    public static IReadOnlyList<ShowMembership> Samples =>
    [
        new("王*", "青州市第一棉纺厂工会", "3707810012345", new DateOnly(2019, 5, 1), IsRetained: false, HasLeft: false),
        new("欧阳**", "青州市快递行业联合工会", null, null, IsRetained: true, HasLeft: false),
        new("李*国", "青州市第一棉纺厂工会", null, new DateOnly(2008, 3, 12), IsRetained: false, HasLeft: true),
    ];

    public static ShowMembership Of(MemberCard card) =>
        new(card.MaskedName, card.Union, card.MemberNo, card.JoinedOn, card.Status == "retained", card.Status == "left");
}
