using UnionBot.Sandbox.Api;

namespace UnionBot.Sandbox.Faults;

/// <summary>One ordered fault of the API.</summary>
/// <param name="Path">The call it meets, <c>/cgi-bin/…</c>, or <c>*</c> for any.</param>
/// <param name="Times">How many calls it meets.</param>
/// <param name="Errcode">For <see cref="FaultKind.Error"/>.</param>
/// <param name="Status">HTTP status for <see cref="FaultKind.Html"/>.</param>
/// <param name="DelayMs">For the two delays, in milliseconds of real time.</param>
internal sealed record Fault(
    FaultKind Kind,
    string Path = "*",
    int Times = 1,
    int Errcode = -1,
    string Errmsg = "system error",
    int Status = 502,
    int DelayMs = 0)
{
    private const string GatewayPage =
        "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>";

    public bool Meets(string path) => Path == "*" || Path == path;

    /// <summary>The answer that takes the call's place, or null when the call goes on.</summary>
    public async Task<IResult?> PlayBeforeAsync(HttpContext http)
    {
        switch (Kind)
        {
            case FaultKind.Error:
                return PlatformJson.Refuse(new PlatformRefusal(Errcode, Errmsg));
            case FaultKind.Html:
                return Results.Text(GatewayPage, "text/html", statusCode: Status);
            case FaultKind.Empty:
                return Results.Text("");
            case FaultKind.DropCall:
                http.Abort();
                return Results.Empty;
            case FaultKind.Delay:
                await Task.Delay(DelayMs, http.RequestAborted);
                return null;
            default:
                return null;
        }
    }

    /// <summary>What becomes of the call's own answer.</summary>
    public async Task<IResult> PlayAfterAsync(HttpContext http, IResult answer)
    {
        switch (Kind)
        {
            case FaultKind.DropAnswer:
                http.Abort();
                return Results.Empty;
            case FaultKind.DelayAnswer:
                await Task.Delay(DelayMs, http.RequestAborted);
                return answer;
            default:
                return answer;
        }
    }
}
