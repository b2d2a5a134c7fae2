using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>What the platform tells about a person; names and pictures are no longer part of it.</summary>
/// <param name="Follows">When false, everything else is empty.</param>
/// <param name="SubscribeScene">How they came (ADD_SCENE_QR_CODE …).</param>
public sealed record UserInfo(
    string OpenId,
    bool Follows,
    DateTimeOffset? FollowedAt,
    string? UnionId,
    string Remark,
    string Language,
    IReadOnlyList<int> TagIds,
    string SubscribeScene,
    string QrScene,
    string QrSceneText)
{
    public override string ToString() => nameof(UserInfo);
}

/// <summary>The people asked for.</summary>
public sealed record UserInfoList(IReadOnlyList<UserInfo> People);

/// <summary>A page of openids.</summary>
/// <param name="Next">Where the next page begins; null = this was the last.</param>
public sealed record OpenIdPage(long Total, IReadOnlyList<string> OpenIds, string? Next);

/// <summary>The account's followers.</summary>
public sealed class UserApi
{
    private const int MostAtOnce = 100;

    private readonly ApiTransport _transport;

    internal UserApi(ApiTransport transport)
    {
        _transport = transport;
    }

    public Task<ApiAnswer<UserInfo>> GetAsync(string openId, CancellationToken ct = default) => _transport.CallAsync(
        ApiCall.Get($"/cgi-bin/user/info?openid={Uri.EscapeDataString(openId)}&lang=zh_CN"),
        answer => answer.Child("subscribe").ValueKind is JsonValueKind.Undefined ? null : Read(answer),
        ct);

    /// <param name="openIds">At most 100.</param>
    public Task<ApiAnswer<UserInfoList>> GetManyAsync(IReadOnlyList<string> openIds, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(openIds);
        if (openIds.Count is < 1 or > MostAtOnce)
        {
            throw new ArgumentException($"1 to {MostAtOnce} people can be asked for, not {openIds.Count}.", nameof(openIds));
        }

        var body = new { user_list = openIds.Select(id => new { openid = id, lang = "zh_CN" }).ToArray() };
        var call = ApiCall.Post("/cgi-bin/user/info/batchget", body) with { Repeatable = true, Kind = ApiKind.List };
        return _transport.CallAsync(call, answer => new UserInfoList([.. answer.Items("user_info_list").Select(Read)]), ct);
    }

    /// <summary>Followers in pages of up to 10,000.</summary>
    /// <param name="from">Null = the first page.</param>
    public Task<ApiAnswer<OpenIdPage>> ListAsync(string? from = null, CancellationToken ct = default) => _transport.CallAsync(
        ApiCall.Get($"/cgi-bin/user/get?next_openid={Uri.EscapeDataString(from ?? "")}") with { Kind = ApiKind.Account },
        ReadPage,
        ct);

    /// <summary>The last page has no data, or an empty pointer.</summary>
    internal static OpenIdPage ReadPage(JsonElement answer)
    {
        var openIds = answer.Child("data").Texts("openid");
        return new OpenIdPage(
            answer.Number("total") ?? openIds.Length, openIds, openIds.Length > 0 ? answer.TextOrNull("next_openid") : null);
    }

    private static UserInfo Read(JsonElement person) => new(
        person.Text("openid"),
        person.Number("subscribe") == 1,
        person.Moment("subscribe_time"),
        person.TextOrNull("unionid"),
        person.Text("remark"),
        person.Text("language"),
        person.Numbers("tagid_list"),
        person.Text("subscribe_scene"),
        person.Text("qr_scene"),
        person.Text("qr_scene_str"));
}
