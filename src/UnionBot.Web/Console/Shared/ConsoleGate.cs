using System.Globalization;
using System.Security.Claims;
using UnionBot.Web.Channels;
using UnionBot.Web.Console.SignIn;

namespace UnionBot.Web.Console.Shared;

/// <summary>Stands before every address of the console: who comes in, who is sent to sign in first, who is refused.</summary>
internal static class ConsoleGate
{
    public static void UseConsoleGate(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments(ConsoleEndpoints.Root), console =>
        {
            console.UseExceptionHandler(failed => failed.Run(SayBrokenAsync));
            console.Use(EnterAsync);
        });

    private static async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        Hide(http.Response);
        var visit = http.RequestServices.GetRequiredService<ConsoleVisit>();
        if (StaffCookie.Find(http.Request) is { } token)
            visit.Visitor = await http.RequestServices.GetRequiredService<ConsoleEntrance>().FindAsync(token, http.RequestAborted);
        if (visit.Visitor is { } visitor) http.User = PrincipalOf(visitor);

        if (LeadsNowhere(http))
        {
            if (visit.Visitor is null) ConsolePages.SendTo(http.Response, SignInEndpoints.Page);
            else await ConsolePages.Missing().ExecuteAsync(http);
            return;
        }

        var access = http.GetEndpoint()!.Metadata.GetMetadata<ConsoleAccess>();
        if (DetourOf(access, visit.Visitor) is { } address) ConsolePages.SendTo(http.Response, address);
        else if (IsRefused(access, visit.Visitor)) await ConsolePages.Refused().ExecuteAsync(http);
        else await ShowAsync(http, next);
    }

    /// <summary>An address with a number that is none (<c>?after=abc</c>) is refused before any page of ours is asked, without a word.</summary>
    private static async Task ShowAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest }) await ConsolePages.Missing().ExecuteAsync(http);
    }

    // What the failed page had set is cleared before.
    private static Task SayBrokenAsync(HttpContext http)
    {
        Hide(http.Response);
        return ConsolePages.Broken().ExecuteAsync(http);
    }

    private static void Hide(HttpResponse response)
    {
        OwnPages.Protect(response);
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    /// <summary>No page has the address, or asks for what no text in the database can hold.</summary>
    private static bool LeadsNowhere(HttpContext http) =>
        http.GetEndpoint() is null || http.Request.Query.Any(asked => asked.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) is true));

    /// <summary>Where somebody must go first; null when they may stay.</summary>
    private static string? DetourOf(ConsoleAccess? access, Visitor? visitor)
    {
        if (access is null or { Door: ConsoleDoor.Anyone }) return null;
        if (visitor is null) return SignInEndpoints.Page;
        if (access.Door is ConsoleDoor.CodeAwaited) return visitor.Next is NextStep.TypeCode ? null : ConsoleEndpoints.Root;

        return visitor.Next switch
        {
            NextStep.TypeCode => SignInEndpoints.CodePage,
            _ when access.Door is ConsoleDoor.SignedIn => null,
            NextStep.ChangePassword => SignInEndpoints.PasswordPage,
            NextStep.SetSecondFactor => SignInEndpoints.SecondFactorPage,
            _ => null,
        };
    }

    private static bool IsRefused(ConsoleAccess? access, Visitor? visitor) =>
        access is null || (access.Door is ConsoleDoor.Role && !access.Admits(visitor!));

    /// <summary>Binds the tokens of forms to who they were made for.</summary>
    private static ClaimsPrincipal PrincipalOf(Visitor visitor) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, visitor.Staff.ToString(CultureInfo.InvariantCulture))], "staff"));
}
