namespace UnionBot.Chat.Dialogs;

/// <summary>A number after a silence in which a push came: 1 the open question, 2 the push, 3 neither.</summary>
/// <param name="Title">What the open question belongs to; null when it has no name for people.</param>
/// <param name="Answer">The entry of that question; null when it shows no list.</param>
/// <param name="Pushed">The choice of the push.</param>
public sealed record WhichAnswered(string? Title, string? Answer, string Pushed) : IReply, ISampled<WhichAnswered>
{
    public static IReadOnlyList<WhichAnswered> Samples => [new("会员绑定", "王*", "能来"), new(Title: null, Answer: null, "能来")];
}

/// <summary>取消 was offered as a choice and would also leave the dialog: 1 the choice, 2 leave, 3 neither.</summary>
public sealed record WhichCancelled(string Choice, string? Title) : IReply, ISampled<WhichCancelled>
{
    public static IReadOnlyList<WhichCancelled> Samples => [new("取消", "会员绑定"), new("取消", Title: null)];
}

/// <summary>Asked before something is cancelled or deleted, or when a number may not have been meant so: 1 yes, 2 no.</summary>
public sealed record ConfirmChoice(string Choice) : IReply, ISampled<ConfirmChoice>
{
    public static IReadOnlyList<ConfirmChoice> Samples => [new("取消预约")];
}

public sealed record LeftAsItIs : IReply;

/// <summary>The choices of a push, when no other question is open.</summary>
public sealed record OfferedByNumber(IReadOnlyList<string> Choices) : IReply, ISampled<OfferedByNumber>
{
    public static IReadOnlyList<OfferedByNumber> Samples => [new(["能来", "改时间", "不来了"])];
}

/// <summary>The choices of a push, when numbers belong to another question.</summary>
public sealed record OfferedInWords(IReadOnlyList<string> Choices) : IReply, ISampled<OfferedInWords>
{
    public static IReadOnlyList<OfferedInWords> Samples => [new(["能来", "改时间", "不来了"])];
}
