using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Services.Membership.Retention;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.Health;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>What the platform tells that no person said: results of sends, consents, the account, privacy.</summary>
public sealed partial class PlatformEventTests : IAsyncLifetime
{
    private static readonly long Now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private City _city = null!;

    public async Task InitializeAsync() => _city = await City.StartAsync();

    public async Task DisposeAsync() => await _city.DisposeAsync();

    [Fact]
    public async Task Every_result_of_a_send_is_kept_once_with_its_id()
    {
        await TwiceAsync("TEMPLATESENDJOBFINISH", "<MsgID>11</MsgID><Status>failed:user block</Status>");
        await TwiceAsync("MASSSENDJOBFINISH", "<MsgID>12</MsgID><Status>err(20001)</Status><TotalCount>9</TotalCount><FilterCount>8</FilterCount><SentCount>7</SentCount><ErrorCount>1</ErrorCount>");
        await TwiceAsync("PUBLISHJOBFINISH", "<PublishEventInfo><publish_id>13</publish_id><publish_status>1</publish_status></PublishEventInfo>");
        await TwiceAsync("subscribe_msg_sent_event", "<SubscribeMsgSentEvent><List><TemplateId>t</TemplateId><MsgID>14</MsgID><ErrorCode>0</ErrorCode></List><List><TemplateId>t</TemplateId><MsgID>15</MsgID><ErrorCode>43101</ErrorCode></List></SubscribeMsgSentEvent>");

        Assert.Equal(
            "0 11 1 - -, 1 12 2 20001 9/8/7/1, 2 14 0 - -, 2 15 2 43101 -, 3 13 3 - -",
            await _city.Database.ScalarAsync<string>(
                """
                SELECT string_agg(concat_ws(' ', kind, platform_id, outcome, coalesce(error_code::text, '-'),
                       coalesce(total || '/' || filtered || '/' || sent || '/' || failed, '-')), ', ' ORDER BY kind, platform_id)
                  FROM delivery_report
                """));
    }

    [Theory]
    [InlineData("success", OutboundStatus.Delivered)]
    [InlineData("failed: system failed", OutboundStatus.Failed)]
    public async Task The_report_closes_the_row_of_the_ledger_whichever_of_the_two_comes_first(string status, OutboundStatus closed)
    {
        var worker = await _city.Sandbox.AddFollowerAsync();
        await _city.SayAsync(worker, "菜单");
        var report = $"<MsgID>21</MsgID><Status>{status}</Status>";

        await _city.Database.ExecuteAsync("UPDATE outbound SET status = 3, platform_id = '21'");
        await TwiceAsync("TEMPLATESENDJOBFINISH", report, worker);
        Assert.Equal((short)closed, await _city.Database.ScalarAsync<short>("SELECT status FROM outbound"));

        // The other way round: our own record of the send commits after the report.
        await _city.Database.ExecuteAsync("UPDATE outbound SET status = 1, platform_id = NULL");
        var row = await RowAsync();
        await Get<SendOutcomes>().RecordAsync(row, new SendFate(OutboundStatus.Accepted) { PlatformId = "21" }, CancellationToken.None);
        Assert.Equal((short)closed, await _city.Database.ScalarAsync<short>("SELECT status FROM outbound"));
    }

    [Fact]
    public async Task Consents_to_notices_are_kept_for_each_person_and_template_once()
    {
        var worker = await _city.Sandbox.AddFollowerAsync();
        const string Both = "<SubscribeMsgPopupEvent><List><TemplateId>a</TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List><List><TemplateId>b</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List></SubscribeMsgPopupEvent>";

        await TwiceAsync("subscribe_msg_popup_event", Both, worker);
        await TwiceAsync("subscribe_msg_popup_event", Both, worker, at: Now + 5);
        await TwiceAsync("subscribe_msg_change_event", "<SubscribeMsgChangeEvent><List><TemplateId>a</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List></SubscribeMsgChangeEvent>", worker, at: Now + 9);

        Assert.Equal("a true false, a true false, a false true, b false false, b false false", await _city.Database.ScalarAsync<string>(
            """
            SELECT string_agg(concat_ws(' ', template_id, accepted::text, by_setting::text), ', ' ORDER BY template_id, at)
              FROM notice_answer WHERE person_id = (SELECT max(id) FROM person)
            """));
    }

