using System.Diagnostics.Metrics;
using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat.Events;

/// <summary>
/// News of the account's verification (微信认证): without it the account loses its rights, so whoever runs the bot is told
/// by a critical log and a metric, and by the command <c>check</c> until it is mended.
/// </summary>
internal sealed partial class AccountNews : IDisposable
{
    private readonly IServiceScopeFactory _scopes;
    private readonly BusinessClock _clock;
    private readonly ILogger<AccountNews> _log;
    private readonly Meter _meter = new("UnionBot");
    private readonly Counter<long> _news;

    public AccountNews(IServiceScopeFactory scopes, BusinessClock clock, ILogger<AccountNews> log)
    {
        (_scopes, _clock, _log) = (scopes, clock, log);
        _news = _meter.CreateCounter<long>("unionbot.account_news", description: "News of the account's verification, by kind.");
    }

    public async Task TakeAsync(VerificationEvent verification, CancellationToken ct)
    {
        var kind = VerificationKinds.Of(verification.Change);
        if (!await TryRecordAsync(verification, kind, ct)) return;

        _news.Add(1, KeyValuePair.Create("kind", (object?)kind));
        var day = verification.At is { } at ? UnionCalendar.DayOf(at).ToString("O", CultureInfo.InvariantCulture) : "no day given";
        if (VerificationKinds.IsGood(kind)) LogGood(_log, kind, day);
        else LogBad(_log, kind, day);
    }

    public void Dispose() => _meter.Dispose();

    /// <returns>False when it was told before.</returns>
    private async Task<bool> TryRecordAsync(VerificationEvent verification, string kind, CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var news = new PlatformNews(verification.DedupeKey, kind, verification.CreatedAt)
        {
            Detail = verification.FailReason,
            DueAt = verification.At,
        };

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await scope.ServiceProvider.GetRequiredService<PlatformEvents>().TryRecordAsync(news, ct)) return false;

        scope.ServiceProvider.GetRequiredService<AuditLog>().Add(AuditActor.System, kind, null, _clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    [LoggerMessage(LogLevel.Critical, "THE ACCOUNT'S VERIFICATION: {Kind} ({Day}); see 微信认证 in the back office, and: check")]
    private static partial void LogBad(ILogger log, string kind, string day);

    [LoggerMessage(LogLevel.Information, "The account's verification: {Kind} ({Day})")]
    private static partial void LogGood(ILogger log, string kind, string day);
}
