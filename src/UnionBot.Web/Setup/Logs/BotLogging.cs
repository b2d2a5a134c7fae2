using Microsoft.Extensions.Logging.Console;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup.Logs;

/// <summary>What is logged, and how a line looks.</summary>
internal static class BotLogging
{
    /// <summary>
    /// Chatty at their usual level, or with texts of people in what they write: addresses with openids and signatures,
    /// statements with values.
    /// </summary>
    private static readonly (string Category, LogLevel From)[] Quieter =
    [
        ("Microsoft", LogLevel.Warning),
        ("System", LogLevel.Warning),
        ("Npgsql", LogLevel.Warning),
        ("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None),
        ("System.Net.Http.HttpClient", LogLevel.Error),
        ("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
        ("Microsoft.AspNetCore.Antiforgery", LogLevel.Error),
    ];

    public static void AddBotLogging(this ILoggingBuilder logging, BotSettings settings)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(settings.Get<TelemetryOptions>().LogLevel);
        foreach (var (category, from) in Quieter) logging.AddFilter(category, from);

        logging.Services.AddSingleton(settings);
        logging.Services.AddSingleton<LogScrubber>();
        logging.Services.AddSingleton(TimeProvider.System);
        logging.AddConsole(console =>
        {
            // Standard output is for what a command answers.
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = LogLine.FormatName;
        });
        logging.AddConsoleFormatter<LogLine, ConsoleFormatterOptions>();
    }

    /// <summary>For what happens before there is a host.</summary>
    public static ILoggerFactory CreateFactory(BotSettings settings) =>
        LoggerFactory.Create(logging => logging.AddBotLogging(settings));
}
