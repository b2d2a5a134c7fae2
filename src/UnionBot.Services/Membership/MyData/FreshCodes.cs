using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.MyData;

/// <summary>Sends to the phone that is known of a person.</summary>
internal sealed class FreshCodes(TurnDatabase turn, OneTimeCodes codes, KnownPhones phones) : IFreshCodes
{
    public async Task<FreshCode> SendAsync(Speaker speaker, CodePurpose purpose, CancellationToken ct)
    {
        if (await phones.FindAsync(turn.Db, speaker.Id, ct) is not { } phone) return new FreshCode(CodeSending.NoPhone, null);

        return new FreshCode(await codes.SendAsync(speaker.Id, purpose, phone, ct), DisplayMask.Mobile(phone.Value));
    }

    public Task<CodeCheck> CheckAsync(Speaker speaker, CodePurpose purpose, string digits, CancellationToken ct) =>
        codes.CheckAsync(speaker.Id, purpose, digits, ct);
}
