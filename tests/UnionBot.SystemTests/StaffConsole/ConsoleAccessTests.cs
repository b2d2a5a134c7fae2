using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>Who may open which address. A new one without a decision here fails.</summary>
public sealed class ConsoleAccessTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private static readonly RoleKind[] Everybody = Enum.GetValues<RoleKind>();

    private static readonly Dictionary<string, RoleKind[]> Decisions = new()
    {
        ["GET /console"] = Everybody,
        ["GET /console/sign-in"] = Everybody,
        ["POST /console/sign-in"] = Everybody,
        ["GET /console/sign-in/code"] = Everybody,
        ["POST /console/sign-in/code"] = Everybody,
        ["GET /console/password"] = Everybody,
        ["POST /console/password"] = Everybody,
        ["GET /console/second-factor"] = Everybody,
        ["POST /console/second-factor"] = Everybody,
        ["GET /console/me"] = Everybody,
        ["POST /console/me"] = Everybody,
        ["GET /console/cases"] = [RoleKind.Operator, RoleKind.Auditor],
        ["GET /console/cases/{number:long}"] = [RoleKind.Operator, RoleKind.Auditor],
        ["POST /console/cases/{number:long}"] = [RoleKind.Operator],
        ["GET /console/phone-lists"] = [RoleKind.Operator],
        ["GET /console/bind-codes"] = [RoleKind.Operator],
        ["POST /console/bind-codes"] = [RoleKind.Operator],
        ["GET /console/duty"] = [RoleKind.Operator, RoleKind.Auditor, RoleKind.Administrator],
        ["POST /console/duty"] = [RoleKind.Operator, RoleKind.Administrator],
        ["GET /console/broadcasts"] = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor],
        ["GET /console/broadcasts/new"] = [RoleKind.Operator],
        ["POST /console/broadcasts/new"] = [RoleKind.Operator],
        ["GET /console/broadcasts/audience"] = [RoleKind.Operator],
        ["GET /console/broadcasts/{number:int}"] = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor],
        ["POST /console/broadcasts/{number:int}"] = [RoleKind.Operator, RoleKind.Approver],
        ["GET /console/broadcasts/{number:int}/edit"] = [RoleKind.Operator],
        ["POST /console/broadcasts/{number:int}/edit"] = [RoleKind.Operator],
        ["GET /console/broadcasts/{number:int}/decide"] = [RoleKind.Operator, RoleKind.Approver],
        ["GET /console/broadcasts/{number:int}/people"] = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor],
        ["GET /console/broadcasts/{number:int}/phones"] = [RoleKind.Operator],
        ["GET /console/outbox"] = [RoleKind.Operator, RoleKind.Auditor, RoleKind.Administrator],
        ["POST /console/outbox"] = [RoleKind.Operator, RoleKind.Administrator],
        ["GET /console/outbox/switch"] = [RoleKind.Operator, RoleKind.Administrator],
        ["POST /console/outbox/switch"] = [RoleKind.Operator, RoleKind.Administrator],
        ["GET /console/jobs"] = [RoleKind.Operator, RoleKind.Auditor, RoleKind.Administrator],
        ["POST /console/jobs"] = [RoleKind.Administrator],
        ["GET /console/jobs/runs"] = [RoleKind.Operator, RoleKind.Auditor, RoleKind.Administrator],
        ["GET /console/accounts"] = [RoleKind.Administrator],
        ["POST /console/accounts"] = [RoleKind.Administrator],
        ["GET /console/accounts/{number:long}"] = [RoleKind.Administrator],
        ["POST /console/accounts/{number:long}"] = [RoleKind.Administrator],
        ["GET /console/not-understood"] = [RoleKind.Operator, RoleKind.Auditor],
        ["POST /console/not-understood"] = [RoleKind.Operator],
        ["GET /console/subscriptions"] = [RoleKind.Operator, RoleKind.Auditor],
        ["POST /console/subscriptions"] = [RoleKind.Operator, RoleKind.Auditor],
        ["GET /console/subscriptions/{number:long}"] = [RoleKind.Operator, RoleKind.Auditor],
        ["GET /console/subscriptions/{number:long}/end"] = [RoleKind.Operator],
        ["POST /console/subscriptions/{number:long}/end"] = [RoleKind.Operator],
        ["GET /console/imports"] = [RoleKind.Operator, RoleKind.Administrator],
        ["POST /console/imports"] = [RoleKind.Operator, RoleKind.Administrator],
        ["GET /console/imports/{id:guid}"] = [RoleKind.Operator, RoleKind.Administrator],
        ["POST /console/imports/{id:guid}"] = [RoleKind.Operator, RoleKind.Administrator],
        ["GET /console/imports/{id:guid}/faults.csv"] = [RoleKind.Operator, RoleKind.Administrator],
        ["GET /console/legal-aid"] = [RoleKind.Operator, RoleKind.LegalSupervisor, RoleKind.Auditor],
        ["POST /console/legal-aid"] = [RoleKind.Operator],
        ["GET /console/legal-aid/bookings/{id:guid}"] = [RoleKind.Operator, RoleKind.LegalSupervisor, RoleKind.Auditor],
        ["POST /console/legal-aid/bookings/{id:guid}"] = [RoleKind.Operator],
        ["GET /console/legal-aid/bookings/{id:guid}/move"] = [RoleKind.Operator],
        ["POST /console/legal-aid/bookings/{id:guid}/move"] = [RoleKind.Operator],
        ["GET /console/legal-aid/bookings/{id:guid}/cancel"] = [RoleKind.Operator],
        ["POST /console/legal-aid/bookings/{id:guid}/cancel"] = [RoleKind.Operator],
        ["GET /console/legal-aid/bookings/{id:guid}/outcome"] = [RoleKind.Operator, RoleKind.LegalSupervisor],
        ["POST /console/legal-aid/bookings/{id:guid}/outcome"] = [RoleKind.Operator, RoleKind.LegalSupervisor],
        ["GET /console/legal-aid/bookings/{id:guid}/story"] = [RoleKind.LegalSupervisor, RoleKind.Auditor],
        ["POST /console/legal-aid/bookings/{id:guid}/story"] = [RoleKind.LegalSupervisor],
        ["GET /console/legal-aid/bookings/{id:guid}/transfer"] = [RoleKind.Operator],
        ["POST /console/legal-aid/bookings/{id:guid}/transfer"] = [RoleKind.Operator],
        ["GET /console/legal-aid/bookings/{id:guid}/group"] = [RoleKind.Operator],
        ["POST /console/legal-aid/bookings/{id:guid}/group"] = [RoleKind.Operator],
        ["GET /console/legal-aid/fees"] = [RoleKind.Operator, RoleKind.Auditor],
        ["GET /console/legal-aid/fees.csv"] = [RoleKind.Operator, RoleKind.Auditor],
        ["GET /console/legal-aid/walk-in"] = [RoleKind.Operator],
        ["POST /console/legal-aid/walk-in"] = [RoleKind.Operator],
        ["GET /console/legal-aid/away"] = [RoleKind.Operator],
        ["POST /console/legal-aid/away"] = [RoleKind.Operator],
        ["GET /console/legal-aid/calls"] = [RoleKind.Operator],
        ["GET /console/legal-aid/schedule"] = [RoleKind.Operator, RoleKind.LegalSupervisor, RoleKind.Auditor],
        ["GET /console/legal-aid/stranded"] = [RoleKind.Operator, RoleKind.LegalSupervisor, RoleKind.Auditor],
        ["GET /console/legal-aid/waiting"] = [RoleKind.Operator, RoleKind.LegalSupervisor, RoleKind.Auditor],
        ["GET /console/legal-aid/lawyers/{number:long}/conflicts"] = [RoleKind.Operator, RoleKind.LegalSupervisor],
        ["POST /console/legal-aid/lawyers/{number:long}/conflicts"] = [RoleKind.Operator, RoleKind.LegalSupervisor],
        ["GET /console/legal-aid/figures"] = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor, RoleKind.LegalSupervisor],
        ["GET /console/legal-aid/figures/list"] = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor, RoleKind.LegalSupervisor],
        ["GET /console/vacancies"] = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor],
        ["GET /console/vacancies/{number:long}"] = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor],
        ["POST /console/vacancies/{number:long}"] = [RoleKind.Operator, RoleKind.Approver],
    };

    /// <summary>What somebody reaches who is not signed in.</summary>
    private static readonly string[] Open = ["GET /console/sign-in", "POST /console/sign-in"];

    [Fact]
    public void Every_address_of_the_console_has_a_decision() =>
        Assert.Equal(Decisions.Keys.Order(StringComparer.Ordinal), Addresses().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nobody_who_is_not_signed_in_reaches_more_than_the_sign_in()
    {
        foreach (var address in Addresses())
        {
            using var browser = console.Browser();
            var status = await ReachAsync(browser, address);
            var isSentAway = status == HttpStatusCode.SeeOther && browser.Goes == "/console/sign-in";
            Assert.True(isSentAway != Open.Contains(address), $"{address}: {status}");
        }
    }

    [Fact]
    public async Task Each_role_reaches_what_it_may_and_nothing_else()
    {
        foreach (var role in Everybody)
        {
            var staff = await console.AddReadyAsync($"role-{role}", role);
            foreach (var address in Addresses())
            {
                var status = await ReachAsync(staff.Browser, address);
                Assert.True(
                    (status == HttpStatusCode.Forbidden) != Decisions[address].Contains(role), $"{role} at {address}: {status}");
                Assert.NotEqual("/console/sign-in", staff.Browser.Goes);
            }
        }
    }

    [Fact]
    public async Task A_role_taken_back_counts_at_the_next_click()
    {
        var staff = await console.AddReadyAsync("demoted", RoleKind.Operator);
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync("/console/cases"));

        await console.Database.ExecuteAsync("DELETE FROM staff_role WHERE staff_id = $1", staff.Staff);

        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.OpenAsync("/console/cases"));
    }

    [Theory]
    [InlineData("/console/nothing")]
    [InlineData("/console/broadcasts/99999999999")]
    [InlineData("/console/broadcasts/audience?Organisation=%00")]
    public async Task An_address_that_leads_nowhere_says_so_to_who_is_signed_in_and_nothing_to_others(string address)
    {
        var staff = await console.AddReadyAsync($"lost-{address.Length}", RoleKind.Operator);
        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.OpenAsync(address));
        Assert.Contains("没有找到", staff.Browser.Page, StringComparison.Ordinal);

        using var stranger = console.Browser();
        Assert.Equal((HttpStatusCode.SeeOther, "/console/sign-in"), (await stranger.OpenAsync(address), stranger.Goes));
    }

    private IEnumerable<string> Addresses() => console.Bot.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("console", StringComparison.OrdinalIgnoreCase))
        .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            .Select(method => $"{method} /{e.RoutePattern.RawText!.Trim('/')}"));

    private static Task<HttpStatusCode> ReachAsync(StaffBrowser browser, string address)
    {
        var (method, path) = (address.Split(' ')[0], address.Split(' ')[1]
            .Replace("{number:long}", "1", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{id:guid}", $"{Guid.Empty}", StringComparison.Ordinal));
        return method == "GET" ? browser.OpenAsync(path) : browser.PostAsync(path);
    }
}
