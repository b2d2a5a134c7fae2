using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.Pushes;

/// <summary>Opens the bot's answer and checks it as the platform would before showing it to the follower.</summary>
internal sealed class ReplyReader(
    PlatformCrypto crypto, PushSettings settings, ReplyChecker checker, SandboxOptions options)
{
    /// <returns>What to show; null with a <paramref name="fault"/> when the platform would not take it, null without
    /// one for
    /// <c>success</c> and the empty answer.</returns>
    public PassiveReply? Read(string answer, string openId, int articles, out string? fault)
    {
        fault = null;
        if (answer.Length == 0 || answer == "success") return null;

        if (Parse(answer) is not { } outer) return Refuse("the answer is neither XML nor JSON", out fault);
        if (Open(outer, out fault) is not { } reply) return null;

        if (Value(reply, "ToUserName") != openId) return Refuse("ToUserName is not the follower", out fault);
        if (Value(reply, "FromUserName") != options.OriginalId)
            return Refuse("FromUserName is not the account", out fault);
        if (!IsUnixSeconds(Value(reply, "CreateTime"))) return Refuse("CreateTime is not in unix seconds", out fault);

        return checker.Check(reply, articles, out fault);
    }

    private static PassiveReply? Refuse(string why, out string? fault)
    {
        fault = why;
        return null;
    }

    private static string Value(XElement element, string name) => element.Element(name)?.Value ?? "";

    private static bool IsUnixSeconds(string text) =>
        long.TryParse(text, out var seconds) && seconds is > 0 and < 100_000_000_000;

    private static XElement? Parse(string answer)
    {
        try
        {
            return answer.TrimStart().StartsWith('{')
                ? JsonReply.ToXml("xml", JsonDocument.Parse(answer).RootElement)
                : ParseXml(answer);
        }
        catch (Exception problem) when (problem is XmlException or JsonException)
        {
            return null;
        }
    }

    private static XElement? ParseXml(string answer)
    {
        using var reader = XmlReader.Create(new StringReader(answer), new XmlReaderSettings { XmlResolver = null });
        var root = XElement.Load(reader);
        return root.Name == "xml" ? root : null;
    }

    /// <summary>Safe mode takes encrypted answers only; compatible mode takes both.</summary>
    private XElement? Open(XElement outer, out string? fault)
    {
        fault = null;
        var encrypted = Value(outer, "Encrypt");
        if (encrypted.Length == 0)
        {
            if (settings.Mode == "safe") fault = "the answer is not encrypted";
            return settings.Mode == "safe" ? null : outer;
        }

        if (settings.Mode == "plain") fault = "the answer is encrypted although the mode is plain";
        else if (Value(outer, "MsgSignature") != crypto.Sign(Value(outer, "TimeStamp"), Value(outer, "Nonce"), encrypted))
            fault = "MsgSignature is wrong";
        if (fault is not null) return null;

        if (crypto.TryDecrypt(encrypted, out var problem) is not { } clear) fault = problem;
        else if (Parse(clear) is { } inner) return inner;
        else fault = "what was encrypted is neither XML nor JSON";
        return null;
    }
}
