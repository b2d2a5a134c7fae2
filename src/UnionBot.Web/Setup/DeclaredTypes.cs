namespace UnionBot.Web.Setup;

/// <summary>What we answer is of the type it says, a page or not: no browser may guess another from what stands in it.</summary>
internal static class DeclaredTypes
{
    public static void UseDeclaredTypes(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return next(http);
    });
}
