using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.Phone;

/// <summary>The phone page, served from inside the program.</summary>
internal static class PhonePage
{
    public static void MapPhone(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => File("index.html"));
        routes.MapGet("/page/{name}", File);
        routes.MapGet("/sandbox/account", (SandboxOptions options) =>
            new { name = options.AccountName, appId = options.AppId, originalId = options.OriginalId });
    }

    private static IResult File(string name) =>
        typeof(PhonePage).Assembly.GetManifestResourceStream("page/" + name) is { } file
            ? Results.Stream(file, TypeOf(name))
            : Results.NotFound();

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
