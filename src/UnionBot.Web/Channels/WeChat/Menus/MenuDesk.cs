using UnionBot.Web.Channels.WeChat.Checks;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat.Menus;

/// <summary>What operators do with the account's menu.</summary>
internal sealed class MenuDesk(WeChatClient client, MenuButtons buttons, MenuPublisher publisher)
{
    /// <summary>Our menu, a line for each button.</summary>
    public IReadOnlyList<string> Ours { get; } = [.. MenuText.Lines(buttons.All)];

    /// <summary>The account's menu likewise; no lines when it has none.</summary>
    public async Task<ShownMenu> ShownAsync(CancellationToken ct)
    {
        var answer = await client.Menus.CurrentAsync(ct);
        return answer.TryGet(out var shown)
            ? new ShownMenu([.. MenuText.Lines(shown.Buttons)], null)
            : new ShownMenu([], Advice.For(answer.Outcome) ?? "The platform's answer cannot be read.");
    }

    public Task<MenuPublication> PublishAsync(CancellationToken ct) => publisher.PublishAsync(replaces: true, ct);
}

/// <summary>The menu that people see.</summary>
/// <param name="Advice">Why it cannot be read and what to do; null when it was read.</param>
internal sealed record ShownMenu(IReadOnlyList<string> Lines, string? Advice);
