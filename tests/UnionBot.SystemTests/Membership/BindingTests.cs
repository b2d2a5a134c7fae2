using Microsoft.EntityFrameworkCore;
using UnionBot.Services.Membership.Binding;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.SystemTests.Membership;

public sealed class BindingTests : IAsyncLifetime
{
    private const string Phone = "13800000001";

    private MemberTalks _talks = null!;

    [Fact]
    public async Task A_member_who_proves_the_phone_is_bound_and_sees_the_card()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);

        await _talks.SayAsync("wang", "我的会籍", "王芳", Phone);
        var answer = await _talks.SayAsync("wang", await _talks.LastCodeAsync("wang"));

        Assert.Contains("会员号：NO17", answer, StringComparison.Ordinal);
        Assert.Equal(17L, await _talks.Database.ScalarAsync<long>("SELECT id FROM member WHERE person_id IS NOT NULL"));
        Assert.Contains("NO17", await _talks.SayAsync("wang", "我的会籍"), StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync("consent WHERE purpose = 1 AND withdrawn_at IS NULL"));
        Assert.Equal(1L, await CountAsync("audit_entry WHERE action = 'member/bound' AND subject = 'member/17'"));
    }

    [Fact]
    public async Task Of_many_who_claim_one_row_at_once_one_is_bound_and_the_others_open_a_case()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        var people = Enumerable.Range(1, Effort.Of(ordinary: 20, full: 200)).Select(n => $"person{n}").ToArray();
        foreach (var person in people)
        {
            await _talks.PassAsync(TimeSpan.FromDays(1));
            await _talks.SayAsync(person, "绑定", "王芳", Phone);
        }

        await _talks.Database.ExecuteAsync("UPDATE one_time_code SET expires_at = now() + interval '5 minutes'");
        var answers = await Task.WhenAll(
            people.Select(async p => await _talks.SayAsync(p, await _talks.LastCodeAsync(p))));

        Assert.Single(answers, a => a.Contains("已绑定", StringComparison.Ordinal));
        Assert.Equal(1L, await CountAsync("member WHERE person_id IS NOT NULL"));
        Assert.Equal(people.Length - 1, await CountAsync("union_case WHERE kind = 'membership/second-claim'"));
    }

    [Fact]
    public async Task The_answers_are_the_same_whether_the_row_exists_is_taken_or_not()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await _talks.AddMemberAsync(18, "李强", "13800000002");
        await _talks.SayAsync("first", "绑定", "李强", "13800000002");
        await _talks.SayAsync("first", await _talks.LastCodeAsync("first"));
        await _talks.PassAsync(TimeSpan.FromMinutes(2));

        string[] asked =
        [
            await _talks.SayAsync("a", "绑定", "王芳", Phone),
            await _talks.SayAsync("b", "绑定", "李强", "13800000002"),
            await _talks.SayAsync("c", "绑定", "赵敏", "13800000003"),
        ];
        var told = await _talks.SayAsync("b", await _talks.LastCodeAsync("b"));

        Assert.Single(asked.Select(a => a.Replace("0002", "0001", StringComparison.Ordinal).Replace("0003", "0001", StringComparison.Ordinal)).Distinct());
        Assert.Equal(WithoutNumber(told), WithoutNumber(await _talks.SayAsync("c", await _talks.LastCodeAsync("c"))));
        Assert.Equal(1L, await CountAsync("union_case WHERE kind = 'membership/check'"));
        Assert.Equal(1L, await CountAsync("union_case WHERE kind = 'membership/second-claim'"));
        Assert.Equal(3L, await CountAsync("person WHERE phone_confirmed_at IS NOT NULL"));
    }

    [Fact]
    public async Task A_name_put_right_is_looked_up_with_the_phone_that_was_confirmed()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await _talks.SayAsync("wang", "绑定", "王方", Phone);
        Assert.Contains("核对", await _talks.SayAsync("wang", await _talks.LastCodeAsync("wang")), StringComparison.Ordinal);

        Assert.Contains("又核对了一遍", await _talks.SayAsync("wang", "名字打错了，是王红不是王方"), StringComparison.Ordinal);
        Assert.Contains("已绑定", await _talks.SayAsync("wang", "名字打错了，是王芳不是王方"), StringComparison.Ordinal);

        Assert.Equal(17L, await _talks.Database.ScalarAsync<long>("SELECT id FROM member WHERE person_id IS NOT NULL"));
        Assert.Equal(1L, await CountAsync("union_case WHERE kind = 'membership/check'"));
        Assert.Equal(1L, await CountAsync("union_case WHERE kind = 'membership/check' AND status = 2 AND closed_at IS NOT NULL"));
        Assert.Equal(2L, await CountAsync("audit_entry WHERE action = 'member/name-corrected'"));
    }

    [Fact]
    public async Task A_bind_code_ends_the_check_that_was_open()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await _talks.SayAsync("wang", "绑定", "王方", Phone);
        await _talks.SayAsync("wang", await _talks.LastCodeAsync("wang"));
        await using var db = _talks.Database.Open();
        var code = await _talks.Inbox.Get<BindCodes>()
            .IssueAsync(db, member: 17, staff: 3, TimeSpan.FromDays(7), "本人到场", CancellationToken.None);

        Assert.Contains("已绑定", await _talks.SayAsync("wang", "绑定", code!), StringComparison.Ordinal);

        Assert.Equal(1L, await CountAsync("union_case WHERE kind = 'membership/check' AND status = 2 AND closed_at IS NOT NULL"));
        Assert.Equal(1L, await CountAsync("audit_entry WHERE action = 'case/settled'"));
    }

    [Fact]
    public async Task Of_names_put_right_three_a_day_are_looked_up()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await _talks.SayAsync("wang", "绑定", "王方", Phone);
        await _talks.SayAsync("wang", await _talks.LastCodeAsync("wang"));
        foreach (var name in new[] { "王红", "王兰", "王梅" }) await _talks.SayAsync("wang", $"名字打错了，是{name}不是王方");

        Assert.Contains("改了好几次", await _talks.SayAsync("wang", "名字打错了，是王芳不是王方"), StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync("member WHERE person_id IS NOT NULL"));
    }

    [Fact]
    public async Task A_deletion_right_after_the_code_for_a_copy_is_confirmed_a_minute_later()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await _talks.SayAsync("wang", "绑定", "王芳", Phone);
        await _talks.SayAsync("wang", await _talks.LastCodeAsync("wang"));
        await _talks.PassAsync(TimeSpan.FromMinutes(2));
        await _talks.SayAsync("wang", "导出我的资料", "删除我的资料");

        Assert.Contains("过一分钟再回复 确认删除", await _talks.SayAsync("wang", "确认删除"), StringComparison.Ordinal);
        await _talks.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("验证码", await _talks.SayAsync("wang", "确认删除"), StringComparison.Ordinal);
        await _talks.SayAsync("wang", await _talks.LastCodeAsync("wang"));

        Assert.Equal(1L, await CountAsync("deletion_request WHERE ended_at IS NULL"));
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_code_no_longer_counts()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await _talks.SayAsync("wang", "绑定", "王芳", Phone);
        var (right, wrong) = (await _talks.LastCodeAsync("wang"), await _talks.WrongCodeAsync("wang"));

        for (var n = 0; n < OneTimeCode.MostTries; n++) await _talks.SayAsync("wang", wrong);
        await _talks.SayAsync("wang", right);

        Assert.Equal(0L, await CountAsync("member WHERE person_id IS NOT NULL"));
        Assert.Equal(0L, await CountAsync("one_time_code WHERE phone IS NOT NULL OR code IS NOT NULL"));
    }

    [Fact]
    public async Task An_expired_code_does_not_count()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await _talks.SayAsync("wang", "绑定", "王芳", Phone);
        var code = await _talks.LastCodeAsync("wang");
        await _talks.PassAsync(OneTimeCode.ValidFor + TimeSpan.FromSeconds(1));

        var answer = await _talks.SayAsync("wang", code);

        Assert.Contains("重发", answer, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync("member WHERE person_id IS NOT NULL"));
    }

    [Fact]
    public async Task A_code_counts_only_for_who_asked_for_it()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await _talks.SayAsync("wang", "绑定", "王芳", Phone);
        var code = await _talks.LastCodeAsync("wang");

        await _talks.SayAsync("other", "绑定", "王芳", "13800000002", code);

        Assert.Equal(0L, await CountAsync("member WHERE person_id IS NOT NULL"));
    }

    [Fact]
    public async Task No_more_codes_than_allowed_go_to_one_phone_whoever_asks()
    {
        for (var n = 1; n <= 6; n++)
        {
            await _talks.PassAsync(TimeSpan.FromMinutes(2));
            await _talks.SayAsync($"person{n}", "绑定", "王芳", Phone);
        }

        Assert.Equal(5L, await CountAsync("one_time_code"));
    }

    [Fact]
    public async Task Neither_code_nor_phone_stands_anywhere_in_clear()
    {
        await _talks.SayAsync("wang", "绑定", "王芳", Phone);

        await using var db = _talks.Database.Open();
        var code = await db.Set<OneTimeCode>().SingleAsync();
        var digits = System.Text.Encoding.ASCII.GetBytes(await _talks.LastCodeAsync("wang"));
        Assert.All([code.Hash, code.Code!, code.Phone!, code.PhoneHash], kept =>
        {
            Assert.Equal(-1, kept.AsSpan().IndexOf(digits));
            Assert.Equal(-1, kept.AsSpan().IndexOf("13800000001"u8));
        });
    }

    [Fact]
    public async Task A_bind_code_binds_once_and_is_audited()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await using var db = _talks.Database.Open();
        var code = await _talks.Inbox.Get<BindCodes>()
            .IssueAsync(db, member: 17, staff: 3, TimeSpan.FromDays(7), "本人到场", CancellationToken.None);

        Assert.Contains("已绑定", await _talks.SayAsync("wang", "绑定", code!), StringComparison.Ordinal);
        Assert.Contains("对不上", await _talks.SayAsync("other", "绑定", code!), StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync("audit_entry WHERE action = 'bind-code/issued' AND actor_id = 3"));
        Assert.Null(await _talks.Inbox.Get<BindCodes>()
            .IssueAsync(db, member: 17, staff: 3, TimeSpan.FromDays(7), null, CancellationToken.None));
    }

    [Fact]
    public async Task After_five_wrong_bind_codes_not_even_the_right_one_is_looked_at_that_day()
    {
        await _talks.AddMemberAsync(17, "王芳", Phone);
        await using var db = _talks.Database.Open();
        var code = await _talks.Inbox.Get<BindCodes>()
            .IssueAsync(db, member: 17, staff: 3, TimeSpan.FromDays(7), null, CancellationToken.None);

        for (var n = 0; n < BindCodeTry.Most; n++) await _talks.SayAsync("wang", "绑定", "AAAAAAAA");
        await _talks.SayAsync("wang", "绑定", code!);

        Assert.Equal(0L, await CountAsync("member WHERE person_id IS NOT NULL"));
    }

    public async Task InitializeAsync() => _talks = await MemberTalks.StartAsync();

    public async Task DisposeAsync() => await _talks.DisposeAsync();

    /// <summary>Each case has a number of its own, which says nothing of the roster.</summary>
    private static string WithoutNumber(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"编号 \d+", "编号");

    private Task<long> CountAsync(string rows) => _talks.Database.ScalarAsync<long>($"SELECT count(*) FROM {rows}");
}
