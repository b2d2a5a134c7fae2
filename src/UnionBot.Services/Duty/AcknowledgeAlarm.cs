using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;

namespace UnionBot.Services.Duty;

/// <summary>收到 3, 收到 3 4, 收到 全部: a member of staff takes care of alarms. Everybody else is thanked for their 收到.</summary>
internal sealed class AcknowledgeAlarm(IDutyDesk desk) : OneTurnDialog
{
    private const string All = "全";

    public override string Name => "duty/acknowledge";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        var numbers = NumbersBehind.In(input.Text);
        var isAll = numbers.Count == 0 && input.Text.Contains(All, StringComparison.Ordinal);
        if (isAll || numbers.Count > 1)
            return [ReplyTo(await desk.AcknowledgeEachAsync(input.From.Id, isAll ? null : numbers, ct))];

        return [ReplyTo(await desk.AcknowledgeAsync(input.From.Id, numbers is [var one] ? one : null, ct))];
    }

    private static IReply ReplyTo(IReadOnlyList<Acknowledgement>? done) => done switch
    {
        null => new Noted(),
        [] => new NoAlarmIsOpen(),
        [var one] => ReplyTo(one),
        _ => new AlarmsAnswered([.. done.Select(a => ReplyTo(a)).OfType<AlarmIsYours>()],
            [.. NumbersOf(done, AcknowledgementResult.Colleagues)], [.. NumbersOf(done, AcknowledgementResult.Unknown)]),
    };

    private static IEnumerable<long> NumbersOf(IReadOnlyList<Acknowledgement> done, AcknowledgementResult result) =>
        done.Where(a => a.Result == result).Select(a => a.Alarms[0]);

    private static IReply ReplyTo(Acknowledgement? done) => done switch
    {
        null => new Noted(),
        { Result: AcknowledgementResult.Yours or AcknowledgementResult.YoursAlready } =>
            new AlarmIsYours(done.Alarms[0], done.CaseNumber),
        { Result: AcknowledgementResult.Colleagues } => new AlarmIsTaken(done.Alarms[0]),
        { Result: AcknowledgementResult.Unknown } => new NoSuchAlarm(done.Alarms[0]),
        { Alarms.Count: 0 } => new NoAlarmIsOpen(),
        _ => new WhichAlarm(done.Alarms, done.More),
    };
}
