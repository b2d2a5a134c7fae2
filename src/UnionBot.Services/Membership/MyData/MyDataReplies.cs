using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.MyData;

/// <param name="Since">The first contact.</param>
/// <param name="ConsentOn">Since when the person agrees that name and phone find their row; null when they do not.</param>
/// <param name="GoesOn">The day everything is erased, because the person asked for it; null otherwise.</param>
public sealed record ShowMyData(
    DateOnly Since, string? MaskedName, string? Union, string? MaskedPhone, DateOnly? ConsentOn, int OpenCases, DateOnly? GoesOn)
    : IReply, ISampled<ShowMyData>
{
    public static IReadOnlyList<ShowMyData> Samples =>
    [
        new(new DateOnly(2026, 11, 1), null, null, null, null, 0, null),
        new(
            new DateOnly(2026, 11, 1), "王*", "青州市第一棉纺厂工会", "138****0001", new DateOnly(2026, 11, 2), 1, new DateOnly(2026, 11, 28)),
    ];
}

/// <summary>A code is needed, and no phone is known to send it to.</summary>
public sealed record NoPhoneForCode : IReply;

/// <param name="Link">Opens the page on which the code is typed; shows nothing without it.</param>
/// <param name="MaskedPhone">Where the code goes.</param>
public sealed record MyDataIsReady(string Link, string MaskedPhone) : IReply, ISampled<MyDataIsReady>
{
    public static IReadOnlyList<MyDataIsReady> Samples =>
        [new("https://bot.union.example/my-data/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "138****0001")];

    /// <summary>Without the link, so that no log shows it.</summary>
    public override string ToString() => nameof(MyDataIsReady);
}

/// <summary>A code went to this phone less than a minute ago, perhaps for something else.</summary>
public sealed record MyDataInAMinute(string MaskedPhone) : IReply, ISampled<MyDataInAMinute>
{
    public static IReadOnlyList<MyDataInAMinute> Samples => [new("138****0001")];
}

/// <summary>What goes, what stays, until when and why.</summary>
/// <param name="Word">What the person has to say to be forgotten.</param>
public sealed record ExplainDeletion(string Word) : IBriefReply, ISampled<ExplainDeletion>
{
    public static IReadOnlyList<ExplainDeletion> Samples => [new(DeleteMyData.Confirmation), new(DeleteMyData.Confirmation) { IsBrief = true }];

    /// <summary>What goes and what stays has been said.</summary>
    public bool IsBrief { get; init; }

    public IReply InBrief() => this with { IsBrief = true };
}

public sealed record DeletionIsPending(DateOnly GoesOn) : IReply, ISampled<DeletionIsPending>
{
    public static IReadOnlyList<DeletionIsPending> Samples => [new(new DateOnly(2026, 11, 28))];
}

public sealed record NothingDeleted : IReply;

public sealed record DeletionWithdrawn : IReply;

public sealed record NoDeletionToWithdraw : IReply;

/// <summary>A code for something else has just been sent to the phone: the deletion can be confirmed in a minute.</summary>
/// <param name="Word">What confirms it.</param>
public sealed record DeletionInAMinute(string MaskedPhone, string Word) : IReply, ISampled<DeletionInAMinute>
{
    public static IReadOnlyList<DeletionInAMinute> Samples => [new("138****0001", DeleteMyData.Confirmation)];
}
