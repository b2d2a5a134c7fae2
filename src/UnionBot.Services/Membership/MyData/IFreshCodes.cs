using UnionBot.Chat.Dialogs;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.MyData;

/// <summary>Codes to the phone that is known of a person already. Does not save.</summary>
internal interface IFreshCodes
{
    Task<FreshCode> SendAsync(Speaker speaker, CodePurpose purpose, CancellationToken ct);

    Task<CodeCheck> CheckAsync(Speaker speaker, CodePurpose purpose, string digits, CancellationToken ct);
}

/// <param name="MaskedPhone">Where it goes; null when no phone is known.</param>
internal sealed record FreshCode(CodeSending Sending, string? MaskedPhone);
