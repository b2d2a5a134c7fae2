using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat.Checks;

/// <summary>Turns a refusal of the platform into what an operator can do about it.</summary>
internal static class Advice
{
    /// <returns>Null when the call succeeded.</returns>
    public static string? For(SendOutcome outcome) => outcome.Succeeded ? null : outcome.ErrorCode switch
    {
        0 => "The platform did not answer: see that this machine reaches WeChat:ApiBaseUrl by HTTPS.",
        40013 => "The platform does not know WeChat:AppId: copy 开发者ID from 基本配置.",
        40001 or 40125 => "WeChat:AppSecret is wrong: copy 开发者密码 from 基本配置, or reset it there.",
        40164 or 61004 or 45035 =>
            $"This machine's address{Address(outcome)} is not in the white list: add it under 基本配置 → IP白名单.",
        40201 => "The account has no callback address: enter https://…/wechat under 基本配置 → 服务器配置.",
        50002 or 43104 => "The account is frozen or has been reported: see 通知中心 in the back office.",
        var code => $"The platform refused with errcode {code}{Request(outcome)}.",
    };

    private static string Address(SendOutcome outcome) => outcome.Detail.CallerIp is { } ip ? $" ({ip})" : "";

    private static string Request(SendOutcome outcome) => outcome.Detail.RequestId is { } id ? $" (rid {id})" : "";
}
