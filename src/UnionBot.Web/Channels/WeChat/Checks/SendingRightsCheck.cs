using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Web.Setup.Health;

namespace UnionBot.Web.Channels.WeChat.Checks;

/// <summary>The platform did not refuse the account a way of sending within the last day.</summary>
internal sealed class SendingRightsCheck(IServiceScopeFactory scopes, BusinessClock clock) : IOperatorCheck
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(1);

    public string Name => "account: sending";

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var latest = await scope.ServiceProvider.GetRequiredService<PlatformEvents>().LatestAsync([SendOutcomes.NoRight], ct);
        return latest is null || latest.At < clock.GetUtcNow() - Back
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"On {UnionCalendar.DayOf(latest.At):O} the platform refused to send ({latest.Detail}): see 接口权限 and the templates in the back office.");
    }
}
