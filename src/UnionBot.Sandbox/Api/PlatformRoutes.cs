namespace UnionBot.Sandbox.Api;

/// <summary>Maps the platform's API calls; every one passes through <see cref="PlatformGate"/>.</summary>
internal sealed class PlatformRoutes(IEndpointRouteBuilder routes)
{
    public void Get(string path, Func<PlatformCall, object> handle) =>
        Map(path, "GET", true, call => Done(handle, call));

    public void Post(string path, Func<PlatformCall, object> handle) =>
        Map(path, "POST", true, call => Done(handle, call));

    public void PostAsync(string path, Func<PlatformCall, Task<object>> handle) => Map(path, "POST", true, handle);

    public void GetWithoutToken(string path, Func<PlatformCall, object> handle) =>
        Map(path, "GET", false, call => Done(handle, call));

    public void PostWithoutToken(string path, Func<PlatformCall, object> handle) =>
        Map(path, "POST", false, call => Done(handle, call));

    private static Task<object> Done(Func<PlatformCall, object> handle, PlatformCall call) =>
        Task.FromResult(handle(call));

    private void Map(string path, string method, bool needsToken, Func<PlatformCall, Task<object>> handle) =>
        routes.MapMethods(
            path,
            ["GET", "POST"],
            (HttpContext http, PlatformGate gate) => gate.RunAsync(http, path, method, needsToken, handle));
}
