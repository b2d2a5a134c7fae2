using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;

namespace UnionBot.Web.Commands;

/// <summary>What the commands that do staff's work have in common.</summary>
internal static class StaffWork
{
    /// <summary>Times as they are typed and shown: in China.</summary>
    public const string TimeFormat = "yyyy-MM-dd HH:mm";

    /// <summary>As browsers send what was picked.</summary>
    private const string PickedFormat = "yyyy-MM-dd'T'HH:mm";

    public static Option<long> As() => new("--as")
    {
        Description = "The number of the member of staff who does this; it goes into the audit.",
        HelpName = "staff",
        Required = true,
    };

    public static Argument<long> Number(string of) => new("number") { Description = $"The number of the {of}." };

    /// <summary>A time in China, such as 2026-03-02 08:00.</summary>
    public static Option<DateTimeOffset> Time(string name, string description) => new(name)
    {
        Description = $"{description}, in China: \"2026-03-02 08:00\".",
        HelpName = "time",
        Required = true,
        CustomParser = result =>
        {
            var typed = result.Tokens[0].Value;
            if (ReadTime(typed) is { } time) return time;

            result.AddError($"{name} \"{typed}\" is no time like \"2026-03-02 08:00\".");
            return default;
        },
    };

    /// <returns>UTC; null when it is no time in China such as 2026-03-02 08:00.</returns>
    public static DateTimeOffset? ReadTime(string typed) =>
        DateTime.TryParseExact(typed, [TimeFormat, PickedFormat], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, UnionCalendar.ChinaOffset).ToUniversalTime()
            : null;

    public static string Show(DateTimeOffset moment) =>
        moment.ToOffset(UnionCalendar.ChinaOffset).ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Words of strangers on a terminal: escape sequences could repaint it or type for the reader.</summary>
    /// <param name="indent">What every line but the first begins with.</param>
    public static string Clean(string text, string indent = "          ") => string.Concat(
        text.Select(c => c == '\n' ? $"\n{indent}" : char.IsControl(c) ? "\uFFFD" : $"{c}"));

    /// <summary>Does something in the name of a member of staff, who must be on the list.</summary>
    public static async Task<int> AsStaffAsync(
        CommandContext context, ParseResult parsed, Option<long> who, Func<long, Task<int>> work, CancellationToken ct)
    {
        var staff = parsed.GetValue(who);
        return await context.Services.GetRequiredService<StaffRegister>().FindAsync(staff, ct) is null
            ? await RefuseUnknownAsync(parsed, staff)
            : await work(staff);
    }

    public static Task<int> RefuseUnknownAsync(ParseResult parsed, long staff) =>
        RefuseAsync(parsed, $"Nobody on the list of staff has number {staff}; see: staff list");

    public static async Task<int> RefuseAsync(ParseResult parsed, string reason)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(reason);
        return ExitCodes.Failed;
    }
}
