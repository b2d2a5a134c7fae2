namespace UnionBot.Sandbox.Sms;

/// <summary>Where a demo's code sender delivers, and where the phones read.</summary>
internal static class SmsEndpoints
{
    public static void MapSms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sandbox/sms", (NewSms sms, SmsTray tray) => tray.Receive(sms.Phone, sms.Text));
        routes.MapGet("/sandbox/sms", (SmsTray tray, string? phone) =>
            tray.All.Where(sms => phone is null || sms.Phone == phone));
    }

    internal sealed record NewSms(string Phone, string Text);
}
