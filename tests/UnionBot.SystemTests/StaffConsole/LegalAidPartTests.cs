using System.Globalization;
using System.Net;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>
/// Staff of a district see its lawyers and sites, and what is booked there or by its members; of others' they see nothing and change
/// nothing. It is ten on the morning of Monday 12 January 2026.
/// </summary>
public sealed class LegalAidPartTests(ConsultationOffice office) : IClassFixture<ConsultationOffice>
{
    private const string Root = "/console/legal-aid";

    private const long City = 1, Lixia = 2, Shizhong = 3, Firm = 4;

    [Fact]
    public async Task A_district_has_its_own_lawyers_and_bookings_and_the_city_has_all()
    {
        var (ours, theirs, top) = (await LawyerAsync("历律", Lixia), await LawyerAsync("市律", Shizhong), await LawyerAsync("顶律", null));
        var (district, city) = (await StaffAsync("part-lixia", RoleKind.Operator, Lixia), await StaffAsync("part-city", RoleKind.Operator, City));
        var (mine, other) = (await office.BookAsync("part-wang", "01-12 14:00", ours), await office.BookAsync("part-li", "01-12 14:00", theirs));
        var highest = await office.BookAsync("part-zhao", "01-12 14:40", top);

        await district.Browser.OpenAsync(Root);
        Assert.Contains(mine.Number, district.Browser.Page, StringComparison.Ordinal);
        Assert.All([other.Number, highest.Number, "市律", "顶律"], words => Assert.DoesNotContain(words, district.Browser.Page, StringComparison.Ordinal));
        await city.Browser.OpenAsync(Root);
        Assert.All([mine.Number, other.Number, highest.Number], number => Assert.Contains(number, city.Browser.Page, StringComparison.Ordinal));

        foreach (var page in new[] { Root + "/schedule", Root + "/away" })
        {
            await district.Browser.OpenAsync(page);
            Assert.Contains("历律", district.Browser.Page, StringComparison.Ordinal);
            Assert.All(["市律", "顶律"], name => Assert.DoesNotContain(name, district.Browser.Page, StringComparison.Ordinal));
            await city.Browser.OpenAsync(page);
            Assert.All(["历律", "市律", "顶律"], name => Assert.Contains(name, city.Browser.Page, StringComparison.Ordinal));
        }

        foreach (var page in new[] { "", "/move", "/cancel", "/transfer", "/outcome" })
        {
            Assert.Equal(HttpStatusCode.OK, await district.Browser.OpenAsync(ConsultationOffice.AddressOf(mine.Id) + page));
            Assert.Equal(HttpStatusCode.NotFound, await district.Browser.OpenAsync(ConsultationOffice.AddressOf(other.Id) + page));
        }
    }

