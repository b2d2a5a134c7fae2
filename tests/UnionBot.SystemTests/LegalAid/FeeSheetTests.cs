using UnionBot.Services.LegalAid.Figures;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>What lawyers are paid for: blocks of hours that are over, less leave, and what was held in each. Days are of January 2026.</summary>
public sealed class FeeSheetTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly FigurePeriod Days = new(new DateOnly(2026, 1, 12), new DateOnly(2026, 1, 16));

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;
    private long _site;
    private long _lawyer;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        _site = await _office.SiteAsync("历下站");
        _lawyer = await _office.LawyerAsync("周静", _site);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Each_block_that_is_over_has_its_line_with_what_was_held_in_it()
    {
        var people = await _office.PeopleAsync(4);
        await _office.BookAsync(people[0], "01-12 14:00");
        await _office.BookAsync(people[1], "01-12 14:40");
        await _office.BookAsync(people[2], "01-13 09:10");
        await _office.BookAsync(people[3], "01-14 09:10");
        await EndAsync("01-12 14:00", state: 2);
        await EndAsync("01-12 14:40", state: 3);
        await EndAsync("01-13 09:10", state: 1);
        await EndAsync("01-14 09:10", state: 6, ended: "01-13 10:00");
        _office.ItBecomes("01-14 12:00");

        var sheet = await ReadAsync();

        Assert.Equal(
            [(12, "08:30", 0), (12, "14:00", 1), (13, "08:30", 1), (13, "14:00", 0), (14, "08:30", 0)],
            sheet.Lines.Select(line => (line.Day.Day, $"{line.Hours!.Value.From:HH:mm}", line.Held)));
        Assert.All(sheet.Lines, line => Assert.Equal(("周静", "历下律师事务所", "历下站"), (line.Lawyer, line.Office, line.Site)));
        Assert.Equal(("周静", 5, 2, null), sheet.Totals.Select(t => (t.Lawyer, t.Sessions, t.Held, t.AmountFen)).Single());
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_booking WHERE state IN (1, 2)"));
    }

    [Fact]
    public async Task Leave_all_through_a_block_is_no_session_and_what_was_held_outside_of_hours_is_seen()
    {
        await _office.BookAsync((await _office.PeopleAsync(1))[0], "01-13 14:00");
        await EndAsync("01-13 14:00", state: 2);
        await _database.ExecuteAsync("DELETE FROM legal_rota_block WHERE weekday = 2 AND starts_at = '14:00'");
        await _database.ExecuteAsync("INSERT INTO legal_absence (lawyer_id, starts_at, ends_at) VALUES ($1, '2026-01-12 08:00+08', '2026-01-12 12:00+08')", _lawyer);
        await _database.ExecuteAsync("INSERT INTO legal_absence (lawyer_id, starts_at, ends_at) VALUES ($1, '2026-01-12 14:00+08', '2026-01-12 15:00+08')", _lawyer);
        _office.ItBecomes("01-13 18:00");

        var sheet = await ReadAsync();

        Assert.Equal(
            [(12, "14:00", 0), (13, "08:30", 0), (13, "", 1)],
            sheet.Lines.Select(line => (line.Day.Day, line.Hours is var (from, _) ? $"{from:HH:mm}" : "", line.Held)));
        Assert.Equal((2, 1), sheet.Totals.Select(t => (t.Sessions, t.Held)).Single());
    }

    private Task<FeeSheet> ReadAsync() => _office.Union.AsAsync<FeeSheets, FeeSheet>(fees => fees.ReadAsync(Days, LegalPart.Whole, Ct));

    private Task<int> EndAsync(string start, int state, string? ended = null) => _database.ExecuteAsync(
        "UPDATE legal_booking SET state = $2, ended_at = $3 WHERE starts_at = $1",
        LegalOffice.At(start), (short)state, LegalOffice.At(ended ?? start));
}