    [Fact]
    public async Task Bad_news_of_the_account_are_recorded_counted_and_shown_by_the_check_until_they_are_mended()
    {
        await TwiceAsync("qualification_verify_fail", $"<FailTime>{Now}</FailTime><FailReason>材料不清楚，电话13812340001</FailReason>");
        Assert.Contains("refused", await VerificationAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("13812340001", await VerificationAsync(), StringComparison.Ordinal);

        await TwiceAsync("qualification_verify_success", $"<ExpiredTime>{Now + 9_000_000}</ExpiredTime>", at: Now + 1);
        Assert.Null(await VerificationAsync());

        await TwiceAsync("annual_renew", "<ExpiredTime>1893456000</ExpiredTime>", at: Now + 2);
        Assert.Contains("renewed by 2030-01-01", await VerificationAsync(), StringComparison.Ordinal);
        await TwiceAsync("verify_expired", "<ExpiredTime>1893456000</ExpiredTime>", at: Now + 3);
        Assert.Contains("expired on 2030-01-01", await VerificationAsync(), StringComparison.Ordinal);

        Assert.Equal(4L, await _city.Database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action LIKE 'verification/%'"));
        Assert.Matches(ExpiredCounted(), await _city.Bot.Management.GetStringAsync("/metrics"));
    }

    [Fact]
    public async Task What_a_person_forbids_is_deleted_and_that_it_was_is_recorded()
    {
        var worker = await _city.Sandbox.AddFollowerAsync();
        await _city.Sandbox.Http.PostAsync($"/sandbox/followers/{worker}/photo", new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 1]));
        await _city.Sandbox.ActAsync(worker, "location", new { latitude = 36.65, longitude = 117.1, label = "泉城路" });
        await _city.SayAsync(worker, "菜单");
        await Eventually.HoldsAsync(async () => await CountAsync("media_chunk") == 1);

        await TwiceAsync("user_authorization_revoke", $"<OpenID>{worker}</OpenID><AppID>wx</AppID><RevokeInfo>206</RevokeInfo>", "platform");
        Assert.Equal((1L, 1L), (await CountAsync("media_chunk"), await CountAsync("inbound WHERE kind = 8 AND body IS NULL")));
        await TwiceAsync("user_info_modified", $"<OpenID>{worker}</OpenID><RevokeInfo>207</RevokeInfo><RevokeInfo>205</RevokeInfo>", "platform");

        Assert.Equal((0L, 1L), (await CountAsync("media_chunk"), await CountAsync("media_file WHERE status = 4")));
        Assert.Equal(1L, await CountAsync("inbound WHERE kind = 0 AND body IS NOT NULL"));
        Assert.Equal("206: 1 deleted, 207 205: 1 deleted", await _city.Database.ScalarAsync<string>(
            "SELECT string_agg(reason, ', ' ORDER BY id) FROM audit_entry WHERE action = 'my-data/revoked'"));
    }

    [Fact]
    public async Task What_is_deleted_before_it_was_answered_does_not_hold_up_what_others_wait_for()
    {
        var worker = await _city.Sandbox.AddFollowerAsync();
        await _city.Sandbox.ActAsync(worker, "location", new { latitude = 36.65, longitude = 117.1, label = "泉城路" });
        await _city.Database.ExecuteAsync("UPDATE inbound SET answered_at = NULL, received_at = received_at - interval '2 minutes'");

        await TwiceAsync("user_authorization_revoke", $"<OpenID>{worker}</OpenID><RevokeInfo>206</RevokeInfo>", "platform");

        Assert.Equal(0, await Get<UnansweredMessages>().TakeUpAsync(UnansweredMessages.Patience, CancellationToken.None));
        Assert.Equal(1L, await CountAsync("inbound WHERE body IS NULL AND answered_at IS NOT NULL"));
    }

    [Fact]
    public async Task Who_ended_their_account_gets_nothing_more_and_is_erased_within_the_hour()
    {
        var worker = await _city.Sandbox.AddFollowerAsync();
        await _city.SayAsync(worker, "菜单");
        await _city.Database.ExecuteAsync("UPDATE outbound SET status = 8");

        await TwiceAsync("user_authorization_cancellation", $"<OpenID>{worker}</OpenID><AppID>wx</AppID>", "platform");
        Assert.Equal(0L, await CountAsync("outbound WHERE status = 8"));

        await using var scope = _city.Bot.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<EraseDueData>()
            .RunAsync(DateTimeOffset.UtcNow.AddHours(1), CancellationToken.None);
        Assert.Equal(new JobReport(1), report);
        Assert.Equal(1L, await CountAsync("person WHERE erased_at IS NOT NULL"));
        Assert.Equal(1L, await CountAsync("audit_entry WHERE action = 'my-data/erased' AND reason = 'account ended'"));
    }

    [Fact]
    public async Task A_position_that_the_phone_reports_by_itself_is_not_kept()
    {
        var worker = await _city.Sandbox.AddFollowerAsync();

        await TwiceAsync("LOCATION", "<Latitude>36.65</Latitude><Longitude>117.1</Longitude><Precision>30</Precision>", worker);

        Assert.Equal((0L, 0L, 0L), (await CountAsync("inbound"), await CountAsync("person"), await CountAsync("platform_event")));
    }

    [Fact]
    public async Task An_event_that_cannot_be_kept_is_not_acknowledged()
    {
        await _city.Database.ExecuteAsync("ALTER TABLE delivery_report RENAME TO hidden");
        var (status, _) = await _city.PostAsync(SignedPush.Event("o", "TEMPLATESENDJOBFINISH", Now, "<MsgID>1</MsgID><Status>success</Status>"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
    }

    /// <summary>Delivered twice, as when our first answer was lost.</summary>
    private async Task TwiceAsync(string name, string fields, string from = "o-somebody", long? at = null)
    {
        var push = SignedPush.Event(from, name, at ?? Now, fields);
        Assert.Equal((HttpStatusCode.OK, "success"), await _city.PostAsync(push));
        Assert.Equal((HttpStatusCode.OK, "success"), await _city.PostAsync(push));
    }

    private Task<string?> VerificationAsync() => _city.Bot.Services.GetServices<IOperatorCheck>()
        .Single(check => check.Name == "account: verification").FaultAsync(CancellationToken.None);

    private async Task<ClaimedMessage> RowAsync() => new(
        await _city.Database.ScalarAsync<long>("SELECT id FROM outbound"),
        DateOnly.FromDateTime(await _city.Database.ScalarAsync<DateTime>("SELECT period::timestamp FROM outbound")),
        new(await _city.Database.ScalarAsync<long>("SELECT person_id FROM outbound")),
        "wechat",
        "o",
        "",
        1,
        TimeProvider.System.GetUtcNow().AddMinutes(1));

    private T Get<T>() where T : notnull => _city.Bot.Services.GetRequiredService<T>();

    private Task<long> CountAsync(string rows) => _city.Database.ScalarAsync<long>($"SELECT count(*) FROM {rows}");

    [GeneratedRegex("""unionbot_account_news_total\{kind="verification/expired"\} [1-9]""")]
    private static partial Regex ExpiredCounted();
}
