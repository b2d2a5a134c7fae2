using UnionBot.WeChat.Api;

namespace UnionBot.Tests.WeChat.Api;

/// <summary>Tests of a client before a platform that answers as it is told.</summary>
public abstract class PlatformTests : IAsyncLifetime
{
    internal ScriptedPlatform Platform { get; private set; } = null!;

    protected WeChatClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Platform = await ScriptedPlatform.StartAsync();
        Client = Platform.NewClient();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Platform.DisposeAsync();
    }
}
