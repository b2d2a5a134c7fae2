using System.Text.RegularExpressions;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.SignIn;

public sealed partial class AdminCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private OperatorConsole _console = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _console = OperatorConsole.On(_database);
    }

    public async Task DisposeAsync()
    {
        _console.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_first_administrator_is_made_once_and_their_password_is_printed_and_kept_nowhere()
    {
        var first = await _console.RunAsync("admin", "--user", "boss");
        var second = await _console.RunAsync("admin", "--user", "other");

        Assert.Equal(0, first.Code);
        var password = Password().Match(first.Output).Groups[1].Value;
        Assert.NotEmpty(password);
        Assert.Equal(1, second.Code);
        Assert.Contains("already", second.Errors, StringComparison.Ordinal);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM sign_in.account"));
        Assert.Equal(0L, await _database.ScalarAsync<long>(
            "SELECT count(*) FROM sign_in.account WHERE password_hash LIKE '%' || $1 || '%'", password));
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'staff/account-made'"));
    }

    [Fact]
    public async Task Two_who_make_the_first_administrator_at_once_make_one()
    {
        var made = await Task.WhenAll(_console.RunAsync("admin", "--user", "one"), OperatorConsole.On(_database).RunAsync("admin", "--user", "two"));

        Assert.Single(made, printed => printed.Code == 0);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM sign_in.account"));
    }

    [Fact]
    public async Task The_last_administrator_keeps_the_role()
    {
        await _console.RunAsync("admin", "--user", "boss");

        var alone = await _console.RunAsync("staff", "role", "1", "--take", "administrator");
        await _console.RunAsync("staff", "add", "--name", "赵敏");
        await _console.RunAsync("staff", "role", "2", "--give", "administrator");
        var second = await _console.RunAsync("staff", "role", "1", "--take", "administrator");

        Assert.Equal((1, 0), (alone.Code, second.Code));
        Assert.Contains("last administrator", alone.Errors, StringComparison.Ordinal);
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT staff_id FROM staff_role WHERE kind = 5"));
    }

    [Fact]
    public async Task A_command_in_the_name_of_somebody_with_an_account_asks_for_their_roles_as_the_console_does()
    {
        await _console.RunAsync("admin", "--user", "boss");
        await _console.RunAsync("staff", "add", "--name", "赵敏");

        var onTheList = await _console.RunAsync("outbox", "stop", "--as", "2");
        await _console.RunAsync("staff", "account", "2", "--user", "zhaomin");
        var withoutRole = await _console.RunAsync("outbox", "start", "--as", "zhaomin");
        var byNumber = await _console.RunAsync("outbox", "start", "--as", "2");
        var unknown = await _console.RunAsync("outbox", "start", "--as", "nobody");
        await _console.RunAsync("staff", "role", "2", "--give", "operator");
        var withRole = await _console.RunAsync("outbox", "start", "--as", "ZhaoMin");

        Assert.Equal((0, 1, 1, 1, 0), (onTheList.Code, withoutRole.Code, byNumber.Code, unknown.Code, withRole.Code));
        Assert.Contains("needs the role Operator or Administrator for the whole union", withoutRole.Errors, StringComparison.Ordinal);
        Assert.Equal(1L, await _database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'sending/started' AND actor_id = 2"));
    }

    [Fact]
    public async Task A_reset_gives_another_password()
    {
        var first = await _console.RunAsync("admin");
        var reset = await _console.RunAsync("admin", "reset", "--user", "ADMIN");
        var unknown = await _console.RunAsync("admin", "reset", "--user", "nobody");

        Assert.Equal(0, reset.Code);
        Assert.NotEqual(Password().Match(first.Output).Value, Password().Match(reset.Output).Value);
        Assert.Equal(1, unknown.Code);
    }

    [Fact]
    public async Task An_account_belongs_to_one_row_of_the_list_of_staff()
    {
        await _console.RunAsync("staff", "add", "--name", "赵敏");

        Assert.Equal(0, (await _console.RunAsync("staff", "account", "1", "--user", "zhaomin")).Code);
        Assert.Equal(1, (await _console.RunAsync("staff", "account", "1", "--user", "zhaomin2")).Code);
        Assert.Equal(1, (await _console.RunAsync("staff", "account", "7", "--user", "seven")).Code);
    }

    [Fact]
    public async Task Roles_are_given_once_and_taken_back_and_stand_in_the_audit()
    {
        await _console.RunAsync("staff", "add", "--name", "赵敏");

        Assert.Contains("Operator", (await _console.RunAsync("staff", "role", "1", "--give", "operator")).Output, StringComparison.Ordinal);
        await _console.RunAsync("staff", "role", "1", "--give", "operator");
        Assert.Equal("", (await _console.RunAsync("staff", "role", "1", "--take", "operator")).Output);
        Assert.Equal(1, (await _console.RunAsync("staff", "role", "1", "--give", "operator", "--org", "99")).Code);
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action LIKE 'staff/role-%'"));
    }

    [Fact]
    public async Task The_staff_of_a_demo_get_new_passwords_until_they_have_chosen_one()
    {
        using var demo = OperatorConsole.On(_database, ("Demo:Enabled", "true"));

        var first = await demo.RunAsync("demo-staff");
        var second = await demo.RunAsync("demo-staff");
        await _database.ExecuteAsync("UPDATE sign_in.account SET password_until = NULL WHERE user_name = 'admin'");
        var third = await demo.RunAsync("demo-staff");
        var earnest = await _console.RunAsync("demo-staff");

        Assert.Equal(4, DemoPassword().Count(first.Output));
        Assert.DoesNotContain(DemoPassword().Match(first.Output).Value, second.Output, StringComparison.Ordinal);
        Assert.Equal(Secret().Matches(first.Output).Select(m => m.Value), Secret().Matches(second.Output).Select(m => m.Value));
        Assert.Equal(3, DemoPassword().Count(third.Output));
        Assert.Equal(2, earnest.Code);
    }

    [Fact]
    public async Task The_secret_of_a_second_factor_is_not_kept_in_clear()
    {
        using var demo = OperatorConsole.On(_database, ("Demo:Enabled", "true"));
        var secret = Secret().Match((await demo.RunAsync("demo-staff")).Output).Groups[1].Value;

        Assert.NotEmpty(secret);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM sign_in.account_secret WHERE value LIKE '%' || $1 || '%'", secret));
    }

    [GeneratedRegex("one-time password ([a-z0-9-]+)")]
    private static partial Regex Password();

    [GeneratedRegex("one-time password  ([a-z0-9-]+)")]
    private static partial Regex DemoPassword();

    [GeneratedRegex("TOTP secret        ([A-Z2-7]+)")]
    private static partial Regex Secret();
}
