using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.Binding;

/// <summary>Binding, as the database holds it. The row of the roster is locked before it is looked at.</summary>
internal sealed class BindingRegister(
    TurnDatabase turn,
    OneTimeCodes codes,
    BindCodes bindCodes,
    MemberCiphers hashes,
    PersonCiphers ciphers,
    MemberCards cards,
    BusinessClock clock) : IBinding
{
    /// <summary>Names the words of <c>ask-name.hbs</c> and <c>ask-phone.hbs</c> that the person agrees to.</summary>
    private const string ConsentText = "bind/2026-11";

    private const string NameCorrected = "member/name-corrected";

    /// <summary>So many names are looked up within a day: whoever has somebody's old number must not find the name by guessing.</summary>
    private const int MostNames = 3;

    public async Task<CodeSending> SendCodeAsync(Speaker speaker, MobileNumber phone, CancellationToken ct)
    {
        var sending = await codes.SendAsync(speaker.Id, CodePurpose.Bind, phone, ct);
        if (sending is CodeSending.OnItsWay) await NoteConsentOnceAsync(turn.Db, speaker, ct);
        return sending;
    }

    public Task<CodeSending> ResendCodeAsync(Speaker speaker, CancellationToken ct) =>
        codes.ResendAsync(speaker.Id, CodePurpose.Bind, ct);

    public async Task<BindingResult> ProveAsync(Speaker speaker, string? name, string digits, CancellationToken ct)
    {
        switch (await codes.CheckAsync(speaker.Id, CodePurpose.Bind, digits, ct))
        {
            case CodeCheck.Wrong wrong: return new BindingResult.WrongCode(wrong.TriesLeft);
            case CodeCheck.Right right:
                var confirmed = await ConfirmPhoneAsync(turn.Db, speaker, right.Phone, ct);
                return name is null
                    ? new BindingResult.PhoneOnly(confirmed)
                    : await BindAsync(turn.Db, confirmed, name, hashes.PhoneHash(right.Phone), ct);
            default: return new BindingResult.CodeGone();
        }
    }

    public async Task<BindingResult> RedeemAsync(Speaker speaker, string bindCode, CancellationToken ct)
    {
        var db = turn.Db;
        var typed = await bindCodes.FindAsync(db, bindCode, speaker.Id, ct);
        if (typed?.HasTooManyFailures ?? await bindCodes.HaveTooManyFailedAsync(db, speaker.Id, ct))
            return new BindingResult.TooManyTries();

        if (typed is null || !bindCodes.Counts(typed.Code))
        {
            bindCodes.CountFailure(db, speaker.Id);
            return new BindingResult.WrongBindCode();
        }

        if (!typed.Member.TryBind(speaker.Id, clock.GetUtcNow()))
            return new BindingResult.Unmatched(speaker, CaseKinds.SecondClaim);

        bindCodes.Use(typed.Code, speaker.Id);
        if (!typed.HasConsent) NoteConsent(db, speaker);
        NoteBound(db, speaker.Id, typed.Member.Id, typed.Check);
        return new BindingResult.Bound(AsMember(speaker, typed.Member, typed.Union));
    }

    public async Task<BindingResult> CorrectAsync(Speaker speaker, string name, CancellationToken ct)
    {
        var (db, now) = (turn.Db, clock.GetUtcNow());
        var (subject, since) = ($"person/{speaker.Id.Value}", now.AddDays(-1));
        if (await db.Set<AuditEntry>().CountAsync(e => e.Subject == subject && e.Action == NameCorrected && e.At > since, ct) >= MostNames)
            return new BindingResult.TooManyTries();

        new AuditLog(db).Add(AuditActor.Person(speaker.Id), NameCorrected, subject, now);
        var phoneHash = await db.Set<Person>().Where(p => p.Id == speaker.Id).Select(p => p.PhoneHash).SingleAsync(ct);
        return phoneHash is null ? new BindingResult.Unmatched(speaker, CaseKinds.Check) : await BindAsync(db, speaker, name, phoneHash, ct);
    }

    private async Task<Speaker> ConfirmPhoneAsync(UnionDb db, Speaker speaker, MobileNumber phone, CancellationToken ct)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == speaker.Id, ct);
        person.ConfirmPhone(ciphers.SealPhone(person.Id, phone), hashes.PhoneHash(phone), clock.GetUtcNow());
        return speaker.Level < MemberLevel.PhoneConfirmed ? speaker with { Level = MemberLevel.PhoneConfirmed } : speaker;
    }

    private async Task<BindingResult> BindAsync(
        UnionDb db, Speaker speaker, string name, byte[] phoneHash, CancellationToken ct)
    {
        if (await FindRowAsync(db, hashes.NameHash(name), phoneHash, ct) is not { } member)
            return new BindingResult.Unmatched(speaker, CaseKinds.Check);
        if (!member.TryBind(speaker.Id, clock.GetUtcNow())) return new BindingResult.Unmatched(speaker, CaseKinds.SecondClaim);

        NoteBound(db, speaker.Id, member.Id, await BindCodes.OpenChecksOf(db, speaker.Id).SingleOrDefaultAsync(ct));
        return new BindingResult.Bound(await AsMemberAsync(db, speaker, member, ct));
    }

    /// <returns>The one row in the best standing; null when none fits, or two do and a person has to look.</returns>
    private static async Task<Member?> FindRowAsync(UnionDb db, byte[] nameHash, byte[] phoneHash, CancellationToken ct)
    {
        var rows = await db.Set<Member>()
            .FromSql($"SELECT * FROM member WHERE phone_hash = {phoneHash} AND name_hash = {nameHash} ORDER BY id FOR UPDATE")
            .ToListAsync(ct);

        // Who changed jobs may stand in two rosters, in one of them as having left.
        return rows.GroupBy(m => m.Status).MinBy(g => g.Key)?.ToArray() is [var only] ? only : null;
    }

    private async Task<Speaker> AsMemberAsync(UnionDb db, Speaker speaker, Member member, CancellationToken ct)
    {
        var union = await db.Set<Organisation>()
            .Where(o => o.Id == member.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        return AsMember(speaker, member, union);
    }

    private Speaker AsMember(Speaker speaker, Member member, string union) =>
        speaker with { Level = MemberLevel.Member, Card = cards.Of(member, union) };

    /// <summary>Whoever is bound needs no check of the roster any longer. The talk is locked, so no member of staff changes the case meanwhile.</summary>
    private void NoteBound(UnionDb db, PersonId person, long member, Case? check)
    {
        var (audit, now) = (new AuditLog(db), clock.GetUtcNow());
        audit.Add(AuditActor.Person(person), "member/bound", $"member/{member}", now);
        if (check is null) return;

        check.Settle(now);
        audit.Add(AuditActor.Person(person), "case/settled", string.Create(CultureInfo.InvariantCulture, $"case/{check.Id}"), now);
    }

    private async Task NoteConsentOnceAsync(UnionDb db, Speaker speaker, CancellationToken ct)
    {
        var hasConsent = await db.Set<Consent>().AnyAsync(
            c => c.PersonId == speaker.Id && c.Purpose == ConsentPurpose.Bind && c.WithdrawnAt == null, ct);
        if (!hasConsent) NoteConsent(db, speaker);
    }

    private void NoteConsent(UnionDb db, Speaker speaker) =>
        db.Add(new Consent(speaker.Id, ConsentPurpose.Bind, ConsentText, clock.GetUtcNow(), speaker.Channel));
}
