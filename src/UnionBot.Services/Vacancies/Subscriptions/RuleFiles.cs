using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>
/// Rules for staff: how many there are, whose, opened one person at a time, and ended when the person wishes it. Whoever is on no
/// roster belongs to no organisation: their rules are for roles over the whole union.
/// </summary>
public sealed class RuleFiles
{
    public const int MostListed = 200;

    private readonly UnionDb _db;
    private readonly VacancyCiphers _ciphers;
    private readonly MemberCiphers _members;
    private readonly CardWriter _cards;
    private readonly AuditLog _audit;
    private readonly BusinessClock _clock;

    internal RuleFiles(
        UnionDb db, VacancyCiphers ciphers, MemberCiphers members, CardWriter cards, AuditLog audit, BusinessClock clock) =>
        (_db, _ciphers, _members, _cards, _audit, _clock) = (db, ciphers, members, cards, audit, clock);

    /// <summary>How many rules are in each state.</summary>
    public async Task<IReadOnlyDictionary<RuleState, int>> CountAsync(StaffScope scope, CancellationToken ct) =>
        await Within(scope).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <summary>Those in a state that were spoken of last, or those of whoever has a phone number.</summary>
    /// <param name="phone">Null for all.</param>
    public async Task<IReadOnlyList<ListedRule>> ListAsync(StaffScope scope, RuleState state, MobileNumber? phone, CancellationToken ct)
    {
        var rules = await (phone is null ? Within(scope).Where(r => r.State == state) : OfPhone(scope, phone))
            .AsNoTracking().OrderByDescending(r => r.AnsweredAt).Take(MostListed).ToListAsync(ct);
        var people = rules.Select(r => (PersonId?)r.PersonId).ToArray();
        var members = await _db.Set<Member>().AsNoTracking().Where(m => people.Contains(m.PersonId)).ToListAsync(ct);
        var masked = members.ToDictionary(m => m.PersonId!.Value, Masked);
        return [.. rules.Select(r => new ListedRule(r, masked.GetValueOrDefault(r.PersonId)))];
    }

    public Task<bool> IsWithinAsync(PersonId person, StaffScope scope, CancellationToken ct) =>
        Within(scope).AnyAsync(r => r.PersonId == person, ct);

    /// <summary>The rules of a person as they read them. That they were read is in the audit before anything is shown.</summary>
    public async Task<RuleFile?> OpenAsync(PersonId person, long reader, CancellationToken ct)
    {
        // Before the rules themselves: whoever ends older ones is refused.
        var version = await VersionAsync(person, ct);
        var (rules, now) = (await _db.Set<VacancyRule>().AsNoTracking().Where(r => r.PersonId == person).OrderBy(r => r.Owner).ToListAsync(ct), _clock.GetUtcNow());
        if (rules.Count == 0) return null;

        _audit.Add(AuditActor.Staff(reader), "vacancy-rule/read", SubjectOf(person), now);
        await _db.SaveChangesAsync(ct);
        var sent = await _db.Set<SentVacancy>().CountAsync(s => s.PersonId == person && s.RuleId != null, ct);
        return new RuleFile(person, version, [.. rules.Select(r => new OpenedRule(r, Show(r, now)))], sent);
    }

    /// <summary>Ends all rules of a person, who asked a member of staff for it.</summary>
    /// <param name="version">Of the file that was looked at.</param>
    /// <returns>False when the person or somebody else changed them since.</returns>
    public async Task<bool> TryEndAsync(PersonId person, string version, long staff, string reason, CancellationToken ct)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(ct);

        // As a turn of the person does: of two at once the second finds what the first did.
        await _db.Database.ExecuteSqlAsync($"SELECT 1 FROM person WHERE id = {person.Value} FOR UPDATE", ct);
        await _db.Database.ExecuteSqlAsync($"SELECT 1 FROM vacancy_rule WHERE person_id = {person.Value} FOR UPDATE", ct);
        if (await VersionAsync(person, ct) != version) return false;

        var now = _clock.GetUtcNow();
        foreach (var rule in await _db.Set<VacancyRule>().Where(r => r.PersonId == person).ToListAsync(ct))
        {
            if (rule.State is RuleState.Active or RuleState.Paused) rule.Stop(RuleState.Ended, now);
        }

        _audit.Add(AuditActor.Staff(staff), "vacancy-rule/ended", SubjectOf(person), now, reason);
        await _db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private IQueryable<VacancyRule> Within(StaffScope scope)
    {
        if (scope.IsWhole) return _db.Set<VacancyRule>();

        var below = scope.Paths.Select(path => path + "%").ToArray();
        var theirs =
            from member in _db.Set<Member>()
            join node in _db.Set<Organisation>() on member.OrganisationId equals node.Id
            where below.Any(path => EF.Functions.Like(node.Path, path))
            select member.PersonId;
        return _db.Set<VacancyRule>().Where(r => theirs.Contains(r.PersonId));
    }

    /// <summary>By the number that the person confirmed, or the one that the roster has.</summary>
    private IQueryable<VacancyRule> OfPhone(StaffScope scope, MobileNumber phone)
    {
        var hash = _members.PhoneHash(phone);
        return Within(scope).Where(r =>
            _db.Set<Person>().Any(p => p.Id == r.PersonId && p.PhoneHash == hash)
            || _db.Set<Member>().Any(m => m.PersonId == r.PersonId && m.PhoneHash == hash));
    }

    private async Task<string> VersionAsync(PersonId person, CancellationToken ct) => await _db.Database.SqlQuery<string>(
        $"SELECT coalesce(string_agg(xmin::text, '-' ORDER BY id), '') AS \"Value\" FROM vacancy_rule WHERE person_id = {person.Value}").SingleAsync(ct);

    private RuleIsKept Show(VacancyRule rule, DateTimeOffset now)
    {
        var kept = _ciphers.OpenRule(rule.Id, rule.Wish);
        return new RuleIsKept(
            rule.Owner, kept.Who, _cards.Say(kept.Wish, UnionCalendar.DayOf(now)), rule.EveryDays == 7, rule.State is RuleState.Paused);
    }

    private string Masked(Member member) => member.Phone is { } phone
        ? $"{DisplayMask.Name(_members.OpenName(member.Id, member.Name))} {DisplayMask.Mobile(_members.OpenPhone(member.Id, phone))}"
        : DisplayMask.Name(_members.OpenName(member.Id, member.Name));

    private static string SubjectOf(PersonId person) => string.Create(CultureInfo.InvariantCulture, $"person/{person.Value}");
}

/// <summary>A rule in a list.</summary>
/// <param name="Member">Name and phone of the roster, masked; null for whoever is bound to none.</param>
public sealed record ListedRule(VacancyRule Rule, string? Member);

/// <summary>The rules of one person.</summary>
/// <param name="Version">Differs after every change of one of them.</param>
/// <param name="Sent">How many vacancies they were sent by them.</param>
public sealed record RuleFile(PersonId Person, string Version, IReadOnlyList<OpenedRule> Rules, int Sent)
{
    /// <summary>Whether anything is left to end.</summary>
    public bool IsGoingOn => Rules.Any(r => r.Rule.State is RuleState.Active or RuleState.Paused);
}

/// <param name="Shown">As the person is shown it.</param>
public sealed record OpenedRule(VacancyRule Rule, RuleIsKept Shown);
