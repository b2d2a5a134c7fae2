using UnionBot.Chat.Dialogs;

namespace UnionBot.Tests.Chat.Toys;

public sealed record AskName : IReply;

public sealed record AskDay(string Name) : IReply;

public sealed record AskSlot(IReadOnlyList<string> Choices) : IChoiceReply;

public sealed record NoSuchDay : IReply;

public sealed record Booked(string Name, string Day, string Slot) : IReply;

public sealed record Card(MemberLevel Level) : IReply;

public sealed record AskCode : IReply;

public sealed record Bound : IReply;

public sealed record AskChange(IReadOnlyList<string> Choices) : IChoiceReply
{
    public IReadOnlyList<int> Destructive => [1];
}

public sealed record Changed(string What, string? Key) : IReply;