    [Fact]
    public async Task What_belongs_to_another_district_cannot_be_changed_whatever_is_sent()
    {
        var (ours, theirs) = (await LawyerAsync("甲律", Lixia), await LawyerAsync("乙律", Shizhong));
        var staff = await StaffAsync("part-changer", RoleKind.Operator, Lixia);
        var (mine, other) = (await office.BookAsync("change-wang", "01-12 15:20", ours), await office.BookAsync("change-li", "01-12 15:20", theirs));
        await staff.Browser.OpenAsync(Root);

        await staff.Browser.SubmitAsync(Root, ("deed", "check-in"), ("number", other.Number));
        Assert.Contains("没有这个预约", staff.Browser.Page, StringComparison.Ordinal);
        var address = ConsultationOffice.AddressOf(other.Id);
        await staff.Browser.SubmitAsync(address, ("deed", "done"), ("version", "1"));
        await staff.Browser.SubmitAsync(address + "/cancel", ("reason", "不来了"), ("tells", "no"), ("version", "1"));
        await staff.Browser.SubmitAsync(address + "/transfer", ("target", "Petition"), ("tells", "no"), ("version", "1"));
        await staff.Browser.SubmitAsync(address + "/outcome", ("kind", "Advice"), ("version", "0"));
        await staff.Browser.SubmitAsync(Root + "/away", ("lawyer", Number(theirs)), ("from", "2026-01-12T08:00"), ("until", "2026-01-12T18:00"), ("deed", "confirm"), ("version", other.Number));
        await staff.Browser.SubmitAsync($"{Root}/lawyers/{theirs}/conflicts", ("deed", "add"), ("employer", "鑫源机械"));

        Assert.Equal(1L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM legal_booking_event WHERE booking_id = $1", other.Id));
        Assert.Equal(0L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM legal_absence WHERE lawyer_id = $1", theirs));
        Assert.Equal(0L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM legal_served_employer WHERE lawyer_id = $1", theirs));
        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.OpenAsync($"{Root}/lawyers/{theirs}/conflicts"));

        await staff.Browser.OpenAsync(Root);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(Root, ("deed", "check-in"), ("number", mine.Number)));
    }

    [Fact]
    public async Task A_time_can_be_given_away_where_the_lawyer_or_the_place_is_ones_own()
    {
        var site = await office.SiteAsync("历下站");
        await office.Console.Database.ExecuteAsync("UPDATE legal_site SET organisation_id = $2 WHERE id = $1", site, await TreeAsync(Lixia));
        var here = await LawyerAsync("站律", Shizhong, site);
        await LawyerAsync("远律", Shizhong, await office.SiteAsync("市中站"));
        var staff = await StaffAsync("part-desk", RoleKind.Operator, Lixia);
        var booked = await office.BookAsync("desk-wang", "01-13 09:10", here);

        foreach (var page in new[] { Root + "/walk-in", Root + "?day=2026-01-13", ConsultationOffice.AddressOf(booked.Id) + "/move?day=2026-01-14&mode=OnSite" })
        {
            await staff.Browser.OpenAsync(page);
            Assert.Contains("站律", staff.Browser.Page, StringComparison.Ordinal);
            Assert.DoesNotContain("远律", staff.Browser.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_districts_supervisor_is_led_from_the_board_to_the_stories_of_its_members()
    {
        var lawyer = await LawyerAsync("远方律", Shizhong);
        var (supervisor, firm) = (await StaffAsync("part-supervisor", RoleKind.LegalSupervisor, Lixia), await StaffAsync("part-firm", RoleKind.LegalSupervisor, Firm));
        var (member, stranger) = (await office.BookAsync("story-member", "01-13 14:00", lawyer), await office.BookAsync("story-stranger", "01-13 14:40", lawyer));
        await EnrolAsync("story-member");

        await supervisor.Browser.OpenAsync(Root + "?day=2026-01-13");
        Assert.Contains($"href=\"{ConsultationOffice.AddressOf(member.Id)}\"", supervisor.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(stranger.Number, supervisor.Browser.Page, StringComparison.Ordinal);
        await supervisor.Browser.OpenAsync(ConsultationOffice.AddressOf(member.Id));
        Assert.Contains("看本人说的和材料", supervisor.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await supervisor.Browser.OpenAsync(ConsultationOffice.AddressOf(member.Id) + "/story"));
        Assert.Equal(HttpStatusCode.NotFound, await supervisor.Browser.OpenAsync(ConsultationOffice.AddressOf(stranger.Id) + "/story"));

        await firm.Browser.OpenAsync(Root + "?day=2026-01-13");
        Assert.DoesNotContain(member.Number, firm.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await firm.Browser.OpenAsync(ConsultationOffice.AddressOf(member.Id)));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<long> LawyerAsync(string name, long? organisation, long? site = null)
    {
        var lawyer = await office.LawyerAsync(name, site);
        if (organisation is { } node) await office.Console.Database.ExecuteAsync("UPDATE legal_lawyer SET organisation_id = $2 WHERE id = $1", lawyer, await TreeAsync(node));
        return lawyer;
    }

    private async Task<StaffMember> StaffAsync(string user, RoleKind role, long organisation)
    {
        var staff = await office.Console.AddReadyAsync(user, role);
        await office.Console.Database.ExecuteAsync("UPDATE staff_role SET organisation_id = $2 WHERE staff_id = $1", staff.Staff, await TreeAsync(organisation));
        return staff;
    }

    /// <summary>Somebody is on the roster of a firm in the district.</summary>
    private async Task EnrolAsync(string address)
    {
        await office.Console.Database.ExecuteAsync("INSERT INTO organisation (id, parent_id, path, name, level, region_code) VALUES (9, 2, '1.2.9.', '历下棉纺厂工会', 5, '370102') ON CONFLICT DO NOTHING");
        await office.Console.AddMemberAsync(901, "NO901");
        await office.Console.Database.ExecuteAsync("UPDATE member SET person_id = $1, bound_at = now() WHERE id = 901", (await office.PersonAsync(address)).Value);
    }

    private async Task<long> TreeAsync(long node)
    {
        await office.Console.Database.ExecuteAsync(
            """
            INSERT INTO organisation (id, parent_id, path, name, level, region_code)
            VALUES (1, NULL, '1.', '济南市总工会', 2, '370100'), (2, 1, '1.2.', '历下区总工会', 3, '370102'),
                   (3, 1, '1.3.', '市中区总工会', 3, '370103'), (4, 2, '1.2.4.', '历下某厂工会', 5, '370102')
            ON CONFLICT DO NOTHING
            """);
        return node;
    }
}
