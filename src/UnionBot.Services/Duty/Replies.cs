using System.Globalization;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Duty;

/// <summary>To 收到 or 在岗 of somebody who is no member of staff: says nothing of alarms.</summary>
public sealed record Noted : IReply;

/// <param name="Case">The case with the transcript; null when there is none.</param>
public sealed record AlarmIsYours(long Number, long? Case) : IReply, ISampled<AlarmIsYours>
{
    public static IReadOnlyList<AlarmIsYours> Samples => [new(3, 12), new(3, Case: null)];
}

/// <summary>A colleague was faster.</summary>
public sealed record AlarmIsTaken(long Number) : IReply, ISampled<AlarmIsTaken>
{
    public static IReadOnlyList<AlarmIsTaken> Samples => [new(3)];
}

/// <summary>Several alarms were taken by one message.</summary>
/// <param name="Yours">Each with its case.</param>
/// <param name="Taken">Those of colleagues.</param>
/// <param name="Unknown">Of these numbers there is no alarm.</param>
public sealed record AlarmsAnswered(IReadOnlyList<AlarmIsYours> Yours, IReadOnlyList<long> Taken, IReadOnlyList<long> Unknown)
    : IReply, ISampled<AlarmsAnswered>
{
    public static IReadOnlyList<AlarmsAnswered> Samples => [new([new(3, 12), new(4, Case: null)], [5], [9]), new([], [5, 6], [])];

    public IReadOnlyList<string> YoursNames => Names.Of(Yours.Select(a => a.Number));

    public IReadOnlyList<string> Cases => Names.Of(Yours.Select(a => a.Case).OfType<long>().Distinct());

    public IReadOnlyList<string> TakenNames => Names.Of(Taken);

    public IReadOnlyList<string> UnknownNames => Names.Of(Unknown);
}

public sealed record NoSuchAlarm(long Number) : IReply, ISampled<NoSuchAlarm>
{
    public static IReadOnlyList<NoSuchAlarm> Samples => [new(3)];
}

public sealed record NoAlarmIsOpen : IReply;

/// <summary>More than one alarm is open, and no number was said.</summary>
/// <param name="More">How many more are open than are named.</param>
public sealed record WhichAlarm(IReadOnlyList<long> Numbers, int More) : IReply, ISampled<WhichAlarm>
{
    public static IReadOnlyList<WhichAlarm> Samples => [new([3, 4], 0), new([3, 4, 5, 6, 7], 3)];

    public long First => Numbers[0];

    public long Second => Numbers[1];

    public IReadOnlyList<string> AlarmNames => Names.Of(Numbers);
}

/// <summary>Numbers as lists in templates take them.</summary>
file static class Names
{
    public static IReadOnlyList<string> Of(IEnumerable<long> numbers) => [.. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))];
}

/// <param name="Until">When the shift ends; UTC.</param>
public sealed record OnDutyUntil(DateTimeOffset Until) : IReply, ISampled<OnDutyUntil>
{
    public static IReadOnlyList<OnDutyUntil> Samples => [new(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero))];
}

/// <summary>To a member of staff who says that they are there, and has no shift now.</summary>
public sealed record NotOnTheRota : IReply;

public sealed record StaffBound : IReply;

public sealed record StaffBoundAlready : IReply;

/// <summary>Wrong, too late, or tried too often: which of them is not said.</summary>
public sealed record WrongStaffCode : IReply;

/// <summary>No code was typed behind the words.</summary>
/// <param name="Words">Before the code.</param>
public sealed record TypeTheCode(string Words) : IReply, ISampled<TypeTheCode>
{
    public static IReadOnlyList<TypeTheCode> Samples => [new("绑定")];
}

public sealed record BindInWeChat : IReply;
