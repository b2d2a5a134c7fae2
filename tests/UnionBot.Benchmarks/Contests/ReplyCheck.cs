using System.Text;
using System.Xml;
using System.Xml.Linq;
using UnionBot.Benchmarks.Load;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Contests;

/// <summary>Opens a sample of the answers as the platform would and reads what they say to whom.</summary>
internal static class ReplyCheck
{
    public static int CountWrong(IEnumerable<Sample> samples, RequestFile messages, Func<string, bool> isRight)
    {
        using var sealer = new MessageSealer();
        var wrong = 0;
        foreach (var sample in samples)
        {
            var fault = FaultIn(sample, OpenIdIn(messages[sample.Request].Span), sealer, isRight);
            if (fault is null) continue;
            if (wrong++ == 0) Console.WriteLine($"  A wrong answer: {fault}");
        }

        return wrong;
    }

    private static string? FaultIn(Sample sample, string openId, MessageSealer sealer, Func<string, bool> isRight)
    {
        try
        {
            var envelope = XElement.Parse(Encoding.UTF8.GetString(sample.Body));
            var (stamp, nonce, ciphertext) = (Field(envelope, "TimeStamp"), Field(envelope, "Nonce"), Field(envelope, "Encrypt"));
            if (MessageSealer.Sign(Account.Token, stamp, nonce, ciphertext) != Field(envelope, "MsgSignature")) return "wrong signature";

            var reply = XElement.Parse(sealer.Open(ciphertext));
            if (Field(reply, "ToUserName") != openId) return "for another person";

            var text = Field(reply, "Content");
            return isRight(text) ? null : text;
        }
        catch (XmlException)
        {
            return $"not XML: {Encoding.UTF8.GetString(sample.Body)}";
        }
    }

    private static string Field(XElement parent, string name) => parent.Element(name)?.Value ?? "";

    private static string OpenIdIn(ReadOnlySpan<byte> request)
    {
        var name = "openid="u8;
        return Encoding.ASCII.GetString(request.Slice(request.IndexOf(name) + name.Length, Account.OpenIdOf(1).Length));
    }
}
