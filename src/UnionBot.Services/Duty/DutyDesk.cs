using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Duty;

/// <summary>Staff's dialogs on the database, in the transaction of their turn.</summary>
internal sealed class DutyDesk(TurnDatabase database, StaffBinding binding, AlarmDesk alarms) : IDutyDesk
{
    public Task<BindOutcome> BindAsync(PersonId person, string code, CancellationToken ct) =>
        binding.BindAsync(database.Db, person, code, ct);

    public async Task<Acknowledgement?> AcknowledgeAsync(PersonId person, long? number, CancellationToken ct)
    {
        var db = database.Db;
        var staff = await db.Set<Staff>().AsNoTracking()
            .Where(s => s.PersonId == person && s.IsActive).Select(s => (long?)s.Id).SingleOrDefaultAsync(ct);
        return staff is { } id ? await alarms.AcknowledgeAsync(db, id, number, ct) : null;
    }
}
