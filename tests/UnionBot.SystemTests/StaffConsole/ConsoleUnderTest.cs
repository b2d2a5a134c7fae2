using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>The real bot with its console, and staff who sign in there.</summary>
public sealed partial class ConsoleUnderTest : IAsyncLifetime
{
    /// <summary>What those choose who are made ready at once.</summary>
    public const string Chosen = "summer-rain-42";

    public TestDatabase Database { get; private set; } = null!;

    public RunningBot Bot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Bot = await RunningBot.StartAsync(Database, ("Console:TriesPerAddressAndMinute", "100000"));
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>The console of a bot that a test started otherwise, and ends itself.</summary>
    public static ConsoleUnderTest Of(TestDatabase database, RunningBot bot) => new() { Database = database, Bot = bot };

    internal StaffBrowser Browser() => new(Bot.Client.BaseAddress!);

    /// <summary>Puts somebody on the list of staff, with an account.</summary>
    /// <returns>Their number and one-time password.</returns>
    public async Task<(long Staff, string Password)> AddAsync(string user, params RoleKind[] roles)
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        var staff = (await scope.ServiceProvider.GetRequiredService<StaffRegister>().AddAsync("赵敏", null, CancellationToken.None))!.Value;
        foreach (var role in roles)
            await scope.ServiceProvider.GetRequiredService<StaffRoles>().GiveAsync(AuditActor.System, staff, role, null, CancellationToken.None);

        return (staff, (await scope.ServiceProvider.GetRequiredService<StaffAccounts>().CreateAsync(staff, user, CancellationToken.None))!);
    }

    /// <summary>Somebody who has done all that a first sign-in asks for, by the pages.</summary>
    internal async Task<StaffMember> AddReadyAsync(string user, params RoleKind[] roles)
    {
        var (staff, password) = await AddAsync(user, roles);
        var browser = Browser();
        await browser.SignInAsync(user, password);
        await browser.OpenAsync("/console/password");
        await browser.SubmitAsync("/console/password", ("old", password), ("chosen", Chosen), ("again", Chosen));
        await browser.OpenAsync("/console/second-factor");
        var secret = Secret().Match(browser.Page).Groups[1].Value;
        await browser.SubmitAsync("/console/second-factor", ("code", TotpApp.CodeOf(secret)));
        return new StaffMember(staff, user, secret, [.. Codes().Matches(browser.Page).Select(m => m.Groups[1].Value)], browser);
    }

    /// <summary>Somebody who is ready to sign in with the password of all and a recovery code.</summary>
    /// <returns>The code, good for one sign-in.</returns>
    public async Task<string> AddWithCodeAsync(string user, params RoleKind[] roles)
    {
        var staff = await AddReadyAsync(user, roles);
        staff.Browser.Dispose();
        return staff.Codes[0];
    }

    /// <summary>A case of somebody who is on no roster.</summary>
    public async Task<long> AddCaseAsync(string address, string channel = "web")
    {
        var person = await Bot.Services.GetRequiredService<PeopleByAddress>().FindOrAddAsync(channel, address, CancellationToken.None);
        await using var db = Database.Open();
        var opened = new Core.Cases.Case(person, "handover/asked", TimeProvider.System.GetUtcNow());
        db.Add(opened);
        await db.SaveChangesAsync();
        return opened.Id;
    }

    /// <summary>A member on the roster of a union, bound to nobody.</summary>
    public async Task AddMemberAsync(long id, string number)
    {
        await Database.ExecuteAsync(
            "INSERT INTO organisation (id, path, name, level, region_code) VALUES (9, '9.', '青州市棉纺厂工会', 5, '370781') ON CONFLICT DO NOTHING");
        Assert.True(MobileNumber.TryParse("13800000001", out var phone));
        await using var db = Database.Open();
        var identity = Bot.Services.GetRequiredService<MemberCiphers>().Seal(id, "王秀英", phone, idNumber: null);
        db.Add(new Member(id, 9, identity, number, new DateOnly(2019, 5, 1), MemberStatus.Active));
        await db.SaveChangesAsync();
    }

    /// <summary>Gives somebody their roles for one district only.</summary>
    public async Task BelongToDistrictAsync(long staff)
    {
        await Database.ExecuteAsync(
            "INSERT INTO organisation (id, path, name, level, region_code) VALUES (7, '7.', '历下区总工会', 3, '370102') ON CONFLICT DO NOTHING");
        await Database.ExecuteAsync("UPDATE staff_role SET organisation_id = 7 WHERE staff_id = $1", staff);
    }

    internal static string AddressOf(long @case) => string.Create(CultureInfo.InvariantCulture, $"/console/cases/{@case}");

    public Task<long> EntriesAsync(long @case) => Database.ScalarAsync<long>("SELECT count(*) FROM case_entry WHERE case_id = $1", @case);

    [GeneratedRegex("手动填：<code>([A-Z2-7]+)</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex Codes();
}

/// <param name="Browser">In which they are signed in.</param>
internal sealed record StaffMember(long Staff, string User, string Secret, IReadOnlyList<string> Codes, StaffBrowser Browser);
