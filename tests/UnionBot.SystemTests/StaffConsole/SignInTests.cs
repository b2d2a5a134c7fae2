using System.Net;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class SignInTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    [Fact]
    public async Task The_first_sign_in_leads_through_a_password_of_ones_own_and_a_second_factor()
    {
        var (_, password) = await console.AddAsync("first", RoleKind.Operator);
        using var browser = console.Browser();

        await browser.SignInAsync("First", password);
        await browser.OpenAsync("/console/cases");
        Assert.Equal("/console/password", browser.Goes);
        await browser.FollowAsync();
        await browser.SubmitAsync("/console/password", ("old", password), ("chosen", ConsoleUnderTest.Chosen), ("again", ConsoleUnderTest.Chosen));
        await browser.OpenAsync("/console/cases");
        Assert.Equal("/console/second-factor", browser.Goes);
    }

    [Fact]
    public async Task After_that_password_and_code_are_asked_for_and_neither_a_code_nor_an_older_one_opens_again()
    {
        var staff = await console.AddReadyAsync("twice", RoleKind.Operator);
        using var browser = console.Browser();

        await browser.SignInAsync("twice", ConsoleUnderTest.Chosen);
        await browser.OpenAsync("/console/cases");
        Assert.Equal("/console/sign-in/code", browser.Goes);
        await browser.FollowAsync();
        await browser.SubmitAsync("/console/sign-in/code", ("code", "000000"));
        Assert.Contains("对不上", browser.Page, StringComparison.Ordinal);
        var code = TotpApp.CodeOf(staff.Secret, ahead: 1);
        await browser.SubmitAsync("/console/sign-in/code", ("code", code));
        Assert.Equal(HttpStatusCode.OK, await browser.OpenAsync("/console/cases"));

        using var second = console.Browser();
        await second.SignInAsync("twice", ConsoleUnderTest.Chosen);
        await second.OpenAsync("/console/sign-in/code");
        await second.SubmitAsync("/console/sign-in/code", ("code", code));
        Assert.Contains("刚刚用过", second.Page, StringComparison.Ordinal);
        await second.SubmitAsync("/console/sign-in/code", ("code", TotpApp.CodeOf(staff.Secret)));
        Assert.Contains("刚刚用过", second.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        var staff = await console.AddReadyAsync("lost-phone", RoleKind.Approver);
        Assert.Equal(10, staff.Codes.Count);

        Assert.Equal(HttpStatusCode.OK, await OpensAsync());
        Assert.NotEqual(HttpStatusCode.OK, await OpensAsync());

        async Task<HttpStatusCode> OpensAsync()
        {
            using var browser = console.Browser();
            await browser.SignInAsync("lost-phone", ConsoleUnderTest.Chosen);
            await browser.OpenAsync("/console/sign-in/code");
            await browser.SubmitAsync("/console/sign-in/code", ("code", staff.Codes[0]));
            return await browser.OpenAsync("/console/me");
        }
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_even_for_the_right_one_and_all_at_once_count_one_by_one()
    {
        var (_, password) = await console.AddAsync("guessed");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            using var guesser = console.Browser();
            await guesser.SignInAsync("guessed", $"wrong-{n}");
        }));

        using var browser = console.Browser();
        await browser.SignInAsync("guessed", password);

        Assert.Contains("用户名或密码不对", browser.Page, StringComparison.Ordinal);
        Assert.True(await console.Database.ScalarAsync<bool>(
            "SELECT lockout_end > now() FROM sign_in.account WHERE user_name = 'guessed'"));
    }

    [Fact]
    public async Task A_one_time_password_is_good_for_a_day()
    {
        var (_, password) = await console.AddAsync("late");
        await console.Database.ExecuteAsync(
            "UPDATE sign_in.account SET password_until = password_until - interval '24 hours' WHERE user_name = 'late'");
        using var browser = console.Browser();

        await browser.SignInAsync("late", password);

        Assert.Contains("24 小时", browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short1", "short1")]
    [InlineData("no-digits-here", "no-digits-here")]
    [InlineData("easy-1-easy-easy", "another-2-words")]
    [InlineData("1111111111", "1111111111")]
    public async Task A_password_that_is_easy_to_guess_or_mistyped_is_not_taken(string chosen, string again)
    {
        var user = $"rule{Math.Abs(chosen.GetHashCode(StringComparison.Ordinal))}";
        var (_, password) = await console.AddAsync(user);
        using var browser = console.Browser();
        await browser.SignInAsync(user, password);
        await browser.OpenAsync("/console/password");

        Assert.Equal(HttpStatusCode.OK, await browser.SubmitAsync("/console/password", ("old", password), ("chosen", chosen), ("again", again)));
        Assert.Contains("role=\"alert\"", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_holds_the_user_name_is_refused_for_that()
    {
        var (_, password) = await console.AddAsync("qianlan");
        using var browser = console.Browser();
        await browser.SignInAsync("qianlan", password);
        await browser.OpenAsync("/console/password");

        await browser.SubmitAsync("/console/password", ("old", password), ("chosen", "Qianlan-2026-x"), ("again", "Qianlan-2026-x"));
        Assert.Contains("新密码里有用户名", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser_at_once()
    {
        var staff = await console.AddReadyAsync("everywhere", RoleKind.Auditor);
        using var other = console.Browser();
        await other.SignInAsync("everywhere", ConsoleUnderTest.Chosen);
        await other.OpenAsync("/console/sign-in/code");
        await other.SubmitAsync("/console/sign-in/code", ("code", staff.Codes[1]));
        Assert.Equal(HttpStatusCode.OK, await other.OpenAsync("/console/me"));

        await staff.Browser.OpenAsync("/console/me");
        await staff.Browser.SubmitAsync("/console/me", ("deed", "sign-out-everywhere"));

        await other.OpenAsync("/console/me");
        Assert.Equal("/console/sign-in", other.Goes);
    }

    [Fact]
    public async Task A_session_ends_when_nobody_used_it_for_a_while_and_when_its_holder_has_left()
    {
        var staff = await console.AddReadyAsync("idle", RoleKind.Operator);
        await console.Database.ExecuteAsync(
            "UPDATE sign_in.session SET seen_at = seen_at - interval '31 minutes' WHERE account_id = $1", staff.Staff);
        await staff.Browser.OpenAsync("/console/me");
        Assert.Equal("/console/sign-in", staff.Browser.Goes);

        var gone = await console.AddReadyAsync("gone", RoleKind.Operator);
        await console.Database.ExecuteAsync("UPDATE staff SET is_active = false WHERE id = $1", gone.Staff);
        await gone.Browser.OpenAsync("/console/me");
        Assert.Equal("/console/sign-in", gone.Browser.Goes);
    }

    [Fact]
    public async Task A_form_that_no_page_of_ours_made_is_refused()
    {
        var staff = await console.AddReadyAsync("forged", RoleKind.Operator);

        Assert.Equal(HttpStatusCode.BadRequest, await staff.Browser.PostAsync("/console/me", ("deed", "sign-out-everywhere")));
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync("/console/me"));
    }

    [Fact]
    public async Task Pages_keep_to_themselves_and_the_cookie_is_out_of_reach_of_scripts()
    {
        var (_, password) = await console.AddAsync("headers");
        using var browser = console.Browser();
        await browser.SignInAsync("headers", password);

        var cookie = Assert.Single(browser.Response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("unionbot-staff", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        await browser.OpenAsync("/console/me");
        Assert.Contains("default-src 'none'", browser.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(browser.Response.Headers.CacheControl!.NoStore);
    }
}
