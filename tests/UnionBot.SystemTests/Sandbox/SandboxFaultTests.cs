namespace UnionBot.SystemTests.Sandbox;

public sealed class SandboxFaultTests : IAsyncLifetime
{
    private const string Send = "/cgi-bin/message/custom/send";

    private SandboxUnderTest _sandbox = null!;
    private string _openId = "";

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxUnderTest.StartAsync();
        _openId = await _sandbox.AddFollowerAsync();
        await _sandbox.SayAsync(_openId, "你好");
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task The_next_calls_fail_with_the_ordered_errcode_and_then_work_again()
    {
        await OrderAsync(new { kind = "error", path = Send, times = 2, errcode = 45011 });

        Assert.Equal(45011, await SendAsync());
        Assert.Equal(45011, await SendAsync());
        Assert.Equal(0, await SendAsync());
        Assert.Single(await _sandbox.DeliveredAsync(_openId));
    }

    [Fact]
    public async Task An_answer_can_be_lost_after_the_message_was_accepted()
    {
        await SendAsync();
        await OrderAsync(new { kind = "dropAnswer", path = Send });

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
        Assert.Equal(2, (await _sandbox.DeliveredAsync(_openId)).Length);
    }

    [Fact]
    public async Task A_call_can_be_cut_before_it_has_an_effect()
    {
        await SendAsync();
        await OrderAsync(new { kind = "dropCall", path = Send });

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
        Assert.Single(await _sandbox.DeliveredAsync(_openId));
    }

    [Theory]
    [InlineData("html", "<html>")]
    [InlineData("empty", "")]
    public async Task An_answer_can_be_no_json(string kind, string beginning)
    {
        await OrderAsync(new { kind, status = 200 });

        using var response = await _sandbox.Http.GetAsync("/cgi-bin/get_api_domain_ip");
        Assert.StartsWith(beginning, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_for_one_path_leaves_the_others_alone()
    {
        await OrderAsync(new { kind = "error", path = "/cgi-bin/menu/get", errcode = -1 });

        Assert.Equal(0, await SendAsync());
        Assert.Equal(-1, await _sandbox.ErrcodeAsync("/cgi-bin/menu/get"));
    }

    private async Task OrderAsync(object fault) => await _sandbox.ControlAsync("/sandbox/faults", fault);

    private Task<int> SendAsync() => _sandbox.SendTextAsync(_openId);
}
