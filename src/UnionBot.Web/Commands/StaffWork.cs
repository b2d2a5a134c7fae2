using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Commands;

/// <summary>What the commands that do staff's work have in common.</summary>
internal static class StaffWork
{
    /// <summary>Times as they are typed and shown: in China.</summary>
    public const string TimeFormat = "yyyy-MM-dd HH:mm";

    /// <summary>As browsers send what was picked.</summary>
    private const string PickedFormat = "yyyy-MM-dd'T'HH:mm";

    public static Option<string> As() => new("--as")
    {
        Description = "Who does this: the name by which they sign in to the console, or their number on the list of staff. Goes into the audit.",
        HelpName = "user",
        Required = true,
    };

    /// <param name="isRequired">Then it must say something, too.</param>
    public static Option<string?> Reason(bool isRequired)
    {
        var reason = new Option<string?>("--reason") { Description = "Why; goes into the audit.", HelpName = "text", Required = isRequired };
        reason.Validators.Add(result =>
        {
            if (isRequired && string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError("The reason is empty.");
        });
        return reason;
    }

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
        && time.Ticks >= UnionCalendar.ChinaOffset.Ticks // Before, it was not yet the first year in UTC.
            ? new DateTimeOffset(time, UnionCalendar.ChinaOffset).ToUniversalTime()
            : null;

    public static string Show(DateTimeOffset moment) =>
        moment.ToOffset(UnionCalendar.ChinaOffset).ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Words of strangers on a terminal: escape sequences could repaint it or type for the reader.</summary>
    /// <param name="indent">What every line but the first begins with.</param>
    public static string Clean(string text, string indent = "          ") => string.Concat(
        text.Select(c => c == '\n' ? $"\n{indent}" : char.IsControl(c) ? "\uFFFD" : $"{c}"));

    /// <summary>Does something in the name of a member of staff, who must be allowed to do it in the console.</summary>
    public static Task<int> AsStaffAsync(
        CommandContext context, ParseResult parsed, Option<string> who, ConsoleAccess access, Func<long, Task<int>> work, CancellationToken ct) =>
        AsStaffAsync(context, parsed, who, access, (staff, _) => work(staff), ct);

    /// <inheritdoc cref="AsStaffAsync(CommandContext, ParseResult, Option{string}, ConsoleAccess, Func{long, Task{int}}, CancellationToken)"/>
    /// <param name="work">Is told for which part of the tree they are.</param>
    public static async Task<int> AsStaffAsync(
        CommandContext context,
        ParseResult parsed,
        Option<string> who,
        ConsoleAccess access,
        Func<long, StaffScope, Task<int>> work,
        CancellationToken ct)
    {
        var typed = parsed.GetValue(who)!;
        var actors = context.Services.GetRequiredService<CommandActors>();
        if (await actors.FindAsync(typed, ct) is not { } staff) return await RefuseAsync(parsed, UnknownOf(typed));

        return await actors.ScopeAsync(staff, access, ct) is { } scope
            ? await work(staff, scope)
            : await RefuseAsync(parsed, CommandActors.RefusalOf(typed, access));
    }

    public static string UnknownOf(string who) => $"Nobody on the list of staff signs in as, or has number, {Clean(who)}; see: staff list";

    public static async Task<int> RefuseAsync(ParseResult parsed, string reason)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(reason);
        return ExitCodes.Failed;
    }
}
