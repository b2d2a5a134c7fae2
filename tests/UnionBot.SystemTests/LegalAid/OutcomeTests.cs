using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>What came of a consultation, and who may read what was told in it.</summary>
public sealed class OutcomeTests : IAsyncLifetime
{
    private static readonly AuditActor Staff = AuditActor.Operator("test");

    private static readonly CancellationToken Ct = CancellationToken.None;

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;
    private long _lawyer;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        _lawyer = await _office.LawyerAsync("周静");
        await _office.BookAsync(await _office.PersonAsync("王芳"), "01-12 14:00");
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_outcome_ends_the_consultation_and_a_correction_leaves_what_was_written()
    {
        var first = new OutcomeDetails { Kinds = OutcomeKinds.Advice, AmountInvolvedFen = 1_800_000, Minutes = 40, Note = "建议先投诉" };
        Assert.Null(await WriteAsync(first, seen: 0));
        Assert.Null(await WriteAsync(first with { AmountRecoveredFen = 1_200_000, Note = null }, seen: 1));

        var written = await _office.Union.AsAsync<OutcomeRegister, IReadOnlyList<WrittenOutcome>>(r => r.ReadAsync("la0112-1", Ct));
        Assert.Equal([(2, 1_200_000L, false), (1, null, true)], written.Select(w => (w.Version, w.Details.AmountRecoveredFen, w.HasNote)));
        Assert.Equal((short)BookingState.Done, await _database.ScalarAsync<short>("SELECT state FROM legal_booking"));
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_outcome WHERE replaced_at IS NULL"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_outcome WHERE note = convert_to('建议先投诉', 'UTF8')"));
    }

    [Fact]
    public async Task Of_two_who_write_at_once_one_is_told_that_it_has_changed()
    {
        var details = new OutcomeDetails { Kinds = OutcomeKinds.Drafting };

        var refusals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => WriteAsync(details, seen: 0)));

        Assert.Equal(5, refusals.Count(r => r is OutcomeRefusal.ChangedMeanwhile));
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_outcome"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        Assert.Equal(OutcomeRefusal.NoSuchBooking, await WriteAsync(new OutcomeDetails { Kinds = OutcomeKinds.Advice }, seen: 0, "LA-0112-009"));
        Assert.Equal(OutcomeRefusal.Impossible, await WriteAsync(new OutcomeDetails { Kinds = OutcomeKinds.None }, seen: 0));
        Assert.Equal(OutcomeRefusal.Impossible, await WriteAsync(new OutcomeDetails { Kinds = OutcomeKinds.Advice, AmountInvolvedFen = -1 }, seen: 0));

        await _office.BookAsync(await _office.PersonAsync("李强"), "01-16 14:40");
        Assert.Equal(OutcomeRefusal.NotYet, await WriteAsync(new OutcomeDetails { Kinds = OutcomeKinds.Advice }, seen: 0, "LA-0116-001"));
        await _office.Union.AsAsync<StaffBookings, BookingRefusal?>(desk => desk.CancelAsync("LA-0116-001", "有事", Staff, Ct));
        Assert.Equal(OutcomeRefusal.NotHeld, await WriteAsync(new OutcomeDetails { Kinds = OutcomeKinds.Advice }, seen: 0, "LA-0116-001"));
    }

    [Fact]
    public async Task What_goes_on_elsewhere_is_transferred()
    {
        Assert.Null(await WriteAsync(new OutcomeDetails { Kinds = OutcomeKinds.Advice | OutcomeKinds.ToLegalAid }, seen: 0));

        Assert.Equal((short)BookingState.Transferred, await _database.ScalarAsync<short>("SELECT state FROM legal_booking"));
    }

    [Fact]
    public async Task Only_its_lawyer_and_legal_supervisors_read_what_was_told_each_with_a_reason()
    {
        var (staff, supervisor, other) = (await StaffAsync("赵敏"), await StaffAsync("钱进"), await StaffAsync("周静"));
        await GiveAsync(staff, RoleKind.Operator);
        await GiveAsync(supervisor, RoleKind.LegalSupervisor);
        await WriteAsync(new OutcomeDetails { Kinds = OutcomeKinds.Advice, Note = "建议先投诉" }, seen: 0);

        Assert.Equal(ReadingRefusal.NotAllowed, (await ReadAsync(staff, "看看")).Refusal);
        Assert.Equal(ReadingRefusal.NotAllowed, (await ReadAsync(other, "看看")).Refusal);
        Assert.Equal(ReadingRefusal.NoReason, (await ReadAsync(supervisor, " ")).Refusal);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_reading"));

        var record = Assert.IsType<ConsultationRecord>((await ReadAsync(supervisor, "有人投诉律师")).Record);
        Assert.Equal(("三个月没发工资", "建议先投诉"), (record.Told!.Summary, record.Notes[0].Text));
        await _database.ExecuteAsync("UPDATE legal_lawyer SET staff_id = $1 WHERE id = $2", other, _lawyer);
        Assert.NotNull((await ReadAsync(other, "准备咨询")).Record);
        await _database.ExecuteAsync("UPDATE legal_lawyer SET is_active = false WHERE id = $1", _lawyer);
        Assert.Equal(ReadingRefusal.NotAllowed, (await ReadAsync(other, "准备咨询")).Refusal);

        var log = await _office.Union.AsAsync<ConsultationRecords, IReadOnlyList<ReadingEntry>>(r => r.ReadingsAsync("LA-0112-001", Ct));
        Assert.Equal(
            [(other, ReadingRight.AssignedLawyer, "准备咨询"), (supervisor, ReadingRight.LegalSupervisor, "有人投诉律师")],
            log.Select(e => (e.ById, e.Right, e.Reason)));
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'booking/told-read'"));
    }

    [Fact]
    public async Task A_supervisor_of_the_union_above_reads_it_and_one_of_the_persons_own_firm_does_not()
    {
        var (above, same) = (await StaffAsync("赵敏"), await StaffAsync("钱进"));
        var (firm, district) = await _office.EnrolAsync(await _office.Union.PersonAsync("王芳"));
        await GiveAsync(above, RoleKind.LegalSupervisor, district);
        await GiveAsync(same, RoleKind.LegalSupervisor, firm);

        Assert.Equal(ReadingRefusal.NotAllowed, (await ReadAsync(same, "督办检查")).Refusal);
        Assert.Equal("三个月没发工资", (await ReadAsync(above, "督办检查")).Record!.Told!.Summary);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_reading"));
    }

    private Task<OutcomeRefusal?> WriteAsync(OutcomeDetails details, int seen, string number = "LA-0112-001") =>
        _office.Union.AsAsync<OutcomeRegister, OutcomeRefusal?>(register => register.WriteAsync(number, details, seen, Staff, Ct));

    private Task<ReadingOutcome> ReadAsync(long staff, string reason) =>
        _office.Union.AsAsync<ConsultationRecords, ReadingOutcome>(records => records.ReadAsync("LA-0112-001", staff, reason, Ct));

    private async Task<long> StaffAsync(string name) =>
        (await _office.Union.AsAsync<StaffRegister, long?>(register => register.AddAsync(name, organisation: null, Ct)))!.Value;

    private Task<bool> GiveAsync(long staff, RoleKind role, long? organisation = null) =>
        _office.Union.AsAsync<StaffRoles, bool>(roles => roles.GiveAsync(AuditActor.System, staff, role, organisation, Ct));
}
