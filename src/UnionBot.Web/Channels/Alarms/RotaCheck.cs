using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Web.Setup.Health;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Channels.Alarms;

/// <summary>Everybody on the rota of the next days could be called to an alarm.</summary>
internal sealed class RotaCheck(IServiceScopeFactory scopes, BusinessClock clock, AlarmOptions options) : IOperatorCheck
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    public string Name => "duty rota";

    public bool OnlyWarns => true;

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var gaps = await scope.ServiceProvider.GetRequiredService<DutyReach>().GapsAsync(now, now + Ahead, ct);
        string[] faults = [.. gaps.Where(g => g.Kind is not ReachGapKind.LongSilent || !options.HasTemplate).Select(FaultOf)];
        return faults.Length == 0 ? null : string.Join(' ', faults);
    }

    private static string FaultOf(ReachGap gap) => gap.Kind switch
    {
        ReachGapKind.NotBound => $"Staff {gap.StaffId} has not bound a chat: staff bind {gap.StaffId}.",
        ReachGapKind.Unfollowed => $"Staff {gap.StaffId} no longer follows the account: let them follow it again.",
        _ => $"Staff {gap.StaffId} is on duty and has not written for 48 hours, so the platform lets nothing through: " +
            "let them write to the account, or set Alarm:TemplateId.",
    };
}
