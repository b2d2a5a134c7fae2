using UnionBot.Sandbox.Actions;
using UnionBot.Sandbox.Faults;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Tokens;

namespace UnionBot.Sandbox.Control;

/// <summary>Orders what shall go wrong, and how pushes are sent.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/faults", (FaultBook faults) => faults.All);
        routes.MapPost("/sandbox/faults", (Fault fault, FaultBook faults) =>
        {
            faults.Add(fault);
            return faults.All;
        });
        routes.MapDelete("/sandbox/faults", (FaultBook faults) => faults.Clear());

        routes.MapPost("/sandbox/token/expire", (TokenOffice tokens, bool byAge = true) => tokens.ExpireAll(byAge));

        routes.MapGet("/sandbox/settings", Show);
        routes.MapPost("/sandbox/settings", Change);
        routes.MapPost("/sandbox/verify", VerifyAsync);
        routes.MapGet("/sandbox/results", (ResultEvents results) => results.Pending);
    }

    private static object Show(PushSettings settings) =>
        new { callback = settings.Callbacks[0], callbacks = settings.Callbacks, mode = settings.Mode, format = settings.Format };

    private static IResult Change(SettingsChange change, PushSettings settings)
    {
        if (change.Mode is not (null or "safe" or "compatible" or "plain"))
            return Results.BadRequest(new { error = "mode is safe, compatible or plain." });
        if (change.Mode is "safe" or "compatible" && !settings.CanEncrypt)
            return Results.BadRequest(new { error = "Without Sandbox:EncodingAesKey only plain mode is possible." });
        if (change.Format is not (null or "xml" or "json"))
            return Results.BadRequest(new { error = "format is xml or json." });

        settings.Mode = change.Mode ?? settings.Mode;
        settings.Format = change.Format ?? settings.Format;
        if (change.Callback is { } one) settings.Callbacks = [one];
        if (change.Callbacks is { Count: > 0 } several) settings.Callbacks = several;
        return Results.Ok(Show(settings));
    }

    /// <summary>
    /// What the back office does when a callback is saved: one signed GET that must be answered with its echostr.
    /// </summary>
    private static async Task<object> VerifyAsync(
        EnvelopeWriter envelopes, IHttpClientFactory clients, CancellationToken ct)
    {
        var (address, echo) = envelopes.Verification();
        try
        {
            using var response = await clients.CreateClient(PushSender.ClientName).GetAsync(address, ct);
            var answer = await response.Content.ReadAsStringAsync(ct);
            var verified = response.IsSuccessStatusCode && answer == echo;
            return new { verified, status = (int?)response.StatusCode, answer = (string?)answer };
        }
        catch (HttpRequestException problem)
        {
            return new { verified = false, status = (int?)null, answer = (string?)problem.Message };
        }
    }

    /// <param name="Callback">The one address of the bot.</param>
    /// <param name="Callbacks">Or several, each a host of it.</param>
    internal sealed record SettingsChange(Uri? Callback, IReadOnlyList<Uri>? Callbacks, string? Mode, string? Format);
}
