using UnionBot.Web.Setup.Health;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat.Checks;

/// <summary>The platform gives us a token: app id and secret are right, and our address is in its IP list.</summary>
internal sealed class TokenCheck(WeChatClient client) : IOperatorCheck
{
    public string Name => "account: token and IP list";

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        if (Advice.For(await client.CheckTokenAsync(ct)) is { } fault) return fault;

        // A token kept from before says nothing about today's list, so one call is made with it.
        return Advice.For((await client.Account.ApiAddressesAsync(ct)).Outcome);
    }
}
