using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Toys;

/// <summary>Three steps: free words, a day, a list.</summary>
internal sealed class BookToy : Dialog<BookToy.Draft>
{
    public static readonly string[] Slots = ["上午", "下午", "晚上"];

    public sealed record Draft(string Name = "", string Day = "");

    public override string Name => "toys/book";

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["name"] = new(_ => new AskName(), TakeName),
        ["day"] = new(draft => new AskDay(draft.Name), TakeDay),
        ["slot"] = new(_ => new AskSlot(Slots), TakeSlot),
    };

    public override Task<Turn> BeginAsync(Input input, CancellationToken ct) => Task.FromResult(Ask("name", new Draft()));

    private Turn TakeName(Draft draft, Input input) =>
        input.IsAside || input.Text.Length == 0 ? Again() : Ask("day", draft with { Name = input.Text });

    private Turn TakeDay(Draft draft, Input input) =>
        input.Text is "明天" or "后天" ? Ask("slot", draft with { Day = input.Text }) : Again(new NoSuchDay());

    private Turn TakeSlot(Draft draft, Input input) =>
        Choice.Read(input.Text, Slots) is { } index ? Done(new Booked(draft.Name, draft.Day, Slots[index])) : Again();
}

/// <summary>Answers at once; for members only.</summary>
internal sealed class CardToy : OneTurnDialog
{
    public override string Name => "toys/card";

    public override MemberLevel Needs => MemberLevel.Member;

    protected override ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<IReply>>([new Card(input.From.Level)]);
}

/// <summary>For those with a hardship file.</summary>
internal sealed class HardshipToy : OneTurnDialog
{
    public override string Name => "toys/hardship";

    public override MemberLevel Needs => MemberLevel.HardshipFile;

    protected override ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<IReply>>([new Card(input.From.Level)]);
}

/// <summary>Makes a member of whoever says the code.</summary>
internal sealed class BindToy : Dialog<BindToy.Draft>
{
    public sealed record Draft;

    public override string Name => "toys/bind";

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["code"] = new(_ => new AskCode(), TakeCode),
    };

    public override Task<Turn> BeginAsync(Input input, CancellationToken ct) => Task.FromResult(Ask("code", new Draft()));

    private static Turn TakeCode(Draft draft, Input input) => input.Text == "123456"
        ? Done(new Bound()) with { Became = input.From with { Level = MemberLevel.Member } }
        : Again();
}

/// <summary>A list of which one entry cancels; also opened by a push, with an argument.</summary>
internal sealed class BookingToy : Dialog<BookingToy.Draft>
{
    public sealed record Draft;

    public override string Name => "toys/booking";

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["change"] = new(_ => new AskChange(["改时间", "取消"]), TakeChange),
    };

    public override Task<Turn> BeginAsync(Input input, CancellationToken ct) => Task.FromResult(
        input.Key?.Split(':') is [_, var argument] ? Done(new Changed(argument, input.Key)) : Ask("change", new Draft()));

    private static Turn TakeChange(Draft draft, Input input) =>
        Choice.Read(input.Text, ["改时间", "取消"]) is { } index ? Done(new Changed(index == 0 ? "time" : "cancel", null)) : Again();
}
