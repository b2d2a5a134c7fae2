using UnionBot.Web.Setup.Health;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat.Checks;

/// <summary>The platform finds our callback address and reaches it.</summary>
internal sealed class CallbackReachedCheck(WeChatClient client) : IOperatorCheck
{
    private const int AllLost = 100;

    public string Name => "account: callback";

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        var answer = await client.Account.CheckCallbackAsync(ct);
        if (!answer.TryGet(out var check)) return Advice.For(answer.Outcome) ?? "The platform's answer cannot be read.";
        if (check.Dns.Count == 0) return "The platform does not find the callback's host name: see its DNS record.";
        if (check.Pings.Any(ping => ping.LossPercent is < AllLost)) return null;

        var addresses = string.Join(", ", check.Dns.Select(dns => dns.Ip).Distinct());
        return $"The platform does not reach the callback at {addresses}: open ports 80 and 443 to it, and see the proxy.";
    }
}
