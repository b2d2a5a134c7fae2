using FsCheck;
using FsCheck.Fluent;
using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>Whatever people do in whatever order, no two times of a lawyer or a room ever meet.</summary>
public sealed class BookingPropertyTests : IAsyncLifetime
{
    private const string OverlapsSql =
        """
        SELECT count(*) FROM legal_taken_time a JOIN legal_taken_time b ON a.id < b.id
           AND (a.lawyer_id = b.lawyer_id OR (a.site_id = b.site_id AND a.room = b.room)) AND a.busy_from < b.busy_until AND b.busy_from < a.busy_until
        """;

    private const string UnevenSql =
        """
        SELECT count(*) FROM legal_booking b LEFT JOIN legal_taken_time t ON t.id = b.taken_time_id
         WHERE (b.state = 0) <> (t.id IS NOT NULL) OR (t.id IS NOT NULL AND (t.starts_at, t.lawyer_id) IS DISTINCT FROM (b.starts_at, b.lawyer_id))
        """;

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;
    private PersonId[] _people = [];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        var site = await _office.SiteAsync("职工服务中心");
        await _office.LawyerAsync("周静", site);
        await _office.LawyerAsync("王律", site);
        _people = await _office.PeopleAsync(4);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Random_bookings_moves_cancellations_and_pauses_never_overlap()
    {
        var step = from who in Gen.Choose(0, 3)
                   from deed in Gen.Choose(0, 4)
                   from which in Gen.Choose(0, 11)
                   from length in Gen.Choose(0, 2)
                   select new Step(who, deed, which, (ConsultationLength)length);
        var config = Config.QuickThrowOnFailure.WithMaxTest(Effort.Of(8, 100)).WithEndSize(12);
        Prop.ForAll(step.ListOf().ToArbitrary(), steps => HoldsAsync([.. steps]).GetAwaiter().GetResult()).Check(config);
    }

    private async Task<bool> HoldsAsync(Step[] steps)
    {
        await _database.ExecuteAsync("TRUNCATE legal_taken_time, legal_booking, legal_waiting CASCADE");
        foreach (var step in steps) await DoAsync(step);
        return await _database.ScalarAsync<long>(OverlapsSql) == 0 && await _database.ScalarAsync<long>(UnevenSql) == 0;
    }

    private async Task DoAsync(Step step)
    {
        var person = _people[step.Who];
        var open = await _office.InTurnAsync(c => c.OpenAsync(person, CancellationToken.None)) is [var first, ..] ? first : null;
        switch (step.Deed)
        {
            case 0 when open is not null: await _office.CancelAsync(person, open.Id); break;
            case 1: _office.Union.Waits(TimeSpan.FromMinutes(step.Which)); break;
            case 2: await HoldAsync(person, step, open); break;
            default:
                if (await HoldAsync(person, step, open) is not { } held) break;
                if (open is null) await _office.ConfirmAsync(person, held.Hold);
                else await _office.MoveAsync(person, open.Id, held.Hold);
                break;
        }
    }

    private async Task<HeldSlot?> HoldAsync(PersonId person, Step step, KnownBooking? open)
    {
        var wish = new SlotWish { Length = step.Length, From = new DateOnly(2026, 1, 16), Until = new DateOnly(2026, 1, 16) };
        var free = await _office.FindAsync(wish, 12);
        return free.Count == 0 ? null : (await _office.HoldAsync(person, free[step.Which % free.Count], new HoldPurpose(Moving: open?.Id))).Held;
    }

    private sealed record Step(int Who, int Deed, int Which, ConsultationLength Length);
}
