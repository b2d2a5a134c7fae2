using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Duty;

/// <summary>Staff's dialogs on the database, in the transaction of their turn.</summary>
internal sealed class DutyDesk(TurnDatabase database, StaffBinding binding, AlarmDesk alarms, BusinessClock clock) : IDutyDesk
{
    public Task<BindOutcome> BindAsync(PersonId person, string code, CancellationToken ct) =>
        binding.BindAsync(database.Db, person, code, ct);

    public async Task<Acknowledgement?> AcknowledgeAsync(PersonId person, long? number, CancellationToken ct) =>
        await StaffOfAsync(person, ct) is { } staff ? await alarms.AcknowledgeAsync(database.Db, staff, number, ct) : null;

    public async Task<IReadOnlyList<Acknowledgement>?> AcknowledgeEachAsync(
        PersonId person, IReadOnlyCollection<long>? numbers, CancellationToken ct) =>
        await StaffOfAsync(person, ct) is { } staff ? await alarms.AcknowledgeEachAsync(database.Db, staff, numbers, ct) : null;

    public async Task<PresentDuty?> DutyOfAsync(PersonId person, CancellationToken ct) => await StaffOfAsync(person, ct) is { } staff
        ? new PresentDuty(await new DutyRota(database.Db).OnDutyUntilAsync(staff, clock.GetUtcNow(), ct))
        : null;

    private Task<long?> StaffOfAsync(PersonId person, CancellationToken ct) => database.Db.Set<Staff>().AsNoTracking()
        .Where(s => s.PersonId == person && s.IsActive).Select(s => (long?)s.Id).SingleOrDefaultAsync(ct);
}
