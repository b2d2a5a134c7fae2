using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UnionBot.Sandbox.Api;

/// <summary>Answers as the platform writes them.</summary>
internal static class PlatformJson
{
    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static object Ok { get; } = new { errcode = 0, errmsg = "ok" };

    public static IResult Answer(object answer) => answer as IResult
        ?? Results.Text(JsonSerializer.Serialize(answer, Options), "application/json; encoding=utf-8");

    public static IResult Refuse(PlatformRefusal refusal)
    {
        var answer = new Dictionary<string, object>
        {
            ["errcode"] = refusal.Errcode,
            ["errmsg"] = $"{refusal.Errmsg} rid: {RandomNumberGenerator.GetHexString(8, true)}-"
                + $"{RandomNumberGenerator.GetHexString(8, true)}-{RandomNumberGenerator.GetHexString(8, true)}",
        };
        foreach (var (name, value) in refusal.More) answer[name] = value;
        return Answer(answer);
    }
}
