using System.Text.RegularExpressions;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Cases;

/// <summary>Staff's work by the command line of the server, as long as there are no pages for it.</summary>
public sealed partial class StaffCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private UnionOffice _office = null!;
    private OperatorConsole _console = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await UnionOffice.OpenAsync(_database);
        _console = OperatorConsole.On(_database, TestInbox.KeySetting);
    }

    public async Task DisposeAsync()
    {
        _console.Dispose();
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Staff_are_added_bound_put_on_duty_and_removed()
    {
        Assert.Equal(ExitCodes.Ok, (await RunAsync("staff", "add", "--name", "赵敏")).Code);
        var code = Code().Match((await RunAsync("staff", "bind", "1")).Output).Value;
        await _office.SaysAsync("o-zhao", $"绑定工作人员 {code}");
        Assert.Contains("赵敏  -  bound", (await RunAsync("staff", "list")).Output, StringComparison.Ordinal);

        Assert.Contains("Nobody", (await RunAsync("duty", "now")).Output, StringComparison.Ordinal);
        var (start, end) = (StaffWork.Show(_office.Now.AddMinutes(-5)), StaffWork.Show(_office.Now.AddHours(8)));
        Assert.Equal(ExitCodes.Ok, (await RunAsync("duty", "add", "--staff", "1", "--from", start, "--to", end)).Code);
        Assert.Contains(start, (await RunAsync("duty", "list")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no longer staff", (await RunAsync("duty", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("赵敏  reached", (await RunAsync("duty", "now")).Output, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Ok, (await RunAsync("staff", "remove", "1")).Code);
        Assert.Equal("", (await RunAsync("staff", "list")).Output);
        Assert.Contains("no longer staff", (await RunAsync("duty", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, (await RunAsync("duty", "add", "--staff", "1", "--from", start, "--to", end)).Code);
    }

    [Fact]
    public async Task A_case_is_listed_shown_answered_and_closed_in_the_name_of_staff()
    {
        await RunAsync("staff", "add", "--name", "赵敏");
        await _office.SaysAsync("王芳", "你好，13812340001\u001b[2J");
        await _office.SaysAsync("王芳", "人工");

        Assert.Contains("handover/asked", (await RunAsync("cases", "list", "--open")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, (await RunAsync("cases", "note", "1", "下午再打", "--as", "1")).Code);
        Assert.Equal(ExitCodes.Ok, (await RunAsync("cases", "answer", "1", "周三上午给您回电话。", "--as", "1")).Code);
        var shown = (await RunAsync("cases", "show", "1", "--as", "1")).Output;
        Assert.Contains("周三上午给您回电话", shown, StringComparison.Ordinal);
        Assert.Contains("下午再打", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("13812340001", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', shown);

        Assert.Equal(ExitCodes.Ok, (await RunAsync("cases", "close", "1", "--as", "1")).Code);
        Assert.Equal("", (await RunAsync("cases", "list", "--open")).Output);
        var refused = await RunAsync("cases", "answer", "1", "还有一句", "--as", "1");
        Assert.Equal(ExitCodes.Failed, refused.Code);
        Assert.Contains("cases reopen 1", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_shown_in_words_with_what_to_do_next_and_long_texts_shortened()
    {
        await RunAsync("staff", "add", "--name", "赵敏");
        await _office.SaysAsync("王芳", "菜单");
        await _office.SaysAsync("王芳", "人工");
        await RunAsync("cases", "claim", "1", "--as", "1");

        var shown = (await RunAsync("cases", "show", "1", "--as", "1")).Output;

        Assert.Contains("1  asked for a person", shown, StringComparison.Ordinal);
        Assert.Contains("in the hands of 赵敏 (staff 1)", shown, StringComparison.Ordinal);
        Assert.Contains("cases close 1 --as 1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("handover/", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Replied", shown, StringComparison.Ordinal);
        var menu = shown.Split('\n').First(line => line.Contains("  bot  ", StringComparison.Ordinal));
        Assert.EndsWith("…", menu, StringComparison.Ordinal);
        Assert.InRange(menu.Length, 20, 80);
        Assert.DoesNotContain("1 我的会籍", shown, StringComparison.Ordinal);
        Assert.Contains("1 我的会籍", (await RunAsync("cases", "show", "1", "--full", "--as", "1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_whose_answer_may_not_have_arrived_says_so_in_the_list_and_when_shown()
    {
        await RunAsync("staff", "add", "--name", "赵敏");
        await _office.SaysAsync("王芳", "人工");
        await RunAsync("cases", "answer", "1", "周三上午给您回电话。", "--as", "1");
        await _office.SendsAllAsync(OutboundStatus.Unknown);

        foreach (var printed in new[] { await RunAsync("cases", "list"), await RunAsync("cases", "show", "1", "--as", "1") })
            Assert.Contains("did it arrive? not known; ask the person or call", printed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_phone_of_a_case_is_shown_only_to_who_works_on_it_and_that_is_in_the_audit()
    {
        await RunAsync("staff", "add", "--name", "赵敏");
        await RunAsync("staff", "add", "--name", "孙丽");
        await _office.SaysAsync("王芳", "人工");
        await RunAsync("cases", "claim", "1", "--as", "1");
        Assert.Contains("No phone is known", (await RunAsync("cases", "call", "1", "--as", "1")).Errors, StringComparison.Ordinal);

        var person = await _office.PersonAsync("王芳");
        Assert.True(MobileNumber.TryParse("13812340001", out var phone));
        var sealedPhone = await _office.AsAsync<PersonCiphers, byte[]>(ciphers => Task.FromResult(ciphers.SealPhone(person, phone!)));
        await _database.ExecuteAsync("UPDATE person SET phone = $1 WHERE id = $2", sealedPhone, person.Value);

        Assert.Contains("Call 13812340001", (await RunAsync("cases", "call", "1", "--as", "1")).Output, StringComparison.Ordinal);
        var refused = await RunAsync("cases", "call", "1", "--as", "2");
        Assert.Equal(ExitCodes.Failed, refused.Code);
        Assert.DoesNotContain("13812340001", refused.Output + refused.Errors, StringComparison.Ordinal);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT actor_id FROM audit_entry WHERE action = 'case/phone-read'"));
    }

    [Fact]
    public async Task Nobody_reads_a_case_without_being_named_on_the_list_of_staff()
    {
        await _office.SaysAsync("王芳", "人工");

        var refused = await RunAsync("cases", "show", "1", "--as", "9");

        Assert.Equal(ExitCodes.Failed, refused.Code);
        Assert.Equal("", refused.Output);
        Assert.NotEqual(ExitCodes.Ok, (await RunAsync("cases", "show", "1")).Code);
    }

    [Fact]
    public async Task An_alarm_is_acknowledged_on_the_server()
    {
        await RunAsync("staff", "add", "--name", "赵敏");
        await _office.SaysAsync("王芳", "我不想活了");

        Assert.Contains("is yours", (await RunAsync("duty", "ack", "1", "--as", "1")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, (await RunAsync("duty", "ack", "7", "--as", "1")).Code);
    }

    private Task<OperatorConsole.Printed> RunAsync(params string[] arguments) => _console.RunAsync(arguments);

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Code();
}
