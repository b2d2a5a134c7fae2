using System.Globalization;
using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>How much of one API was used today.</summary>
public sealed record ApiQuota(long DailyLimit, long Used, long Remaining, RateLimit? Rate);

/// <summary>How often an API may be called within some seconds.</summary>
public sealed record RateLimit(long CallCount, long RefreshSeconds);

/// <summary>Addresses of the platform.</summary>
public sealed record IpList(IReadOnlyList<string> Addresses);

/// <summary>Whether the platform finds and reaches our callback address.</summary>
public sealed record CallbackCheck(IReadOnlyList<CallbackDns> Dns, IReadOnlyList<CallbackPing> Pings);

public sealed record CallbackDns(string Ip, string Operator);

/// <param name="LossPercent">0 = reached, 100 = not; null = not readable.</param>
/// <param name="Time">As the platform writes it.</param>
public sealed record CallbackPing(string Ip, string FromOperator, int? LossPercent, string Time);

/// <summary>The request behind a request id.</summary>
public sealed record FailedRequest(DateTimeOffset? InvokedAt, long CostMilliseconds, string ClientIp)
{
    public override string ToString() => nameof(FailedRequest);
}

/// <summary>Quotas, addresses and connectivity: the tools of whoever runs the account.</summary>
public sealed class AccountApi
{
    private readonly ApiTransport _transport;
    private readonly WeChatApiOptions _options;

    internal AccountApi(ApiTransport transport, WeChatApiOptions options)
    {
        (_transport, _options) = (transport, options);
    }

    /// <param name="apiPath">Such as <c>/cgi-bin/message/custom/send</c>.</param>
    public Task<ApiAnswer<ApiQuota>> QuotaAsync(string apiPath, CancellationToken ct = default) => _transport.CallAsync(
        Post("/cgi-bin/openapi/quota/get", new { cgi_path = apiPath }),
        answer => answer.Child("quota") is { ValueKind: JsonValueKind.Object } quota
            ? new ApiQuota(
                quota.Number("daily_limit") ?? 0,
                quota.Number("used") ?? 0,
                quota.Number("remain") ?? 0,
                Rate(answer.Child("rate_limit")))
            : null,
        ct);

    /// <summary>Sets the day's counters of all APIs to zero: ten times a month.</summary>
    public Task<SendOutcome> ClearAllQuotasAsync(CancellationToken ct = default) =>
        _transport.CallAsync(Post("/cgi-bin/clear_quota", new { appid = _options.AppId }) with { Repeatable = false }, ct);

    /// <summary>Sets the day's counter of one API to zero: fifty times a month.</summary>
    public Task<SendOutcome> ClearQuotaAsync(string apiPath, CancellationToken ct = default) =>
        _transport.CallAsync(Post("/cgi-bin/openapi/quota/clear", new { cgi_path = apiPath }) with { Repeatable = false }, ct);

    /// <param name="requestId">From <see cref="ErrorDetail.RequestId"/>; kept by the platform for seven days.</param>
    public Task<ApiAnswer<FailedRequest>> ExplainAsync(string requestId, CancellationToken ct = default) =>
        _transport.CallAsync(
            Post("/cgi-bin/openapi/rid/get", new { rid = requestId }),
            answer => answer.Child("request") is { ValueKind: JsonValueKind.Object } request
                ? new FailedRequest(
                    request.Moment("invoke_time"), request.Number("cost_in_ms") ?? 0, request.Text("client_ip"))
                : null,
            ct);

    /// <summary>Where the platform's API lives.</summary>
    public Task<ApiAnswer<IpList>> ApiAddressesAsync(CancellationToken ct = default) =>
        AddressesAsync("/cgi-bin/get_api_domain_ip", ct);

    /// <summary>Where pushes come from; never the only protection.</summary>
    public Task<ApiAnswer<IpList>> CallbackAddressesAsync(CancellationToken ct = default) =>
        AddressesAsync("/cgi-bin/getcallbackip", ct);

    /// <summary>Lets the platform resolve and ping our callback address.</summary>
    public Task<ApiAnswer<CallbackCheck>> CheckCallbackAsync(CancellationToken ct = default) => _transport.CallAsync(
        Post("/cgi-bin/callback/check", new { action = "all", check_operator = "DEFAULT" }) with { Patience = 3 },
        answer => new CallbackCheck(
            [.. answer.Items("dns").Select(dns => new CallbackDns(dns.Text("ip"), dns.Text("real_operator")))],
            [.. answer.Items("ping").Select(ping => new CallbackPing(
                ping.Text("ip"), ping.Text("from_operator"), Percent(ping.Text("package_loss")), ping.Text("time")))]),
        ct);

    private Task<ApiAnswer<IpList>> AddressesAsync(string path, CancellationToken ct) => _transport.CallAsync(
        ApiCall.Get(path) with { Kind = ApiKind.Account }, answer => new IpList(answer.Texts("ip_list")), ct);

    private static ApiCall Post(string path, object body) =>
        ApiCall.Post(path, body) with { Repeatable = true, Kind = ApiKind.Account };

    private static RateLimit? Rate(JsonElement rate) =>
        rate.Number("call_count") is { } count ? new RateLimit(count, rate.Number("refresh_second") ?? 0) : null;

    private static int? Percent(string loss) =>
        int.TryParse(loss.TrimEnd('%'), CultureInfo.InvariantCulture, out var percent) ? percent : null;
}
