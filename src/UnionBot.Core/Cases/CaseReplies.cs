using System.Globalization;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Cases;

/// <summary>Said behind the words of a hand-over: the number to ask by, and 12351 when nobody is on duty.</summary>
/// <param name="SomebodyThere">Whether a member of staff is on duty right now.</param>
public sealed record CaseOpened(long Number, bool SomebodyThere) : IReply, ISampled<CaseOpened>
{
    public static IReadOnlyList<CaseOpened> Samples => [new(12, SomebodyThere: true), new(12, SomebodyThere: false)];
}

/// <summary>What a member of staff wrote to the person of a case.</summary>
public sealed record StaffAnswer(long Number, string Words) : IReply, ISampled<StaffAnswer>
{
    public static IReadOnlyList<StaffAnswer> Samples => [new(12, "您好，您的材料已经收到，我们周三上午给您回电话。")];
}

/// <summary>办好了: the bot answers again.</summary>
public sealed record CaseClosed(long Number) : IReply, ISampled<CaseClosed>
{
    public static IReadOnlyList<CaseClosed> Samples => [new(12)];
}

/// <summary>Tells staff on duty in their chats that cases wait. Says nothing about the people or their words.</summary>
/// <param name="Numbers">The oldest first.</param>
/// <param name="More">How many more there are than are named.</param>
public sealed record NewCases(IReadOnlyList<long> Numbers, int More) : IReply, ISampled<NewCases>
{
    public static IReadOnlyList<NewCases> Samples => [new([12], 0), new([12, 13, 15], 4)];

    public IReadOnlyList<string> Names => [.. Numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>What a call to an alarm says of it. Nothing of the person or their words: a phone lies open on tables.</summary>
/// <param name="RaisedAt">UTC.</param>
public abstract record AlarmWords(long Number, CrisisKind Kind, DateTimeOffset RaisedAt) : IReply
{
    public bool SelfHarm => Kind == CrisisKind.SelfHarm;

    public bool Violence => Kind == CrisisKind.Violence;

    public bool Medical => Kind == CrisisKind.Medical;

    public bool Fire => Kind == CrisisKind.Fire;

    public bool Accident => Kind == CrisisKind.Accident;
}

/// <summary>Calls a member of staff to an alarm.</summary>
/// <param name="IsRepeat">Whether somebody was called before and nobody has answered yet.</param>
public sealed record AlarmCallout(long Number, CrisisKind Kind, DateTimeOffset RaisedAt, bool IsRepeat)
    : AlarmWords(Number, Kind, RaisedAt), ISampled<AlarmCallout>
{
    public static IReadOnlyList<AlarmCallout> Samples =>
    [
        .. Enum.GetValues<CrisisKind>().Select(kind => new AlarmCallout(
            3, kind, new DateTimeOffset(2026, 3, 2, 6, 3, 0, TimeSpan.Zero), IsRepeat: kind is CrisisKind.Fire)),
    ];
}

/// <summary>
/// The same for a template message, when the chat of the member of staff is closed: one <c>name: value</c> a line, each
/// value short enough for any field of a template. The names are those that the setting <c>Alarm:TemplateFields</c> takes.
/// </summary>
public sealed record AlarmNotice(long Number, CrisisKind Kind, DateTimeOffset RaisedAt)
    : AlarmWords(Number, Kind, RaisedAt), ISampled<AlarmNotice>
{
    public static IReadOnlyList<AlarmNotice> Samples =>
    [
        .. Enum.GetValues<CrisisKind>().Select(kind => new AlarmNotice(
            123456, kind, new DateTimeOffset(2026, 3, 2, 6, 3, 0, TimeSpan.Zero))),
    ];
}
