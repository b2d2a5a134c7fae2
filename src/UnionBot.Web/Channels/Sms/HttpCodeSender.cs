using System.Net.Http.Headers;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Channels.Sms;

/// <summary>Hands codes to the address in <c>Sms:Url</c>, behind which an SMS provider stands.</summary>
internal sealed class HttpCodeSender(IHttpClientFactory clients, SmsOptions options) : ICodeSender
{
    public async Task<bool> TrySendAsync(string phone, string code, string text, CancellationToken ct)
    {
        using var client = clients.CreateClient(SmsServices.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = JsonContent.Create(new Body(phone, code, text)),
        };
        if (options.Secret.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Secret);

        using var response = await client.SendAsync(request, ct);
        return response.IsSuccessStatusCode;
    }

    private sealed record Body(string Phone, string Code, string Text);
}
