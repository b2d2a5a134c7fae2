namespace UnionBot.SystemTests.EndToEnd;

public sealed class WorkerTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task An_encrypted_message_is_answered_from_the_database()
    {
        var worker = await city.Sandbox.AddFollowerAsync();

        var answer = await city.SayAsync(worker, "菜单");

        Assert.Contains("1 我的会籍", answer, StringComparison.Ordinal);
        Assert.Single(await city.DeliveredAsync(worker));
    }

    [Fact]
    public async Task A_push_delivered_eight_times_at_once_has_one_effect()
    {
        var worker = await city.Sandbox.AddFollowerAsync();

        await city.Sandbox.SayAsync(worker, "菜单", copies: 8);

        Assert.Equal(1L, await city.Database.ScalarAsync<long>(
            "SELECT count(*) FROM inbound i JOIN outbound o USING (person_id) WHERE i.person_id = (SELECT max(id) FROM person)"));
    }

    [Fact]
    public async Task A_new_follower_is_welcomed_and_the_scene_of_the_code_is_kept()
    {
        var created = await city.Sandbox.ControlAsync("/sandbox/followers", new { count = 1, follows = false });
        var worker = (string)created["followers"]![0]!["openid"]!;

        await city.Sandbox.CallAsync("/cgi-bin/qrcode/create", new
        {
            expire_seconds = 3600,
            action_name = "QR_STR_SCENE",
            action_info = new { scene = new { scene_str = "jinan-lixia-01" } },
        });
        await city.Sandbox.ActAsync(worker, "scan", new { scene = "jinan-lixia-01" });

        Assert.NotEmpty(await city.DeliveredAsync(worker));
        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM person WHERE scene = $1", "jinan-lixia-01"));
    }

    [Fact]
    public async Task One_who_unfollows_is_marked_at_once()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        await city.SayAsync(worker, "你好");
        var before = await GoneAsync();

        await city.Sandbox.ActAsync(worker, "unfollow", new { });

        Assert.Equal(before + 1, await GoneAsync());
    }

    [Fact]
    public async Task A_photo_is_fetched_and_kept_encrypted_within_seconds()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Repeat((byte)7, 1000)]);

        await city.Sandbox.Http.PostAsync($"/sandbox/followers/{worker}/photo", photo);

        await Hosting.Eventually.HoldsAsync(async () => await city.Database.ScalarAsync<long>(
            "SELECT count(*) FROM media_file WHERE status = 1 AND content_type = 'image/jpeg' AND length = 1004") == 1);
        Assert.Equal(0L, await city.Database.ScalarAsync<long>(
            "SELECT count(*) FROM media_chunk WHERE position($1::bytea in content) > 0", Enumerable.Repeat((byte)7, 16).ToArray()));
    }

    [Fact]
    public async Task The_talk_goes_on_after_a_restart()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        await city.SayAsync(worker, "绑定");

        await city.RestartBotAsync();
        var answer = await city.SayAsync(worker, "王芳");

        Assert.Contains("手机号", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_business_clock_follows_the_platforms()
    {
        var clock = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Core.Calendar.BusinessClock>(city.Bot.Services);

        await city.Sandbox.AdvanceAsync(TimeSpan.FromDays(1));

        await Hosting.Eventually.HoldsAsync(() => clock.Offset >= TimeSpan.FromHours(23));
        var worker = await city.Sandbox.AddFollowerAsync();
        Assert.Contains("工会", await city.SayAsync(worker, "你好"), StringComparison.Ordinal);
    }

    private Task<long> GoneAsync() =>
        city.Database.ScalarAsync<long>("SELECT count(*) FROM person WHERE unfollowed_at IS NOT NULL");
}
