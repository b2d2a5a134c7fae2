using UnionBot.Sandbox.Api;

namespace UnionBot.Sandbox.QrCodes;

/// <summary>QR codes with a scene, and their pictures.</summary>
internal sealed class QrApi(QrBook codes)
{
    private const int LongestSeconds = 2_592_000;
    private const int DefaultSeconds = 60;
    private const int MostPermanent = 100_000;
    private const int MostScenesById = 100_000;

    public void Map(PlatformRoutes routes) => routes.Post("/cgi-bin/qrcode/create", Create);

    public static void MapPictures(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cgi-bin/showqrcode", (string? ticket, QrBook codes) => codes.Find(ticket ?? "") is { } code
            ? Results.File(QrPicture.Png(code.Url), "image/png")
            : Results.NotFound());
        routes.MapGet("/sandbox/qrcodes", (QrBook codes) => codes.Valid.Reverse().Select(code => new
        {
            ticket = code.Ticket,
            scene = code.Scene,
            expiresAt = code.ExpiresAt == 0 ? (long?)null : code.ExpiresAt,
            picture = $"/cgi-bin/showqrcode?ticket={Uri.EscapeDataString(code.Ticket)}",
        }));
    }

    private object Create(PlatformCall call)
    {
        var action = call.Text("action_name");
        var isPermanent = action is "QR_LIMIT_SCENE" or "QR_LIMIT_STR_SCENE";
        var isNumber = action is "QR_SCENE" or "QR_LIMIT_SCENE";
        if (!isPermanent && action is not ("QR_SCENE" or "QR_STR_SCENE"))
            throw new PlatformRefusal(40053, "invalid action info");

        var scene = Scene(call, isNumber, isPermanent);
        if (isPermanent) return Show(Permanent(scene, isNumber), 0);

        var seconds = call.Body.Number("expire_seconds") ?? DefaultSeconds;
        if (seconds is < 1 or > LongestSeconds) throw new PlatformRefusal(40052, "invalid action name");
        return Show(codes.Create(scene, isNumber, (int)seconds), (int)seconds);
    }

    private static string Scene(PlatformCall call, bool isNumber, bool isPermanent)
    {
        var scene = call.Body.Part("action_info").Part("scene");
        var text = scene.Text(isNumber ? "scene_id" : "scene_str");
        var fits = isNumber
            ? uint.TryParse(text, out var id) && id > 0 && (!isPermanent || id <= MostScenesById)
            : text.Length is >= 1 and <= 64;
        return fits ? text : throw new PlatformRefusal(40053, "invalid action info");
    }

    /// <summary>A permanent scene has one code for ever.</summary>
    private QrCode Permanent(string scene, bool isNumber)
    {
        var known =
            codes.Valid.FirstOrDefault(code => code.ExpiresAt == 0 && code.Scene == scene && code.IsNumber == isNumber);
        if (known is not null) return known;
        if (codes.PermanentCount >= MostPermanent) throw new PlatformRefusal(45029, "qrcode count out of limit");
        return codes.Create(scene, isNumber, 0);
    }

    private static object Show(QrCode code, int seconds) => seconds == 0
        ? new { ticket = code.Ticket, url = code.Url }
        : new { ticket = code.Ticket, expire_seconds = seconds, url = code.Url };
}
