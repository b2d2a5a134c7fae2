using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Web.Channels.WeChat.Events;
using UnionBot.Web.Setup.Health;

namespace UnionBot.Web.Channels.WeChat.Checks;

/// <summary>The platform told us nothing bad of the account's verification (微信认证) that is not mended yet.</summary>
internal sealed class VerificationCheck(IServiceScopeFactory scopes) : IOperatorCheck
{
    public string Name => "account: verification";

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var events = scope.ServiceProvider.GetRequiredService<PlatformEvents>();
        var faults = new List<string>();
        foreach (var kinds in (IReadOnlyList<string>[])[VerificationKinds.Standing, VerificationKinds.Naming])
        {
            if (await events.LatestAsync(kinds, ct) is { } latest && FaultOf(latest) is { } fault) faults.Add(fault);
        }

        return faults.Count == 0 ? null : $"{string.Join(' ', faults)} See 微信认证 in the back office.";
    }

    private static string? FaultOf(PlatformEvent latest) => latest.Kind switch
    {
        VerificationKinds.Expired => $"The verification expired on {Day(latest)}: the account has lost its rights.",
        VerificationKinds.RenewalDue => $"The verification is to be renewed by {Day(latest)}, or the account loses its rights.",
        VerificationKinds.Failed => $"The verification was refused on {Day(latest)}{Reason(latest)}.",
        VerificationKinds.NameFailed => $"The account's name was refused on {Day(latest)}{Reason(latest)}.",
        _ => null,
    };

    private static string Day(PlatformEvent latest) =>
        UnionCalendar.DayOf(latest.DueAt ?? latest.At).ToString("O", CultureInfo.InvariantCulture);

    private static string Reason(PlatformEvent latest) => latest.Detail is { } reason ? $" ({reason})" : "";
}
