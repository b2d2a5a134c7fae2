using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionBot.Services.Membership.MyData;

namespace UnionBot.Web.Channels.MyData;

/// <summary>
/// The secret address that 导出我的资料 gives. Opening it shows nothing yet: previews of links open them too, and would use
/// them up. The token is the right to see; there is no cookie that a forged request could ride on.
/// </summary>
internal static class MyDataEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void MapMyData(this IEndpointRouteBuilder routes)
    {
        var copy = routes.MapGroup("/my-data/{token:length(43)}").AddEndpointFilter(HideAsync);
        copy.MapGet("/", (string token) => Page(new() { [nameof(MyDataPage.Token)] = token }));
        copy.MapPost("/", ShowAsync);
        copy.MapPost("/file", DownloadAsync);
    }

    private static async Task<IResult> ShowAsync(string token, MyDataCopies copies, CancellationToken ct) =>
        await copies.TakeAsync(token, MyDataForm.Page, ct) is { } copy
            ? Page(new() { [nameof(MyDataPage.Token)] = token, [nameof(MyDataPage.Copy)] = copy })
            : Gone();

    private static async Task<IResult> DownloadAsync(string token, MyDataCopies copies, CancellationToken ct) =>
        await copies.TakeAsync(token, MyDataForm.File, ct) is { } copy
            ? TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(copy, Json), "application/json", "my-data.json")
            : Gone();

    private static RazorComponentResult<MyDataPage> Gone()
    {
        var page = Page(new() { [nameof(MyDataPage.IsGone)] = true });
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }

    private static RazorComponentResult<MyDataPage> Page(Dictionary<string, object?> parameters) => new(parameters);

    /// <summary>Nothing of it may be kept on the way, be found, or tell another site the address.</summary>
    private static ValueTask<object?> HideAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'";
        return next(context);
    }
}
