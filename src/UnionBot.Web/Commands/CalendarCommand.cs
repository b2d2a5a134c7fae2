using System.CommandLine;
using System.Globalization;
using UnionBot.Chat.Calendar;
using UnionBot.Core.Calendar;
using UnionBot.Core.Calendar.Rules;

namespace UnionBot.Web.Commands;

/// <summary>The Chinese calendar: which days rules give in the next years, and what a day is.</summary>
internal sealed class CalendarCommand : IBotCommand
{
    public Command Describe() => new("calendar", "The Chinese calendar: days by rules such as 春节前20天, and what a day is.")
    {
        Rules(),
        Day(),
    };

    private static Command Rules()
    {
        var texts = new Argument<string[]>("rule")
        {
            Description = "Rules as staff write them, such as 入伏起 or 6月第三个工作日. Without any, one of each form is shown.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var from = Year("--from", "Shows the years from this one on. Default: from this year, or from the next where this year's days are over.");
        var command = new Command("rules", $"Show the Gregorian days that rules give in {WindowRules.YearsShown} years.") { texts, from };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var words = context.Services.GetRequiredService<RuleWords>();
            var printer = new RulePrinter(context.Services.GetRequiredService<WindowRules>(), words, context.Output);
            var today = UnionCalendar.DayOf(context.Services.GetRequiredService<BusinessClock>().GetUtcNow());
            var areGood = true;
            foreach (var text in parsed.GetValue(texts) is { Length: > 0 } given ? given : words.Examples)
                areGood &= await printer.PrintAsync(text, parsed.GetValue(from), today);
            return areGood ? ExitCodes.Ok : ExitCodes.Failed;
        });
        return command;
    }

    private static Command Day()
    {
        var day = new Argument<DateOnly>("day")
        {
            Description = "A day in China, such as 2027-02-05.",
            CustomParser = result =>
            {
                var typed = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                    && read.Year is >= WindowRules.FirstYear and <= WindowRules.LastYear) return read;

                result.AddError($"day \"{typed}\" is no day like \"2027-02-05\", from {WindowRules.FirstYear} to {WindowRules.LastYear}.");
                return default;
            },
        };
        var command = new Command("day", "Show what a day is: lunar date, solar term (节气), 三伏, holiday, whether it is worked.") { day };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            await context.Output.WriteLineAsync(Told(ChineseDay.Of(parsed.GetValue(day)), context.Services.GetRequiredService<Workdays>()));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string Told(ChineseDay day, Workdays workdays)
    {
        var works = workdays.IsWorkday(day.Day) ? "worked" : "not worked";
        string?[] parts =
        [
            RulePrinter.Show(day.Day),
            LunarText.Of(day.Lunar),
            day.Term?.ToString(),
            day.DogDays,
            workdays.HolidayOn(day.Day),
            workdays.IsKnown(day.Day.Year) ? works : $"{works} (provisional: its holiday schedule is not imported)",
        ];
        return string.Join("  ", parts.OfType<string>());
    }

    private static Option<int?> Year(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "year",
        CustomParser = result =>
        {
            var typed = result.Tokens[0].Value;
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is >= WindowRules.FirstYear and <= WindowRules.LastYear - WindowRules.YearsShown + 1) return year;

            result.AddError($"{name} \"{typed}\" is no year from {WindowRules.FirstYear} to {WindowRules.LastYear - WindowRules.YearsShown + 1}.");
            return null;
        },
    };
}
