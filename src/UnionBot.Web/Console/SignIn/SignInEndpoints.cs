using UnionBot.Web.Console.Shared;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Console.SignIn;

/// <summary>Signing in: name and password, the code of the second factor, and out again.</summary>
internal static class SignInEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/sign-in";
    public const string CodePage = Page + "/code";
    public const string PasswordPage = ConsoleEndpoints.Root + "/password";
    public const string SecondFactorPage = ConsoleEndpoints.Root + "/second-factor";
    public const string MePage = ConsoleEndpoints.Root + "/me";

    /// <summary>The button of every page.</summary>
    public const string SignOut = "sign-out";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, ConsoleAccess.Anyone, ShowPage);
        routes.MapForm(Page, ConsoleAccess.Anyone, EnterAsync).RequireRateLimiting(ConsoleServices.SignInLimit);
        routes.MapPage(CodePage, ConsoleAccess.CodeAwaited, () => ConsolePages.Show<CodePage>());
        routes.MapForm(CodePage, ConsoleAccess.CodeAwaited, ProveAsync).RequireRateLimiting(ConsoleServices.SignInLimit);
        routes.MapOwnAccount();
    }

    private static IResult ShowPage(ConsoleVisit visit) =>
        visit.Visitor is null ? ConsolePages.Show<SignInPage>() : ConsolePages.GoTo(ConsoleEndpoints.Root);

    private static async Task<IResult> EnterAsync(HttpContext http, SignInDesk desk, CancellationToken ct)
    {
        var user = http.Request.Field(SignInPage.UserField).Trim();
        var answer = AccountName.IsValid(user)
            ? await desk.EnterAsync(user, http.Request.Field(SignInPage.PasswordField), DeviceWords.Of(http.Request), ct)
            : new SignInAnswer(null, SignInRefusal.Wrong);
        if (answer.Token is not { } token)
            return ConsolePages.Show<SignInPage>((nameof(SignInPage.User), user), (nameof(SignInPage.Refusal), answer.Refusal));

        StaffCookie.Keep(http.Response, token);
        return ConsolePages.GoTo(ConsoleEndpoints.Root);
    }

    private static async Task<IResult> ProveAsync(HttpContext http, ConsoleVisit visit, SignInDesk desk, CancellationToken ct)
    {
        var code = string.Concat(http.Request.Field(SignIn.CodePage.CodeField).Where(c => !char.IsWhiteSpace(c)));
        var answer = await desk.ProveAsync(visit.Known.Session, visit.Known.Token, code, ct);
        if (answer.Token is not { } token) return ConsolePages.Show<CodePage>((nameof(SignIn.CodePage.IsWrong), true));

        StaffCookie.Keep(http.Response, token);
        return ConsolePages.GoTo(ConsoleEndpoints.Root);
    }
}
