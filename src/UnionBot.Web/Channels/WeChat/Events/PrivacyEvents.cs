using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat.Events;

/// <summary>People who change, forbid or end what the platform lets us know of them.</summary>
internal sealed partial class PrivacyEvents(IServiceScopeFactory scopes, PeopleByAddress people, ILogger<PrivacyEvents> log)
{
    /// <summary>The platform's numbers for what we keep; of address, invoice, card and nickname we keep nothing.</summary>
    private static readonly Dictionary<int, RevokedKind> Kinds = new()
    {
        [204] = RevokedKind.Voice,
        [206] = RevokedKind.Place,
        [207] = RevokedKind.Picture,
    };

    public async Task TakeAsync(UserDataEvent data, CancellationToken ct)
    {
        if (await people.FindAsync(PushDelivery.Channel, data.OpenId, ct) is not { } person)
        {
            LogNobody(log, data.Change);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var revocations = scope.ServiceProvider.GetRequiredService<DataRevocations>();
        var news = new PlatformNews(data.DedupeKey, KindOf(data.Change), data.CreatedAt) { Detail = NumbersOf(data) };
        if (data.Change is UserDataChange.Cancelled) await revocations.CancelAsync(person, news, ct);
        else await revocations.RevokeAsync(person, news, [.. data.RevokedKinds.Where(Kinds.ContainsKey).Select(n => Kinds[n])], ct);
        LogDone(log, data.Change, person.Value);
    }

    private static string? NumbersOf(UserDataEvent data) => data.RevokedKinds.Count == 0
        ? null
        : string.Join(' ', data.RevokedKinds.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static string KindOf(UserDataChange change) => change switch
    {
        UserDataChange.Modified => "privacy/modified",
        UserDataChange.Revoked => "privacy/revoked",
        UserDataChange.Cancelled => "privacy/cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    [LoggerMessage(LogLevel.Information, "{Change} data of person {PersonId}: what we kept of it is deleted")]
    private static partial void LogDone(ILogger log, UserDataChange change, long personId);

    [LoggerMessage(LogLevel.Information, "{Change} data of somebody of whom we keep nothing")]
    private static partial void LogNobody(ILogger log, UserDataChange change);
}
