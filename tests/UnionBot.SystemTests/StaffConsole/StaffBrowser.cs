using System.Net;
using System.Text.RegularExpressions;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>A browser of a member of staff: it keeps its cookies, follows nothing by itself, and sends the forms of pages.</summary>
internal sealed partial class StaffBrowser(Uri home) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = home };

    /// <summary>The page as it was shown last, its characters in clear.</summary>
    public string Page { get; private set; } = "";

    public HttpResponseMessage Response { get; private set; } = null!;

    /// <summary>Where the last answer sends the browser; null when it shows a page.</summary>
    public string? Goes => Response.Headers.Location?.ToString();

    public Task<HttpStatusCode> OpenAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends the first form of the page that is shown.</summary>
    public Task<HttpStatusCode> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, [.. fields, ("__RequestVerificationToken", Token()), ("form-key", Key())]);

    /// <summary>Sends what no page made.</summary>
    public Task<HttpStatusCode> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    /// <summary>Sends a form of the page that is shown with a file in its field <c>file</c>.</summary>
    public Task<HttpStatusCode> UploadAsync(string path, string fileName, byte[] content, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in (IEnumerable<(string Name, string Value)>)[.. fields, ("__RequestVerificationToken", Token()), ("form-key", Key())])
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(content), "file", fileName);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>Goes where the last answer sends it.</summary>
    public Task<HttpStatusCode> FollowAsync() => OpenAsync(Goes!);

    /// <summary>Signs in with name and password.</summary>
    public async Task<HttpStatusCode> SignInAsync(string user, string password)
    {
        await OpenAsync("/console/sign-in");
        return await SubmitAsync("/console/sign-in", ("user", user), ("password", password));
    }

    public string Token() => Forms().Match(Page).Groups[1].Value;

    public string Key() => Keys().Match(Page).Groups[1].Value;

    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        Response = await _http.SendAsync(request);
        Page = WebUtility.HtmlDecode(await Response.Content.ReadAsStringAsync());
        return Response.StatusCode;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Forms();

    [GeneratedRegex("name=\"form-key\" value=\"([^\"]+)\"")]
    private static partial Regex Keys();
}
