using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Contacts;

/// <summary>Shows an officer how to reach the worker of a case. That it was read is in the audit.</summary>
public sealed class CallSheets(UnionDb db, VacancyCiphers ciphers, AuditLog audit, BusinessClock clock)
{
    /// <param name="number">Of the case.</param>
    /// <returns>Null when the case is none of this service.</returns>
    public async Task<CallSheet?> OpenAsync(long number, long staff, CancellationToken ct)
    {
        var about = await db.Set<Case>().Where(c => c.Id == number && c.Kind == VacancyCall.CaseKind).Select(c => new { c.PersonId, c.Subject }).SingleOrDefaultAsync(ct);
        if (about is null) return null;

        var vacancy = about.Subject is { } subject && subject.StartsWith("vacancy/", StringComparison.Ordinal)
            ? long.Parse(subject["vacancy/".Length..], CultureInfo.InvariantCulture)
            : (long?)null;
        var call = await db.Set<VacancyCall>().AsNoTracking()
            .Where(c => c.PersonId == about.PersonId && c.VacancyId == vacancy)
            .OrderByDescending(c => c.AskedAt).FirstOrDefaultAsync(ct);
        if (call is null) return null;

        audit.Add(
            AuditActor.Staff(staff), "vacancy-call/read", string.Create(CultureInfo.InvariantCulture, $"case/{number}"), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new CallSheet(call.PersonId, call.Way, call.Phone is null ? null : ciphers.OpenCall(call.Id, call.Phone), vacancy, call.StartsOn, call.AskedAt);
    }
}

/// <param name="Phone">In clear; null when the worker gave none for this.</param>
/// <param name="Vacancy">Null when the worker wants help with the search.</param>
/// <param name="StartsOn">The first day on which the worker can start; null when they did not say it.</param>
public sealed record CallSheet(PersonId Person, CallWay Way, string? Phone, long? Vacancy, DateOnly? StartsOn, DateTimeOffset AskedAt);
