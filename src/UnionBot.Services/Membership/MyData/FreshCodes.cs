using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.MyData;

/// <summary>Sends to the phone a person confirmed, else to the one the roster has of a bound member.</summary>
internal sealed class FreshCodes(TurnDatabase turn, OneTimeCodes codes, MembershipCiphers ciphers, MemberCiphers roster)
    : IFreshCodes
{
    public async Task<FreshCode> SendAsync(Speaker speaker, CodePurpose purpose, CancellationToken ct)
    {
        if (await PhoneOfAsync(turn.Db, speaker.Id, ct) is not { } phone) return new FreshCode(CodeSending.NoPhone, null);

        return new FreshCode(await codes.SendAsync(speaker.Id, purpose, phone, ct), DisplayMask.Mobile(phone.Value));
    }

    public Task<CodeCheck> CheckAsync(Speaker speaker, CodePurpose purpose, string digits, CancellationToken ct) =>
        codes.CheckAsync(speaker.Id, purpose, digits, ct);

    private async Task<MobileNumber?> PhoneOfAsync(UnionDb db, PersonId person, CancellationToken ct)
    {
        var confirmed = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Phone).SingleAsync(ct);
        if (confirmed is not null) return ciphers.OpenPersonPhone(person, confirmed);

        var row = await db.Set<Member>().Where(m => m.PersonId == person).Select(m => new { m.Id, m.Phone }).SingleOrDefaultAsync(ct);
        return row?.Phone is { } phone && MobileNumber.TryParse(roster.OpenPhone(row.Id, phone), out var number) ? number : null;
    }
}
