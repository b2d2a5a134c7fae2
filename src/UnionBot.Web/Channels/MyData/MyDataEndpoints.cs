using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionBot.Services.Membership.MyData;

namespace UnionBot.Web.Channels.MyData;

/// <summary>
/// The address that 导出我的资料 gives. It stands in the talk, so it shows nothing: the code from the phone is typed here,
/// gives the one reading, and leaves the browser a key for the one download.
/// </summary>
internal static class MyDataEndpoints
{
    /// <summary>Below which the addresses are.</summary>
    public const string Folder = "/my-data";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void MapMyData(this IEndpointRouteBuilder routes)
    {
        var copy = routes.MapGroup(Folder + "/{token}").AddEndpointFilter(HideAsync);
        copy.MapGet("/", AskCodeAsync);
        copy.MapPost("/", ReadAsync);
        copy.MapPost("/file", DownloadAsync);
    }

    private static async Task<IResult> AskCodeAsync(string token, HttpContext http, MyDataCopies copies, CancellationToken ct) =>
        await FormAsync(token, http, copies, isStale: false, ct);

    private static async Task<IResult> FormAsync(
        string token, HttpContext http, MyDataCopies copies, bool isStale, CancellationToken ct) =>
        await copies.IsOpenAsync(token, ct) ? Page(http, token, null, isStale) : Page(http, token, new MyDataReading.LinkGone());

    private static async Task<IResult> ReadAsync(
        string token, HttpContext http, IAntiforgery antiforgery, MyDataCopies copies, CancellationToken ct)
    {
        // A page that was open for very long, or a form that another site sends: whoever sits there can type the code again.
        if (!await antiforgery.SentAsync(http)) return await FormAsync(token, http, copies, isStale: true, ct);

        var reading = await copies.ReadAsync(token, http.Request.Form[MyDataPage.CodeField].ToString(), ct);
        if (reading is MyDataReading.Given given) MyDataKey.Keep(http.Response, given.Key);
        return Page(http, token, reading);
    }

    private static async Task<IResult> DownloadAsync(
        string token, HttpContext http, IAntiforgery antiforgery, MyDataCopies copies, CancellationToken ct)
    {
        if (!await antiforgery.SentAsync(http)
            || MyDataKey.Find(http.Request) is not { } key
            || await copies.DownloadAsync(token, key, ct) is not { } copy)
        {
            return Page(http, token, new MyDataReading.LinkGone());
        }

        MyDataKey.Forget(http.Response);
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(copy, Json), "application/json", "my-data.json");
    }

    private static RazorComponentResult<MyDataPage> Page(
        HttpContext http, string token, MyDataReading? reading, bool isStale = false)
    {
        var forms = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return new RazorComponentResult<MyDataPage>(new Dictionary<string, object?>
        {
            [nameof(MyDataPage.Token)] = token,
            [nameof(MyDataPage.Forms)] = forms,
            [nameof(MyDataPage.Reading)] = reading,
            [nameof(MyDataPage.IsStale)] = isStale,
        })
        {
            StatusCode = StatusOf(reading),
        };
    }

    private static int StatusOf(MyDataReading? reading) => reading switch
    {
        null or MyDataReading.Given => StatusCodes.Status200OK,
        MyDataReading.NoCode => StatusCodes.Status400BadRequest,
        MyDataReading.WrongCode => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status410Gone,
    };

    /// <summary>Nothing of it may be found.</summary>
    private static ValueTask<object?> HideAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        OwnPages.Protect(response);
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return next(context);
    }
}
