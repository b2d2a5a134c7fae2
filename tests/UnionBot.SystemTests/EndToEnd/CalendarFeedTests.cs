using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Calendars;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>A lawyer's calendar as programs read it.</summary>
public sealed class CalendarFeedTests(City city) : IClassFixture<City>
{
    private const int LongestLine = 75;

    [Fact]
    public async Task Programs_read_the_consultations_and_nothing_of_whom_or_what_about()
    {
        var address = await OpenAsync();

        using var response = await city.Bot.Client.GetAsync(address.PathAndQuery);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, "text/calendar", "utf-8"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentType.CharSet));
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^2]));
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains(lines, line => line.StartsWith("UID:", StringComparison.Ordinal) && line.Contains('@'));
        Assert.Contains("DTSTART:20310316T064000Z", lines);
        Assert.Contains("DTEND:20310316T071000Z", lines);
        Assert.Contains("SEQUENCE:0", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains("SUMMARY:LA-0316-001 到场", lines);
        Assert.Contains(@"LOCATION:职工服务中心\, 东区\; 三楼（历山路一百二十三号电梯口往右走到底的第二间房）", lines);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, LongestLine));
        Assert.DoesNotContain("王芳", text, StringComparison.Ordinal);
        Assert.DoesNotContain("工资", text, StringComparison.Ordinal);
        Assert.DoesNotContain("鑫源", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/legal-aid/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    [InlineData("/legal-aid/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/legal-aid/calendar/x.ics")]
    public async Task A_wrong_secret_finds_nothing(string path)
    {
        using var response = await city.Bot.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<Uri> OpenAsync()
    {
        await using var scope = city.Bot.Services.CreateAsyncScope();
        var (services, ciphers) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<LegalAidCiphers>());
        await city.Database.ExecuteAsync(
            """
            INSERT INTO legal_site (id, name, address, region_code, rooms, is_demo)
            VALUES (70, '职工服务中心, 东区; 三楼（历山路一百二十三号电梯口往右走到底的第二间房）', '', '370102', 1, false) ON CONFLICT DO NOTHING
            """);
        await using (var db = city.Database.Open())
        {
            db.Add(new Lawyer(70, ciphers.SealLawyer(70, "周静"), ciphers.LawyerHash("周静", "所"), new LawyerFacts { Office = "所" }));
            await db.SaveChangesAsync();
        }

        var (id, told) = (Guid.CreateVersion7(), new ToldDetails { Summary = "三个月没发工资", Employer = "济南鑫源机械有限公司", Name = "王芳" });
        await city.Database.ExecuteAsync(
            """
            INSERT INTO legal_booking (id, number_day, number_in_day, lawyer_id, site_id, mode, starts_at, ends_at, state, topic, people, for_other, is_urgent,
                                       consent_version, told, booked_at, is_coming, moves, failed_calls)
            VALUES ($1, '2031-03-16', 1, 70, 70, 1, $3, $3 + interval '30 minutes', 1, 'wage_arrears', 1, false, false, 'x', $2, $3, false, 0, 0)
            """,
            id, ciphers.SealTold(id, told), new DateTimeOffset(2031, 3, 16, 6, 40, 0, TimeSpan.Zero));
        return (await services.GetRequiredService<CalendarLinks>().OpenAsync(70, AuditActor.System, CancellationToken.None))!;
    }
}
