using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Cases;

/// <summary>What a call to an alarm says of it. Nothing of the person or their words: a phone lies open on tables.</summary>
/// <param name="RaisedAt">UTC.</param>
public record AlarmWords(long Number, CrisisKind Kind, DateTimeOffset RaisedAt)
{
    public bool SelfHarm => Kind == CrisisKind.SelfHarm;

    public bool Violence => Kind == CrisisKind.Violence;

    public bool Medical => Kind == CrisisKind.Medical;

    public bool Fire => Kind == CrisisKind.Fire;

    public bool Accident => Kind == CrisisKind.Accident;

    /// <summary>One of every kind.</summary>
    protected static IEnumerable<AlarmWords> OfEveryKind(long number) => Enum.GetValues<CrisisKind>()
        .Select(kind => new AlarmWords(number, kind, new DateTimeOffset(2026, 3, 2, 6, 3, 0, TimeSpan.Zero)));
}

/// <summary>Calls a member of staff to an alarm.</summary>
/// <param name="IsRepeat">Whether somebody was called before and nobody has answered yet.</param>
public sealed record AlarmCallout(long Number, CrisisKind Kind, DateTimeOffset RaisedAt, bool IsRepeat)
    : AlarmWords(Number, Kind, RaisedAt), IReply, ISampled<AlarmCallout>
{
    public static IReadOnlyList<AlarmCallout> Samples =>
        [.. OfEveryKind(3).Select(a => new AlarmCallout(a.Number, a.Kind, a.RaisedAt, IsRepeat: a.Fire))];
}

/// <summary>Calls a member of staff to several alarms at once.</summary>
/// <param name="Alarms">By number; two or more.</param>
/// <param name="IsRepeat">Whether somebody was called before to one of them, and nobody has answered yet.</param>
public sealed record AlarmsCallout(IReadOnlyList<AlarmWords> Alarms, bool IsRepeat) : IReply, ISampled<AlarmsCallout>
{
    public static IReadOnlyList<AlarmsCallout> Samples =>
    [
        new([.. Of(5)], IsRepeat: false),
        new([.. Of(AlarmRound.MostAtOnce)], IsRepeat: true),
    ];

    public int Count => Alarms.Count;

    public long First => Alarms[0].Number;

    private static IEnumerable<AlarmWords> Of(int count) => Enumerable.Range(0, count)
        .Select(n => new AlarmWords(123456 + n, (CrisisKind)(n % 5), new DateTimeOffset(2026, 3, 2, 6, 3, 0, TimeSpan.Zero)));
}

/// <summary>
/// The same for a template message, when the chat of the member of staff is closed: one <c>name: value</c> a line, each
/// value short enough for any field of a template. The names are those that the setting <c>Alarm:TemplateFields</c> takes.
/// </summary>
/// <param name="Count">How many alarms the call is to; the one that is named is the first.</param>
public sealed record AlarmNotice(long Number, CrisisKind Kind, DateTimeOffset RaisedAt, int Count = 1)
    : AlarmWords(Number, Kind, RaisedAt), IReply, ISampled<AlarmNotice>
{
    public static IReadOnlyList<AlarmNotice> Samples =>
    [
        .. OfEveryKind(123456).SelectMany(a => new[] { 1, AlarmRound.MostAtOnce }
            .Select(count => new AlarmNotice(a.Number, a.Kind, a.RaisedAt, count))),
    ];

    public bool IsOne => Count == 1;
}
