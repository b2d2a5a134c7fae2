using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Sending.Mass;

/// <summary>Who is meant by a broadcast, written down before anybody is told.</summary>
public sealed class MassLedgerTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private const short Unfollowed = (short)WithheldReason.Unfollowed;

    private UnionDb _db = null!;
    private int _broadcasts;

    private MassLedger Ledger => new(_db, new SendingRules(), new BusinessClock(TimeProvider.System));

    public async Task InitializeAsync()
    {
        _db = fixture.Database.Open();
        _broadcasts = await fixture.Database.ScalarAsync<int>("SELECT coalesce(max(broadcast_id), 0) FROM mass_send");
    }

    public async Task DisposeAsync() => await _db.DisposeAsync();

    [Fact]
    public async Task Everybody_is_in_the_ledger_also_who_is_left_out_and_why()
    {
        var frozen = await FreezeAsync(people: 25, leftOut: 5, SendRoute.Mass);

        Assert.Equal(new FrozenAudience(25, 5), frozen);
        Assert.Equal(
            [
                new MassCount(SendRoute.Mass, OutboundStatus.Queued, null, null, 20),
                new MassCount(SendRoute.Mass, OutboundStatus.Withheld, WithheldReason.Unfollowed, null, 5),
            ],
            await CountsAsync());
        Assert.Equal(MassState.Frozen, (await Ledger.ReadAsync(_broadcasts, default))!.State);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9_999, 1)]
    [InlineData(10_000, 2)]
    [InlineData(25_000, 3)]
    public async Task Lists_are_of_one_size_so_that_nobody_is_left_in_one_alone(int people, int lists)
    {
        await FreezeAsync(people, leftOut: 0, SendRoute.Mass);

        await using var command = fixture.Database.Source.CreateCommand(
            """
            SELECT (SELECT count(*) FROM mass_recipient r WHERE r.broadcast_id = s.broadcast_id AND r.person_id BETWEEN s.first_person AND s.last_person)
              FROM mass_slice s WHERE broadcast_id = $1 ORDER BY number
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _broadcasts });
        var sizes = new List<long>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) sizes.Add(row.GetInt64(0));

        Assert.Equal(lists, sizes.Count);
        Assert.Equal(people, sizes.Sum());
        Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
    }

    [Fact]
    public async Task Each_way_has_parts_of_its_own_with_a_key_of_their_own()
    {
        FormattableString people = $"SELECT n AS person_id, (2 + n % 2)::smallint AS route, NULL::smallint AS reason FROM generate_series(1, {3_000}) AS n";
        await Ledger.FreezeAsync(new MassAudience(++_broadcasts, MessageKind.Broadcast, people), default);

        Assert.Equal(4L, await fixture.Database.ScalarAsync<long>(
            "SELECT count(DISTINCT client_key) FROM mass_slice WHERE broadcast_id = $1 AND length(client_key) <= 32", _broadcasts));
        Assert.Equal(2L, await fixture.Database.ScalarAsync<long>(
            "SELECT count(DISTINCT route) FROM mass_slice WHERE broadcast_id = $1", _broadcasts));
    }

    [Fact]
    public async Task Who_was_not_told_before_it_was_cancelled_is_withheld_for_that()
    {
        await FreezeAsync(people: 3, leftOut: 1, SendRoute.Template);
        Assert.True(await Ledger.CancelAsync(_broadcasts, default));

        Assert.Equal(
            [WithheldReason.Unfollowed, WithheldReason.Cancelled],
            (await CountsAsync()).Select(c => c.Reason!.Value));
        var fates = new List<MassFate>();
        await foreach (var fate in Ledger.FatesAsync(_broadcasts, default)) fates.Add(fate);
        Assert.Equal([1L, 2L, 3L], fates.Select(f => f.Person));
        Assert.All(fates, f => Assert.Equal(OutboundStatus.Withheld, f.Status));
        Assert.False(await Ledger.StartAsync(_broadcasts, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default));
    }

    [Fact]
    public async Task A_person_s_page_shows_what_they_were_told_of_every_broadcast()
    {
        await FreezeAsync(people: 3, leftOut: 0, SendRoute.Custom);
        var first = _broadcasts;
        await FreezeAsync(people: 2, leftOut: 0, SendRoute.Notice);

        var fates = (await Ledger.PersonFatesAsync(new PersonId(2), default)).Where(f => f.BroadcastId >= first);
        Assert.Equal([(_broadcasts, SendRoute.Notice), (first, SendRoute.Custom)], fates.Select(f => (f.BroadcastId, f.Route)));
    }

    [Fact]
    public async Task An_audience_that_nobody_of_was_told_can_be_forgotten_and_chosen_anew()
    {
        await FreezeAsync(people: 3, leftOut: 0, SendRoute.Mass);
        Assert.True(await Ledger.ThawAsync(_broadcasts--, default));

        Assert.Equal(new FrozenAudience(2, 0), await FreezeAsync(people: 2, leftOut: 0, SendRoute.Mass));
    }

    [Fact]
    public async Task The_people_of_what_was_over_long_ago_are_dropped_as_a_whole()
    {
        await FreezeAsync(people: 3, leftOut: 0, SendRoute.Mass);
        await Ledger.CancelAsync(_broadcasts, default);

        Assert.Equal(0, await Ledger.DropBeforeAsync(TimeProvider.System.GetUtcNow().AddDays(-1), default));
        Assert.InRange(await Ledger.DropBeforeAsync(TimeProvider.System.GetUtcNow().AddDays(1), default), 1, int.MaxValue);

        Assert.True(await fixture.Database.ScalarAsync<bool>("SELECT to_regclass($1) IS NULL", $"mass_recipient_{_broadcasts}"));
        Assert.Null(await Ledger.ReadAsync(_broadcasts, default));
    }

    private Task<FrozenAudience> FreezeAsync(int people, int leftOut, SendRoute route)
    {
        var way = (short)route;
        FormattableString audience =
            $"""
            SELECT n AS person_id, {way} AS route, CASE WHEN n <= {leftOut} THEN {Unfollowed} END AS reason
              FROM generate_series(1, {people}) AS n
            """;
        return Ledger.FreezeAsync(new MassAudience(++_broadcasts, MessageKind.Broadcast, audience), default);
    }

    private Task<IReadOnlyList<MassCount>> CountsAsync() => Ledger.CountsAsync(_broadcasts, default);
}
