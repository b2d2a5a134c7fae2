using System.Net;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>法律援助数字: figures, and behind them numbers without anything personal.</summary>
public sealed class FigurePageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string May = "from=2031-05-01&until=2031-05-31";
    private const string Page = $"/console/legal-aid/figures?{May}";

    [Fact]
    public async Task A_supervisor_reads_the_figures_and_the_numbers_behind_them()
    {
        await InventAsync();
        var staff = await console.AddReadyAsync("figures", RoleKind.LegalSupervisor);

        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync(Page));
        Assert.Contains("3 件", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("预约 3 件", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("33.3%", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("1.8 万元", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("欠薪", staff.Browser.Page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync($"/console/legal-aid/figures/list?{May}&figure=missed"));
        Assert.Contains("<a href=\"/console/legal-aid/bookings/00000000-0000-0000-0000-000000000902\">LA-0502-002</a>", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("LA-0501-001", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync($"/console/legal-aid/figures/list?{May}&figure=booked&by=Topic&key=work_injury"));
        Assert.Contains("LA-0503-003", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("LA-0502-002", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.OpenAsync($"/console/legal-aid/figures/list?{May}&figure=nothing"));
    }

    [Fact]
    public async Task Who_may_not_open_bookings_sees_their_numbers_without_a_link()
    {
        await InventAsync();
        var staff = await console.AddReadyAsync("approver-figures", RoleKind.Approver);

        await staff.Browser.OpenAsync($"/console/legal-aid/figures/list?{May}&figure=missed");

        Assert.Contains("LA-0502-002", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/console/legal-aid/bookings/", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_for_a_part_of_the_tree_sees_its_people_only()
    {
        await InventAsync();
        var staff = await console.AddReadyAsync("district-figures", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);

        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync(Page));
        Assert.DoesNotContain("预约 3 件", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.OpenAsync($"{Page}&org=987654"));
    }

    /// <summary>Three bookings of May 2031: one held, one missed, one cancelled.</summary>
    private async Task InventAsync()
    {
        await console.Database.ExecuteAsync(
            "INSERT INTO legal_lawyer (id, name, name_hash, office, skills, dialects, modes, is_woman, signs, new_forms, is_demo, is_active) VALUES (900, '', 'x', '所', '{}', '{}', 7, false, false, false, false, false) ON CONFLICT DO NOTHING");
        await console.Database.ExecuteAsync(
            """
            INSERT INTO legal_booking (id, number_day, number_in_day, lawyer_id, mode, starts_at, ends_at, state, topic, people, for_other, is_urgent,
                                       consent_version, booked_at, is_coming, moves, failed_calls)
            SELECT ('00000000-0000-0000-0000-00000000090' || n)::uuid, '2031-05-01'::date + n - 1, n, 900, 2, at, at + interval '30 minutes', (ARRAY[2, 3, 5])[n],
                   (ARRAY['wage_arrears', 'wage_arrears', 'work_injury'])[n], 1, false, false, 'x', at, false, 0, 0
              FROM (SELECT n, '2031-04-30 10:00+08'::timestamptz + n * interval '1 day' AS at FROM generate_series(1, 3) AS n) AS invented
                ON CONFLICT DO NOTHING
            """);
        await console.Database.ExecuteAsync(
            """
            INSERT INTO legal_outcome (id, booking_id, version, kinds, amount_involved_fen, actor, written_at)
            VALUES ('00000000-0000-0000-0000-000000000911', '00000000-0000-0000-0000-000000000901', 1, 1, 1800000, 0, now()) ON CONFLICT DO NOTHING
            """);
    }
}
