using Npgsql;
using UnionBot.Web.Channels.WeChat.Menus;
using UnionBot.Web.Setup.Health;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat.Checks;

/// <summary>The account shows the menu of <c>templates/account-menu.yaml</c>.</summary>
internal sealed class MenuCheck(WeChatClient client, WeChatApiOptions account, MenuButtons buttons, NpgsqlDataSource source)
    : IOperatorCheck
{
    public string Name => "account: menu";

    public bool OnlyWarns => true;

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        var answer = await client.Menus.CurrentAsync(ct);
        if (!answer.TryGet(out var shown)) return Advice.For(answer.Outcome) ?? "The platform's answer cannot be read.";

        var (wanted, seen) = (MenuText.DigestOf(buttons.All), MenuText.DigestOf(shown.Buttons));
        if (seen == wanted || await WasMadeOfAsync(wanted, seen, ct)) return null;
        return seen.Length == 0
            ? "The account has no menu: run \"menu publish\"."
            : "The account shows another menu than templates/account-menu.yaml: see \"menu show\", then \"menu publish\".";
    }

    /// <summary>Whether the platform shows in its own writing what we sent last.</summary>
    private async Task<bool> WasMadeOfAsync(string sent, string shown, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT count(*) FROM published_menu WHERE app_id = $1 AND sent = $2 AND shown = $3");
        foreach (var value in (string[])[account.AppId, sent, shown])
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        return (long)(await command.ExecuteScalarAsync(ct))! > 0;
    }
}
