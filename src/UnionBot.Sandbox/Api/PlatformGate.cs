using System.Text.Json;
using UnionBot.Sandbox.Faults;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Tokens;

namespace UnionBot.Sandbox.Api;

/// <summary>
/// What every call passes: ordered faults, method, token, body, the day's quota; then the call itself.
/// </summary>
internal sealed class PlatformGate(FaultBook faults, TokenOffice tokens, CallQuota quota, ILogger<PlatformGate> log)
{
    private const int MaxJsonBytes = 4 * 1024 * 1024;

    public async Task<IResult> RunAsync(
        HttpContext http, string path, string method, bool needsToken, Func<PlatformCall, Task<object>> handle)
    {
        var fault = faults.Take(path);
        if (fault is not null && await fault.PlayBeforeAsync(http) is { } instead) return instead;

        var answer = await AnswerAsync(http, path, method, needsToken, handle);
        return fault is null ? answer : await fault.PlayAfterAsync(http, answer);
    }

    private async Task<IResult> AnswerAsync(
        HttpContext http, string path, string method, bool needsToken, Func<PlatformCall, Task<object>> handle)
    {
        try
        {
            if (http.Request.Method != method) throw WrongMethod(method);
            if (needsToken) tokens.Check(http.Request.Query["access_token"].ToString());

            var call = await ReadAsync(http, path);
            if (!quota.TrySpend(path)) throw new PlatformRefusal(45009, "reach max api daily quota limit");
            return PlatformJson.Answer(await handle(call));
        }
        catch (PlatformRefusal refusal)
        {
            log.LogInformation("{Path} refused with {Errcode}", path, refusal.Errcode);
            return PlatformJson.Refuse(refusal);
        }
    }

    private static PlatformRefusal WrongMethod(string method) => method == "GET"
        ? new PlatformRefusal(43001, "require GET method")
        : new PlatformRefusal(43002, "require POST method");

    private static async Task<PlatformCall> ReadAsync(HttpContext http, string path)
    {
        // Many clients post JSON under a form's content type; only multipart is read as a form.
        var isMultipart = http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ?? false;
        if (http.Request.Method == "GET" || isMultipart) return new PlatformCall(http, path, [], default);

        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        if (buffer.Length == 0) throw new PlatformRefusal(44002, "empty post data");
        if (buffer.Length > MaxJsonBytes) throw new PlatformRefusal(45002, "content size out of limit");

        var raw = buffer.ToArray();
        try
        {
            using var document = JsonDocument.Parse(raw);
            return new PlatformCall(http, path, raw, document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new PlatformRefusal(47001, "data format error");
        }
    }
}
