using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.Notices;

/// <summary>恢复招聘推送: sends again what was stopped; 恢复通知 means all of it.</summary>
internal sealed class StartNotices(IOptOuts optOuts, IEnumerable<IStandingOrder> orders, NoticeWords words) : OneTurnDialog
{
    public override string Name => "notices/start";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        var topic = words.In(input.Text) ?? words.Topics.Last();
        await optOuts.StartAsync(input.From.Id, topic.Kinds, ct);
        foreach (var order in orders.Where(order => topic.Kinds.Contains(order.Kind))) await order.GoOnAsync(input.From.Id, input.At, ct);

        return [new NoticesStarted(topic.Name)];
    }
}
