namespace UnionBot.Benchmarks.Protocol;

/// <summary>Serves one of the endpoints without a database, in a process of its own.</summary>
internal static class ProtocolServer
{
    public const string Command = "serve";

    public const string Bare = "bare";

    public const string Reader = "reader";

    public const string Sends = "sends";

    public static async Task RunAsync(string endpoint, string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        if (endpoint == Sends) SendEndpoint.Map(app);
        else if (endpoint == Bare) app.MapPost("/wechat", BareEndpoint.AnswerAsync);
        else app.MapPost("/wechat", (RequestDelegate)ReaderEndpoint.AnswerAsync);
        await app.RunAsync(address);
    }
}
