namespace UnionBot.Web.Channels;

/// <summary>A Host header of nonsense is the client's fault: without this a page that builds addresses from it fails.</summary>
internal static class ReadableHost
{
    public static void UseReadableHost(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        if (IsReadable(http.Request)) return next(http);

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool IsReadable(HttpRequest request) =>
        request.Host.HasValue && Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out _);
}
