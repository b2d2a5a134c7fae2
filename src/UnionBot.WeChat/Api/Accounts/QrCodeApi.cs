namespace UnionBot.WeChat.Api;

/// <summary>A QR code with a scene.</summary>
/// <param name="Url">What the picture encodes; it can be drawn here.</param>
/// <param name="ValidFor">Null = for ever.</param>
public sealed record QrCode(string Ticket, string Url, TimeSpan? ValidFor)
{
    /// <summary>Where the platform draws it; needs no token.</summary>
    public Uri PictureAddress => new($"https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket={Uri.EscapeDataString(Ticket)}");
}

/// <summary>QR codes whose scan comes back as an event with their scene.</summary>
public sealed class QrCodeApi
{
    private const int LongestScene = 64;

    private static readonly TimeSpan LongestValidity = TimeSpan.FromDays(30);

    private readonly ApiTransport _transport;

    internal QrCodeApi(ApiTransport transport)
    {
        _transport = transport;
    }

    /// <param name="scene">1 to 64 characters.</param>
    /// <param name="validFor">One second to thirty days.</param>
    public Task<ApiAnswer<QrCode>> CreateTemporaryAsync(string scene, TimeSpan validFor, CancellationToken ct = default)
    {
        CheckScene(scene);
        ArgumentOutOfRangeException.ThrowIfLessThan(validFor, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(validFor, LongestValidity);

        return CreateAsync(
            new
            {
                expire_seconds = (long)validFor.TotalSeconds,
                action_name = "QR_STR_SCENE",
                action_info = new { scene = new { scene_str = scene } },
            },
            ct);
    }

    /// <summary>For ever: at most 100,000 in the account's life, and none can be deleted.</summary>
    /// <param name="scene">1 to 64 characters.</param>
    public Task<ApiAnswer<QrCode>> CreatePermanentAsync(string scene, CancellationToken ct = default)
    {
        CheckScene(scene);
        var info = new { scene = new { scene_str = scene } };
        return CreateAsync(new { action_name = "QR_LIMIT_STR_SCENE", action_info = info }, ct);
    }

    private Task<ApiAnswer<QrCode>> CreateAsync(object body, CancellationToken ct) => _transport.CallAsync(
        ApiCall.Post("/cgi-bin/qrcode/create", body) with { Repeatable = true, Kind = ApiKind.Account },
        answer => answer.TextOrNull("ticket") is { } ticket
            ? new QrCode(
                ticket,
                answer.Text("url"),
                answer.Number("expire_seconds") is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null)
            : null,
        ct);

    private static void CheckScene(string scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (scene.Length is < 1 or > LongestScene)
        {
            throw new ArgumentException($"A scene has 1 to {LongestScene} characters, not {scene.Length}.", nameof(scene));
        }
    }
}
