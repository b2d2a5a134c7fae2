using System.Globalization;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Duty;

/// <summary>To 收到 of somebody who is no member of staff: says nothing of alarms.</summary>
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

public sealed record NoSuchAlarm(long Number) : IReply, ISampled<NoSuchAlarm>
{
    public static IReadOnlyList<NoSuchAlarm> Samples => [new(3)];
}

public sealed record NoAlarmIsOpen : IReply;

/// <summary>More than one alarm is open, and no number was said.</summary>
public sealed record WhichAlarm(IReadOnlyList<long> Numbers) : IReply, ISampled<WhichAlarm>
{
    public static IReadOnlyList<WhichAlarm> Samples => [new([3, 4])];

    public long First => Numbers[0];

    public IReadOnlyList<string> Names => [.. Numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))];
}

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
