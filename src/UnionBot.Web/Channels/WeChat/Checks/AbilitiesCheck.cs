using UnionBot.Web.Setup.Health;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat.Checks;

/// <summary>The account may call what the bot uses; which of it, depends on its kind and its certification (认证).</summary>
internal sealed class AbilitiesCheck(WeChatClient client) : IOperatorCheck
{
    private static readonly (string Ability, string Path)[] Used =
    [
        ("custom messages (客服消息)", "/cgi-bin/message/custom/send"),
        ("template messages (模板消息)", "/cgi-bin/message/template/send"),
        ("mass sends (群发)", "/cgi-bin/message/mass/sendall"),
        ("menu (自定义菜单)", "/cgi-bin/menu/create"),
        ("tags (标签)", "/cgi-bin/tags/create"),
        ("QR codes with a scene (带参数二维码)", "/cgi-bin/qrcode/create"),
        ("media (素材)", "/cgi-bin/media/upload"),
    ];

    /// <summary>How the platform says that this account lacks the right to an API.</summary>
    private static readonly int[] NoRight = [48001, 50001, 48008, 40200, 61007, 76022];

    public string Name => "account: abilities";

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        var lacking = new List<string>();
        foreach (var (ability, path) in Used)
        {
            var outcome = (await client.Account.QuotaAsync(path, ct)).Outcome;
            if (NoRight.Contains(outcome.ErrorCode)) lacking.Add(ability);
            else if (Advice.For(outcome) is { } fault) return $"{path}: {fault}";
        }

        return lacking.Count == 0 ? null :
            $"The account lacks {string.Join(", ", lacking)}: see 接口权限 in the back office; " +
            "certification (认证) of a service account (服务号) gives them.";
    }
}
