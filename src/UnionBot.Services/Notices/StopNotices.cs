using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.Notices;

/// <summary>
/// 退订, TD, 少发点: asks which kind is not wanted any more, unless a command names it, and stops it at once. What was only
/// guessed from free words is asked.
/// </summary>
internal sealed class StopNotices(IOptOuts optOuts, IEnumerable<IStandingOrder> orders, NoticeWords words) : IDialog
{
    private const string DialogName = "notices/stop";
    private const string KeyStart = $"{DialogName}:";

    public string Name => DialogName;

    public async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (Chosen(input) is not { } topic) return Ask();

        await optOuts.StopAsync(input.From.Id, topic.Kinds, ct);
        foreach (var order in orders.Where(order => topic.Kinds.Contains(order.Kind))) await order.RestAsync(input.From.Id, input.At, ct);

        return Over(new NoticesStopped(topic.Name));
    }

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) =>
        throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;

    private NoticeTopic? Chosen(Input input) =>
        input.Key is { } key && key.StartsWith(KeyStart, StringComparison.Ordinal) ? words.OfKey(key[KeyStart.Length..]) :
        input.Intent is null ? words.In(input.Text) :
        null;

    private Turn Ask() => Over(new WhichNotices(words.Choices)) with
    {
        Offers = [.. words.Choices.Zip(words.Topics, (name, topic) => new PushChoice(name, KeyStart + topic.Key))],
    };

    private static Turn Over(IReply reply) => new(new Move.Over(), [reply]);
}
