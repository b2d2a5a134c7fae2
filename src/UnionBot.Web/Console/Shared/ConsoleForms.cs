using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Metadata;
using UnionBot.Web.Channels;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Console.Shared;

/// <summary>
/// Pages and their forms. A form goes to the address of its page; one that no page of ours made is refused, and the same
/// one a second time only shows the page again.
/// </summary>
internal static class ConsoleForms
{
    public const string KeyField = "form-key";

    /// <summary>What a form with several buttons wants.</summary>
    public const string DeedField = "deed";

    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder routes, string path, ConsoleAccess access, Delegate show) =>
        routes.MapGet(path, show).WithMetadata(access);

    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string path, ConsoleAccess access, Delegate take) =>
        routes.MapPost(path, take).WithMetadata(access).AddEndpointFilter(TakeOnceAsync);

    public static string Field(this HttpRequest request, string name) => request.Form[name].ToString();

    private static async ValueTask<object?> TakeOnceAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<IFormOptionsMetadata>()?.MultipartBodyLengthLimit is { } most && http.Request.ContentLength > most)
            return ConsolePages.TooLarge(most);
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().SentAsync(http)) return ConsolePages.Stale();
        if (!Guid.TryParse(http.Request.Field(KeyField), out var key)) return ConsolePages.Stale();

        var forms = http.RequestServices.GetRequiredService<SentForms>();
        if (!await forms.TryTakeAsync(key, http.RequestAborted)) return ConsolePages.GoTo(http.Request.Path);

        var isDone = false;
        try
        {
            var result = await next(context);
            isDone = true;
            return result;
        }
        finally
        {
            if (!isDone) await forms.GiveBackAsync(key);
        }
    }
}
