using System.CommandLine;
using System.Globalization;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Weather;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Commands;

/// <summary>Hot and cold days (高温): which districts meet a limit, and whether those who work outdoors there are told.</summary>
internal sealed class WeatherCommand : IBotCommand
{
    private static readonly ConsoleAccess Releasers = ConsoleAccess.ForWhole([.. WeatherDesk.Releasing]);

    public Command Describe() => new("weather", "Days on which a limit such as 37 degrees is met, and the notice to those who work outdoors. The forecast is imported: import weather.")
    {
        List(),
        Change("release", "Let them be told on that day, once, from six in the morning on.", (desk, region, day, staff, reason, ct) => desk.ReleaseAsync(region, day, staff, reason, ct)),
        Change("withdraw", "Take a release back before they are told.", (desk, region, day, staff, reason, ct) => desk.WithdrawAsync(region, day, staff, reason, ct)),
    };

    private static Command List()
    {
        var command = new Command("list", "Show the districts and days from today on that meet a limit, with what the law says.");
        command.SetBotAction(async (context, _, ct) =>
        {
            var days = await context.Services.GetRequiredService<WeatherDesk>().ListAsync(ct);
            foreach (var day in days)
            {
                await context.Output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{day.Day:yyyy-MM-dd}  {day.RegionCode} {day.Region}  {Degrees(day.Lowest)}…{Degrees(day.Highest)}  {day.Need.Limit}  {StateOf(day)}"));
                await context.Output.WriteLineAsync($"            {day.Need.Text} {day.Need.Source}");
            }

            if (days.Count == 0) await context.Output.WriteLineAsync("There are none.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Change(
        string name, string description, Func<WeatherDesk, string, DateOnly, long, string?, CancellationToken, Task<WeatherRefusal?>> deed)
    {
        var region = new Argument<string>("region") { Description = "The code of the district or city, or its name, such as 370102 or 历下区." };
        var day = Day();
        var (who, reason) = (StaffWork.As(), StaffWork.Reason(isRequired: false));
        var command = new Command(name, description) { region, day, who, reason };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Releasers, async staff =>
        {
            var typed = parsed.GetValue(region)!;
            if (context.Services.GetRequiredService<RegionBook>().Find(typed) is not [var found])
                return await StaffWork.RefuseAsync(parsed, $"{StaffWork.Clean(typed)} is no district, or several have this name; write its code.");

            var desk = context.Services.GetRequiredService<WeatherDesk>();
            if (await deed(desk, found.Code, parsed.GetValue(day), staff, parsed.GetValue(reason), ct) is { } refusal)
                return await StaffWork.RefuseAsync(parsed, Told(refusal));

            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{found.Name}, {parsed.GetValue(day):yyyy-MM-dd}: {name} is done."));
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static string StateOf(WeatherDay day) => day.State switch
    {
        WeatherState.Waiting => "not released: nobody is told",
        WeatherState.Released => $"released by staff {day.ReleasedBy}",
        WeatherState.Overtaken => $"released by staff {day.ReleasedBy} under another forecast: release it anew",
        WeatherState.Told => $"told {day.People}",
        _ => throw new ArgumentOutOfRangeException(nameof(day), day.State, null),
    };

    private static string Told(WeatherRefusal refusal) => refusal switch
    {
        WeatherRefusal.NoForecast => "There is no forecast of this district and day; see: import weather --help",
        WeatherRefusal.NoLimit => "The forecast meets no limit; see: weather list",
        WeatherRefusal.Over => "The day is over.",
        WeatherRefusal.Sent => "They have been told: it is never told twice a day.",
        WeatherRefusal.NotReleased => "It is not released.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    private static string Degrees(decimal? degrees) => degrees is { } known ? known.ToString("0.#", CultureInfo.InvariantCulture) + "℃" : "?";

    private static Argument<DateOnly> Day() => new("day")
    {
        Description = "A day in China, such as 2027-07-18.",
        CustomParser = result =>
        {
            var typed = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return read;

            result.AddError($"day \"{typed}\" is no day like \"2027-07-18\".");
            return default;
        },
    };
}
