using System.Net;
using System.Text.Json;

namespace UnionBot.SystemTests.Membership;

/// <summary>A copy of one's data as people take it: the talk, the phone that gets the code, and a browser.</summary>
public sealed class MyDataPageTests(MyDataCity city) : IClassFixture<MyDataCity>
{
    [Fact]
    public async Task A_worker_reads_their_data_with_the_code_from_their_phone_and_downloads_them_once()
    {
        const string Phone = "13800000017";
        var worker = await city.AddBoundWorkerAsync(17, "王芳", Phone);
        using var visitor = await city.ExportAsync(worker);
        Assert.DoesNotContain(Phone, visitor.Page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await visitor.TypeAsync(await city.CodeAsync(Phone, messages: 2)));

        Assert.Contains(Phone, visitor.Page, StringComparison.Ordinal);
        Assert.Contains("微信公众号", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("用姓名和手机号核对会籍", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("bind/2026-11", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("no-store", visitor.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("noindex", visitor.Response.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        var key = Assert.Single(visitor.SetCookies, cookie => cookie.StartsWith("__Host-unionbot-my-data=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "samesite=strict"], word => Assert.Contains(word, key, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, await visitor.DownloadAsync());
        using var json = JsonDocument.Parse(visitor.Page);
        var sections = json.RootElement.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("name").GetString()!);
        Assert.Superset(new HashSet<string> { "membership", "talk", "cases" }, sections.ToHashSet());
        Assert.Equal(2L, await city.Database.ScalarAsync<long>(
            """
            SELECT count(*) FROM audit_entry WHERE action IN ('my-data/read', 'my-data/downloaded')
               AND subject = (SELECT 'person/' || person_id FROM member WHERE id = 17)
            """));
    }

    [Fact]
    public async Task Whoever_reads_the_transcript_has_the_link_and_sees_nothing()
    {
        const string Phone = "13800000018";
        using var reader = await city.ExportAsync(await city.AddBoundWorkerAsync(18, "李强", Phone));

        Assert.DoesNotContain("李强", reader.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await reader.TypeAsync("您好"));
        Assert.Equal(HttpStatusCode.Gone, await reader.DownloadAsync());
        Assert.DoesNotContain("李强", reader.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_guesses_has_five_tries_and_then_not_even_the_right_code_opens_the_link()
    {
        const string Phone = "13800000019";
        using var visitor = await city.ExportAsync(await city.AddBoundWorkerAsync(19, "赵敏", Phone));
        var code = await city.CodeAsync(Phone, messages: 2);
        var wrong = code == "111111" ? "222222" : "111111";

        for (var left = 4; left > 0; left--)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await visitor.TypeAsync(wrong));
            Assert.Contains($"还可以再试 {left} 次", visitor.Page, StringComparison.Ordinal);
        }

        var form = visitor.Page;
        Assert.Equal(HttpStatusCode.Gone, await visitor.TypeAsync(wrong));
        Assert.Contains("再回复一次“导出我的资料”", visitor.Page, StringComparison.Ordinal);
        await visitor.OpenAsync();
        Assert.Equal(HttpStatusCode.Gone, await visitor.TypeAsync(code));
        Assert.DoesNotContain("赵敏", visitor.Page + form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_another_person_or_for_another_purpose_opens_nothing()
    {
        const string Phone = "13800000020";
        const string OtherPhone = "13800000021";
        var other = await city.AddBoundWorkerAsync(21, "孙丽", OtherPhone);
        using var visitor = await city.ExportAsync(await city.AddBoundWorkerAsync(20, "周杰", Phone));
        using var others = await city.ExportAsync(other);
        await city.CodeAsync(Phone, messages: 2);

        Assert.Equal(HttpStatusCode.Forbidden, await visitor.TypeAsync(await city.CodeAsync(OtherPhone, messages: 2)));

        await city.LetAMinutePassAsync();
        await city.SayAsync(other, "删除我的资料");
        await city.SayAsync(other, "确认删除");
        Assert.Equal(HttpStatusCode.Forbidden, await others.TypeAsync(await city.CodeAsync(OtherPhone, messages: 3)));
        Assert.DoesNotContain("孙丽", others.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_read_once_and_downloaded_once_by_the_browser_that_gave_the_code()
    {
        const string Phone = "13800000022";
        var worker = await city.AddBoundWorkerAsync(22, "吴刚", Phone);
        using var visitor = await city.ExportAsync(worker);
        using var late = visitor.Copy();
        await late.OpenAsync();
        var code = await city.CodeAsync(Phone, messages: 2);
        await visitor.TypeAsync(code);

        Assert.Equal(HttpStatusCode.Gone, await late.TypeAsync(code));
        Assert.Equal(HttpStatusCode.Gone, await late.DownloadAsync());
        Assert.DoesNotContain("吴刚", late.Page, StringComparison.Ordinal);

        var read = visitor.Page;
        Assert.Equal(HttpStatusCode.OK, await visitor.DownloadAsync());
        visitor.Show(read);
        Assert.Equal(HttpStatusCode.Gone, await visitor.DownloadAsync());
    }

    [Fact]
    public async Task A_form_that_another_site_sends_takes_no_try_and_gives_nothing()
    {
        const string Phone = "13800000023";
        using var visitor = await city.ExportAsync(await city.AddBoundWorkerAsync(23, "郑爽", Phone));
        var code = await city.CodeAsync(Phone, messages: 2);

        visitor.ForgetCookies();
        await visitor.TypeAsync(code);
        Assert.DoesNotContain("郑爽", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("请再填一次", visitor.Page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await visitor.TypeAsync(code));
        Assert.Contains("郑爽", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_takes_no_try_and_is_no_fault_of_ours()
    {
        const string Phone = "13800000029";
        using var visitor = await city.ExportAsync(await city.AddBoundWorkerAsync(29, "冯涛", Phone));

        Assert.InRange((int)await visitor.SendAsync("--x\r\nContent-Disposition: form-data", "multipart/form-data; boundary=x"), 200, 499);
        Assert.InRange((int)await visitor.SendAsync(new string('a', 300_000), "application/x-www-form-urlencoded"), 200, 499);

        Assert.Equal(HttpStatusCode.OK, await visitor.OpenAsync());
        Assert.Equal(HttpStatusCode.OK, await visitor.TypeAsync(await city.CodeAsync(Phone, messages: 2)));
        Assert.Contains("冯涛", visitor.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("cut-off")]
    public async Task An_unknown_or_cut_off_address_says_kindly_what_to_do(string token)
    {
        using var visitor = new MyDataVisitor(new Uri(city.Bot.Client.BaseAddress!, $"/my-data/{token}"));

        Assert.Equal(HttpStatusCode.Gone, await visitor.OpenAsync());
        Assert.Contains("再回复一次“导出我的资料”", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_has_expired_asks_for_no_code()
    {
        const string Phone = "13800000024";
        using var visitor = await city.ExportAsync(await city.AddBoundWorkerAsync(24, "冯雪", Phone));
        var code = await city.CodeAsync(Phone, messages: 2);
        await city.Database.ExecuteAsync(
            "UPDATE my_data_link SET expires_at = created_at WHERE person_id = (SELECT person_id FROM member WHERE id = 24)");

        Assert.Equal(HttpStatusCode.Gone, await visitor.TypeAsync(code));
        Assert.Equal(HttpStatusCode.Gone, await visitor.OpenAsync());
    }
}
