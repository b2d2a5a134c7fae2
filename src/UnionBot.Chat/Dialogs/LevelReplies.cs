namespace UnionBot.Chat.Dialogs;

/// <summary>Said before the binding dialog begins on its own, because what was wanted needs it.</summary>
public sealed record BindFirst(string? Title) : IReply, ISampled<BindFirst>
{
    public static IReadOnlyList<BindFirst> Samples => [new("我的会籍"), new(Title: null)];
}

/// <summary>What was wanted needs a membership, which the web chat never shows.</summary>
public sealed record OnlyInWeChat(string? Title) : IReply, ISampled<OnlyInWeChat>
{
    public static IReadOnlyList<OnlyInWeChat> Samples => [new("我的会籍"), new(Title: null)];
}

/// <summary>What was wanted needs what only staff can give, such as a hardship file.</summary>
public sealed record AskStaffFirst(string? Title) : IReply, ISampled<AskStaffFirst>
{
    public static IReadOnlyList<AskStaffFirst> Samples => [new("困难帮扶"), new(Title: null)];
}
