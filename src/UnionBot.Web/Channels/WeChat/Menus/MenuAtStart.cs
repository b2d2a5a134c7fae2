using UnionBot.Core.Data;

namespace UnionBot.Web.Channels.WeChat.Menus;

/// <summary>
/// Gives the account our menu when the bot starts, if it differs. The platform may not be there yet, or not for long:
/// then it is tried again, and nobody waits for it.
/// </summary>
internal sealed partial class MenuAtStart(IServiceScopeFactory scopes, TimeProvider time, ILogger<MenuAtStart> log)
    : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = FirstPause; !await TryAsync(stoppingToken); pause = Min(2 * pause, LongestPause))
        {
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    /// <returns>False when it is worth trying again.</returns>
    private async Task<bool> TryAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var publication = await scope.ServiceProvider.GetRequiredService<MenuPublisher>().PublishAsync(replaces: false, ct);
            Log(publication);
            return !publication.IsWorthRepeating;
        }
        catch (Exception e) when (DatabaseFailure.IsBehind(e))
        {
            LogWaiting(log, DatabaseFailure.ReasonOf(e));
            return false;
        }
    }

    private void Log(MenuPublication publication)
    {
        switch (publication.Fate)
        {
            case MenuFate.Published: LogPublished(log); break;
            case MenuFate.AsItWas: LogAsItWas(log); break;
            case MenuFate.MadeElsewhere: LogMadeElsewhere(log); break;
            case MenuFate.Refused when publication.IsWorthRepeating: LogLater(log, publication.Advice); break;
            default: LogRefused(log, publication.Advice); break;
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    [LoggerMessage(LogLevel.Information, "The account has a new menu")]
    private static partial void LogPublished(ILogger log);

    [LoggerMessage(LogLevel.Information, "The account shows our menu")]
    private static partial void LogAsItWas(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The account's menu was made or removed by somebody else and is left alone; to replace it: menu publish")]
    private static partial void LogMadeElsewhere(ILogger log);

    [LoggerMessage(LogLevel.Information, "The menu is published later: {Advice}")]
    private static partial void LogLater(ILogger log, string? advice);

    [LoggerMessage(LogLevel.Warning, "The menu was not published: {Advice} Then: menu publish")]
    private static partial void LogRefused(ILogger log, string? advice);

    [LoggerMessage(LogLevel.Warning, "The menu waits for the database: {Reason}")]
    private static partial void LogWaiting(ILogger log, string reason);
}
