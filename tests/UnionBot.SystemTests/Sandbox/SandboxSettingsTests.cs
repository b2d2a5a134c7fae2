using UnionBot.Sandbox.Setup;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Sandbox;

public sealed class SandboxSettingsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("http://127.0.0.1:0;http://10.0.0.1:0")]
    public void An_address_that_others_could_reach_is_refused(string urls) =>
        Assert.Contains("loopback only", Refusal("--urls", urls), StringComparison.Ordinal);

    [Theory]
    [InlineData("--mode", "secret", "Sandbox:Mode")]
    [InlineData("--token", "no", "Sandbox:Token")]
    [InlineData("--app-id", "", "Sandbox:AppId")]
    [InlineData("--callback", "127.0.0.1", "Sandbox:Callback")]
    [InlineData("--Sandbox:Colour", "red", "Colour")]
    public void A_wrong_setting_is_named(string name, string value, string named) =>
        Assert.Contains(named, Refusal(name, value), StringComparison.Ordinal);

    [Fact]
    public void Safe_mode_needs_a_key_of_43_letters_and_digits() => Assert.Contains(
        "Sandbox:EncodingAesKey", Refusal("--mode", "safe", "--encoding-aes-key", "short"), StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_in_use_by_another_sandbox_is_refused()
    {
        await using var first = SandboxApp.Create(Arguments([]));

        Assert.Contains("Sandbox:Data", Refusal(), StringComparison.Ordinal);
    }

    private string Refusal(params string[] more) =>
        Assert.Throws<SettingsException>(() => SandboxApp.Create(Arguments(more))).Message;

    private string[] Arguments(string[] more) =>
        [.. SandboxUnderTest.Arguments(_folder.Path, "http://127.0.0.1:9/wechat"), .. more];
}
