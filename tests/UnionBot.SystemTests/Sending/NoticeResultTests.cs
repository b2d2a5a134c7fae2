using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sending;

/// <summary>Results of subscription notices: the platform names person and template, and which of several comes first.</summary>
public sealed class NoticeResultTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly SendingRules Rules = new()
    {
        Notices = new Dictionary<MessageKind, string> { [MessageKind.Booking] = "bookings", [MessageKind.Broadcast] = "broadcasts" },
    };

    private static int _people;

    private readonly MessageCiphers _ciphers = new(new FieldCipher(RunningBot.Keys));
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    private TestDatabase Database => fixture.Database;

    private DeliveryReports Reports => new(
        Database.Source, _ciphers, new NoticeResults(Database.Source, Rules, new BusinessClock(TimeProvider.System)), new MassReports(Database.Source));

    public async Task InitializeAsync() => await new MessagePartitions(Database.Source).EnsureAsync(_now, default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Each_result_is_about_the_first_notice_of_its_person_and_template_that_has_none()
    {
        var (address, person) = await PersonAsync();
        foreach (var minutes in (int[])[3, 2]) await NoticeAsync(person, OutboundStatus.Accepted, minutes);
        await BroadcastAsync(person);
        var (_, other) = await PersonAsync();
        await NoticeAsync(other, OutboundStatus.Accepted, minutes: 5);

        for (var push = 0; push < 2; push++) await ReportAsync($"{address}|one", address, "bookings", "1001", 0);
        await ReportAsync($"{address}|two", address, "bookings", "1002", 43101);

        Assert.Equal([OutboundStatus.Delivered, OutboundStatus.Failed], await StatusesAsync(person));
        Assert.Equal([OutboundStatus.Accepted], await StatusesAsync(other));
        Assert.Equal((short)3, await Database.ScalarAsync<short>("SELECT status FROM mass_recipient WHERE person_id = $1", person));

        await ReportAsync($"{address}|three", address, "broadcasts", "1700000000000000003", 0);
        Assert.Equal((short)4, await Database.ScalarAsync<short>("SELECT status FROM mass_recipient WHERE person_id = $1", person));
    }

    [Fact]
    public async Task A_result_that_comes_before_the_platform_s_answer_is_found_when_that_is_recorded()
    {
        var (address, person) = await PersonAsync();
        await NoticeAsync(person, OutboundStatus.Sending, minutes: 0);
        await ReportAsync(address, address, "bookings", "2001", 0);
        Assert.Equal([OutboundStatus.Sending], await StatusesAsync(person));

        await Database.ExecuteAsync("UPDATE outbound SET status = 3 WHERE person_id = $1", person);
        await Reports.CloseNoticesAsync([person], default);

        Assert.Equal([OutboundStatus.Delivered], await StatusesAsync(person));
    }

    [Fact]
    public async Task A_result_from_before_the_notice_is_about_another()
    {
        var (address, person) = await PersonAsync();
        await ReportAsync(address, address, "bookings", "3001", 43101, _now.AddHours(-1));
        await NoticeAsync(person, OutboundStatus.Accepted, minutes: 1);

        await Reports.CloseNoticesAsync([person], default);

        Assert.Equal([OutboundStatus.Accepted], await StatusesAsync(person));
    }

    private async Task<(string Address, long Person)> PersonAsync()
    {
        var address = $"o-notice-{Interlocked.Increment(ref _people)}";
        var hash = _ciphers.AddressHash("wechat", address);
        var person = await Database.ScalarAsync<long>(
            "INSERT INTO person (channel, address_hash, address, seen_at) VALUES ('wechat', $1, $2, now()) RETURNING id",
            hash, _ciphers.SealAddress(address, hash));
        return (address, person);
    }

    private async Task NoticeAsync(long person, OutboundStatus status, int minutes) => await Database.ExecuteAsync(
        """
        INSERT INTO outbound (period, person_id, occasion, kind, route, text, status, created_at, not_before, not_after, begun_at)
        SELECT date_trunc('month', now() AT TIME ZONE 'UTC'), $1, 'test/' || $3, $4, 3, '', $2, now(), now(), now(), now() - make_interval(mins => $3)
        """,
        person, (short)status, minutes, (short)MessageKind.Booking);

    private async Task BroadcastAsync(long person)
    {
        await using var db = Database.Open();
        var ledger = new MassLedger(db, new SendingRules(), new BusinessClock(TimeProvider.System));
        await ledger.FreezeAsync(new MassAudience(901, MessageKind.Broadcast, $"SELECT {person} AS person_id, 3::smallint AS route, NULL::smallint AS reason"), default);
        await Database.ExecuteAsync("UPDATE mass_recipient SET status = 3; UPDATE mass_send SET begun_at = now(), state = 1");
    }

    private Task ReportAsync(string key, string address, string template, string id, int code, DateTimeOffset? at = null) => Reports.RecordAsync(
        "wechat",
        key,
        at ?? _now,
        [
            new ReportDraft(ReportedSend.Notice, id, address, code == 0 ? ReportedOutcome.Delivered : ReportedOutcome.Failed)
            {
                TemplateId = template,
                ErrorCode = code == 0 ? null : code,
            },
        ],
        default);

    private async Task<OutboundStatus[]> StatusesAsync(long person) =>
        [.. (await Database.ScalarAsync<short[]>("SELECT array_agg(status ORDER BY begun_at) FROM outbound WHERE person_id = $1", person)).Select(s => (OutboundStatus)s)];
}
