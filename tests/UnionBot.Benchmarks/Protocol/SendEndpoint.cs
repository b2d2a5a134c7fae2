namespace UnionBot.Benchmarks.Protocol;

/// <summary>The platform's side of sending, as bare as it can be: reads the body and answers an id. It keeps nothing.</summary>
internal static class SendEndpoint
{
    private static readonly byte[] Token = """{"access_token":"benchmark","expires_in":7200}"""u8.ToArray();

    private static long _sent;

    public static void Map(WebApplication app)
    {
        app.MapPost("/cgi-bin/message/template/send", (RequestDelegate)SendAsync);
        app.MapPost("/cgi-bin/stable_token", (RequestDelegate)TokenAsync);
        app.MapGet("/cgi-bin/token", (RequestDelegate)TokenAsync);
    }

    private static async Task SendAsync(HttpContext http)
    {
        await ReadAsync(http);
        var answer = System.Text.Encoding.ASCII.GetBytes(
            FormattableString.Invariant($"{{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":{Interlocked.Increment(ref _sent)}}}"));
        await AnswerAsync(http, answer);
    }

    private static async Task TokenAsync(HttpContext http)
    {
        await ReadAsync(http);
        await AnswerAsync(http, Token);
    }

    private static async Task ReadAsync(HttpContext http)
    {
        var body = http.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
        }
    }

    private static async Task AnswerAsync(HttpContext http, byte[] answer)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer);
    }
}
