using Microsoft.AspNetCore.Http.Features;

namespace UnionBot.Web.Setup.Telemetry;

/// <summary>Names the span of a request by its route, which the framework alone does not.</summary>
internal static class RequestSpans
{
    public static void UseRequestSpans(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);

        if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span) return;

        // The route and never the path, in which there could be an id.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        span.DisplayName = $"{http.Request.Method} {route}";
        span.SetTag("http.request.method", http.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", http.Response.StatusCode);
    });
}
