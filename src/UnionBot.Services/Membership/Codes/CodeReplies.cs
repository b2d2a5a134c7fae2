using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.Codes;

/// <param name="MaskedPhone">138****0001.</param>
public sealed record AskCode(string MaskedPhone) : IReply, ISampled<AskCode>
{
    public static IReadOnlyList<AskCode> Samples => [new("138****0001")];
}

/// <summary>A code has just been sent to this number; another one has to wait.</summary>
public sealed record CodeJustSent : IReply;

/// <summary>A code for something else has just been sent to this number; this one has to wait.</summary>
public sealed record AnotherCodeJustSent(string MaskedPhone) : IReply, ISampled<AnotherCodeJustSent>
{
    public static IReadOnlyList<AnotherCodeJustSent> Samples => [new("138****0001")];
}

/// <summary>No more codes for this number or person today.</summary>
public sealed record CodesUsedUp : IReply;

public sealed record WrongCode(int TriesLeft) : IReply, ISampled<WrongCode>
{
    public static IReadOnlyList<WrongCode> Samples => [new(4)];
}

/// <summary>Expired or used up.</summary>
public sealed record CodeGone : IReply;

/// <summary>The short message with the code.</summary>
public sealed record CodeMessage(string Code, bool IsBind, bool IsExport, bool IsDelete) : IReply, ISampled<CodeMessage>
{
    public static IReadOnlyList<CodeMessage> Samples =>
        [.. Enum.GetValues<CodePurpose>().Select(purpose => Of("000000", purpose))];

    public static CodeMessage Of(string code, CodePurpose purpose) => new(
        code, purpose is CodePurpose.Bind, purpose is CodePurpose.Export, purpose is CodePurpose.Delete);
}

/// <summary>The short message could not be handed over.</summary>
public sealed record CodeNotSent : IReply;
