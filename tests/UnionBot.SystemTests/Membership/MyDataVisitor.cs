using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace UnionBot.SystemTests.Membership;

/// <summary>A browser on the page of a link: it keeps its cookies and sends the page's forms.</summary>
internal sealed partial class MyDataVisitor(Uri link) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = false });
    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>The page as it was shown last, its characters in clear.</summary>
    public string Page { get; private set; } = "";

    /// <summary>What the last response told the browser to keep.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public HttpResponseMessage Response { get; private set; } = null!;

    public Task<HttpStatusCode> OpenAsync() => SendAsync(new HttpRequestMessage(HttpMethod.Get, link));

    public Task<HttpStatusCode> TypeAsync(string code) => PostAsync(link, ("code", code));

    public Task<HttpStatusCode> DownloadAsync() => PostAsync(new Uri($"{link}/file"));

    /// <summary>Sends what no page of ours would send.</summary>
    public Task<HttpStatusCode> SendAsync(string body, string contentType)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, link) { Content = content });
    }

    public void ForgetCookies() => _cookies.Clear();

    /// <summary>Goes back to a page that was shown before.</summary>
    public void Show(string page) => Page = page;

    /// <summary>Another browser with the same link.</summary>
    public MyDataVisitor Copy() => new(link);

    public void Dispose() => _http.Dispose();

    private Task<HttpStatusCode> PostAsync(Uri address, params (string Name, string Value)[] fields)
    {
        var forms = Forms().Match(Page).Groups[1].Value;
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
                fields.Append(("__RequestVerificationToken", forms)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });
    }

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        Response = await _http.SendAsync(request);
        Page = WebUtility.HtmlDecode(await Response.Content.ReadAsStringAsync());
        SetCookies = Response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var pair in SetCookies.Select(cookie => cookie.Split(';')[0].Split('=', 2))) _cookies[pair[0]] = pair[1];
        return Response.StatusCode;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Forms();
}
