using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Calendars;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>What stands in lawyers' calendars, and who can read them.</summary>
public sealed class LawyerCalendarTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;
    private long _zhou;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        _zhou = await _office.LawyerAsync("周静", await _office.SiteAsync("职工服务中心"));
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_consultation_keeps_its_name_and_its_sequence_rises_with_each_change()
    {
        var secret = await OpenAsync();
        var wang = await _office.PersonAsync("王芳");
        var booked = await _office.BookAsync(wang, "01-16 14:40", new SlotWish { Modes = ConsultationModes.OnSite });
        var first = Assert.Single((await ReadAsync(secret))!);
        Assert.Equal((booked.Number, 0, false, "职工服务中心"), (first.Number, first.Sequence, first.IsCancelled, first.Site));

        var held = (await _office.HoldAsync(wang, await _office.SlotAsync("01-19 09:10"), new HoldPurpose(Moving: booked.Id))).Held!;
        await _office.MoveAsync(wang, booked.Id, held.Hold);
        var moved = Assert.Single((await ReadAsync(secret))!);
        Assert.Equal((first.Id, 1, LegalOffice.At("01-19 09:10")), (moved.Id, moved.Sequence, moved.StartsAt));

        await _office.CancelAsync(wang, booked.Id);
        var cancelled = Assert.Single((await ReadAsync(secret))!);
        Assert.Equal((first.Id, 2, true), (cancelled.Id, cancelled.Sequence, cancelled.IsCancelled));
    }

    [Fact]
    public async Task What_another_lawyer_has_by_now_is_cancelled_here()
    {
        var secret = await OpenAsync();
        var wang = await _office.PersonAsync("王芳");
        var booked = await _office.BookAsync(wang, "01-16 14:40");
        var li = await _office.LawyerAsync("李明");
        var slot = (await _office.FindAsync(new SlotWish { LawyerId = li, From = new DateOnly(2026, 1, 19), Until = new DateOnly(2026, 1, 19) }))[0];
        await _office.MoveAsync(wang, booked.Id, (await _office.HoldAsync(wang, slot, new HoldPurpose(Moving: booked.Id))).Held!.Hold);

        var left = Assert.Single((await ReadAsync(secret))!);

        Assert.Equal((booked.Id, true, LegalOffice.At("01-16 14:40"), 1), (left.Id, left.IsCancelled, left.StartsAt, left.Sequence));
    }

    [Fact]
    public async Task A_secret_that_was_renewed_or_ended_opens_nothing_and_is_kept_nowhere()
    {
        var first = await OpenAsync();
        var second = await OpenAsync();
        Assert.NotEqual(first, second);
        Assert.Null(await ReadAsync(first));
        Assert.NotNull(await ReadAsync(second));
        Assert.Equal(16, await _database.ScalarAsync<int>("SELECT length(secret_hash) FROM legal_calendar_link"));

        await _database.ExecuteAsync("UPDATE legal_lawyer SET is_active = false");
        Assert.Null(await ReadAsync(second));
        await _database.ExecuteAsync("UPDATE legal_lawyer SET is_active = true");
        Assert.True(await _office.Union.AsAsync<CalendarLinks, bool>(links => links.EndAsync(_zhou, AuditActor.System, Ct)));
        Assert.Null(await ReadAsync(second));
    }

    [Fact]
    public async Task A_lawyer_renews_and_ends_it_in_the_chat()
    {
        await _office.BindLawyerAsync(_zhou, "o-zhou");

        var first = SecretIn(await _office.Union.SaysAsync("o-zhou", "日历链接"));
        var second = SecretIn(await _office.Union.SaysAsync("o-zhou", "日历链接"));

        Assert.Null(await ReadAsync(first));
        Assert.NotNull(await ReadAsync(second));
        Assert.Contains("停用了", await _office.Union.SaysAsync("o-zhou", "停用日历"), StringComparison.Ordinal);
        Assert.Null(await ReadAsync(second));
    }

    private async Task<string> OpenAsync() =>
        SecretIn((await _office.Union.AsAsync<CalendarLinks, Uri?>(links => links.OpenAsync(_zhou, AuditActor.System, Ct)))!.AbsoluteUri);

    /// <summary>43 characters of base64url: 256 bits.</summary>
    private static string SecretIn(string text)
    {
        var match = System.Text.RegularExpressions.Regex.Match(text, "https://bot.test/legal-aid/calendar/([A-Za-z0-9_-]{43})\\.ics");
        Assert.True(match.Success, text);
        return match.Groups[1].Value;
    }

    private Task<IReadOnlyList<CalendarEntry>?> ReadAsync(string secret) =>
        _office.Union.AsAsync<LawyerCalendars, IReadOnlyList<CalendarEntry>?>(calendars => calendars.ReadAsync(secret, Ct));
}
