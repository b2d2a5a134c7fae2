using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Web.Channels.WeChat.Checks;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat.Menus;

/// <summary>
/// Gives the account our menu. The lock of a row lets one host do so at a time; the next one finds it done. A menu that
/// somebody made in the back office, or by another program, is replaced only when that is asked for.
/// </summary>
internal sealed class MenuPublisher(
    UnionDb db, WeChatClient client, WeChatApiOptions account, MenuButtons buttons, AuditLog audit, BusinessClock clock)
{
    /// <param name="replaces">Whether a menu made elsewhere is replaced, too.</param>
    public async Task<MenuPublication> PublishAsync(bool replaces, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var last = await LockAsync(ct);
        var publication = await PublishAsync(last, replaces, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return publication;
    }

    private async Task<MenuPublication> PublishAsync(PublishedMenu last, bool replaces, CancellationToken ct)
    {
        var current = await client.Menus.CurrentAsync(ct);
        if (!current.TryGet(out var shown)) return Refused(current.Outcome);

        var (wanted, seen) = (MenuText.DigestOf(buttons.All), MenuText.DigestOf(shown.Buttons));
        if (seen == wanted || (seen == last.Shown && last.Sent == wanted)) return new(MenuFate.AsItWas);
        if (seen != last.Shown && !replaces) return new(MenuFate.MadeElsewhere);

        var made = await client.Menus.CreateAsync(buttons.All, ct);
        if (!made.Succeeded) return Refused(made);

        last.Publish(wanted, await ShownAsync(wanted, ct), clock.GetUtcNow());
        audit.Add(AuditActor.System, "menu/published", null, clock.GetUtcNow());
        return new(MenuFate.Published);
    }

    // What the platform shows may differ from what it took; it must be known again at the next start.
    private async Task<string> ShownAsync(string wanted, CancellationToken ct) =>
        (await client.Menus.CurrentAsync(ct)).TryGet(out var shown) ? MenuText.DigestOf(shown.Buttons) : wanted;

    private async Task<PublishedMenu> LockAsync(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO published_menu (app_id, sent, shown) VALUES ({account.AppId}, '', '') ON CONFLICT DO NOTHING", ct);
        return await db.Set<PublishedMenu>()
            .FromSql($"SELECT * FROM published_menu WHERE app_id = {account.AppId} FOR UPDATE").SingleAsync(ct);
    }

    private static MenuPublication Refused(SendOutcome outcome) => new(MenuFate.Refused, Advice.For(outcome))
    {
        IsWorthRepeating = outcome.Kind is SendOutcomeKind.RetryLater or SendOutcomeKind.NextMinute
            or SendOutcomeKind.UntilTomorrow or SendOutcomeKind.Unknown,
    };
}
