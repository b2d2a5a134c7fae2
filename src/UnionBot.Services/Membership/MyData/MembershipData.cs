using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.MyData;

/// <summary>
/// Who a person is, as personal data: phone, row of the roster, consents, codes. Erased, the roster keeps its row
/// unbound, since it is the union's, and the consents stay as proof without the person.
/// </summary>
internal sealed class MembershipData(UnionDb db, PersonCiphers ciphers, MemberCiphers roster) : IPersonalData
{
    /// <summary>Where a consent is withdrawn because the data it was for are gone.</summary>
    private const string BySystem = "system";

    public string Section => "membership";

    public async Task<IReadOnlyList<PersonalFact>> ReadAsync(PersonId person, CancellationToken ct)
    {
        var who = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == person, ct);
        var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.PersonId == person).OrderBy(c => c.Id).ToListAsync(ct);

        return
        [
            new PersonalFact("channel", who.Channel),
            new PersonalFact("first-seen", "", who.SeenAt),
            .. Known("scene", who.Scene),
            .. Known("phone", who.Phone is { } phone ? ciphers.OpenPhone(person, phone).Value : null),
            .. await RosterAsync(person, ct),
            .. consents.SelectMany(FactsOf),
        ];
    }

    public Task<string?> HoldAsync(PersonId person, CancellationToken ct) => Task.FromResult<string?>(null);

    public async Task EraseAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<Member>().SingleOrDefaultAsync(m => m.PersonId == person, ct) is { } member) member.Unbind();
        foreach (var consent in await db.Set<Consent>().Where(c => c.PersonId == person && c.WithdrawnAt == null).ToListAsync(ct))
            consent.Withdraw(now, BySystem);

        await db.OneTimeCodes.Where(c => c.PersonId == person).ExecuteDeleteAsync(ct);
        await db.BindCodeTries.Where(t => t.PersonId == person).ExecuteDeleteAsync(ct);
        await db.MyDataLinks.Where(l => l.PersonId == person).ExecuteDeleteAsync(ct);
    }

    private async Task<IEnumerable<PersonalFact>> RosterAsync(PersonId person, CancellationToken ct)
    {
        if (await db.Set<Member>().AsNoTracking().SingleOrDefaultAsync(m => m.PersonId == person, ct) is not { } member) return [];

        var union = await db.Set<Organisation>().Where(o => o.Id == member.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        return
        [
            new PersonalFact("name", roster.OpenName(member.Id, member.Name)),
            new PersonalFact("union", union),
            .. Known("member-no", member.MemberNo),
            .. Known("roster-phone", member.Phone is { } phone ? roster.OpenPhone(member.Id, phone) : null),
            .. Known("id-number", member.IdNumber is { } number ? roster.OpenIdNumber(member.Id, number) : null),
            .. Known("joined-on", member.JoinedOn?.ToString("O", CultureInfo.InvariantCulture)),
            new PersonalFact("bound", "", member.BoundAt),
        ];
    }

    private static IEnumerable<PersonalFact> FactsOf(Consent consent)
    {
        yield return new PersonalFact("consent-given", consent.TextVersion, consent.GivenAt);
        if (consent.WithdrawnAt is { } withdrawnAt) yield return new PersonalFact("consent-withdrawn", consent.TextVersion, withdrawnAt);
    }

    private static IEnumerable<PersonalFact> Known(string name, string? value) =>
        value is null ? [] : [new PersonalFact(name, value)];
}
