using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Channels.Sms;

/// <summary>In a demo: shows codes on the sandbox's phone page.</summary>
internal sealed class SandboxCodeSender(IHttpClientFactory clients, WeChatOptions sandbox) : ICodeSender
{
    public async Task<bool> TrySendAsync(string phone, string code, string text, CancellationToken ct)
    {
        using var client = clients.CreateClient(SmsServices.ClientName);
        using var response = await client.PostAsJsonAsync(
            new Uri(new Uri(sandbox.ApiBaseUrl), "/sandbox/sms"), new Body(phone, text), ct);
        return response.IsSuccessStatusCode;
    }

    private sealed record Body(string Phone, string Text);
}
