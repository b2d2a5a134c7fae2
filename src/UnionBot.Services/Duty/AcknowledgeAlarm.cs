using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;

namespace UnionBot.Services.Duty;

/// <summary>收到 3: a member of staff takes care of an alarm. Everybody else is thanked for their 收到.</summary>
internal sealed class AcknowledgeAlarm(IDutyDesk desk) : OneTurnDialog
{
    public override string Name => "duty/acknowledge";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        [ReplyTo(await desk.AcknowledgeAsync(input.From.Id, NumberIn(input.Text), ct))];

    private static IReply ReplyTo(Acknowledgement? done) => done switch
    {
        null => new Noted(),
        { Result: AcknowledgementResult.Yours or AcknowledgementResult.YoursAlready } =>
            new AlarmIsYours(done.Alarms[0], done.CaseNumber),
        { Result: AcknowledgementResult.Colleagues } => new AlarmIsTaken(done.Alarms[0]),
        { Result: AcknowledgementResult.Unknown } => new NoSuchAlarm(done.Alarms[0]),
        { Alarms.Count: 0 } => new NoAlarmIsOpen(),
        _ => new WhichAlarm(done.Alarms),
    };

    private static long? NumberIn(string text) =>
        long.TryParse(LastDigits.In(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
