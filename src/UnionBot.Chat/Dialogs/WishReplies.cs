namespace UnionBot.Chat.Dialogs;

/// <summary>Says what was understood before it is served, so that one word can mend it.</summary>
public sealed record UnderstoodAs(string Title) : IReply, ISampled<UnderstoodAs>
{
    public static IReadOnlyList<UnderstoodAs> Samples => [new("查我的会籍")];
}

/// <summary>What may have been meant, when it is not sure enough to act: one guess or two, and 都不是 as the last number.</summary>
public sealed record WhichWish(IReadOnlyList<string> Titles) : IReply, ISampled<WhichWish>
{
    public static IReadOnlyList<WhichWish> Samples => [new(["找工作", "订阅新岗位"]), new(["预约律师"])];

    /// <summary>The number of 都不是.</summary>
    public int Neither => Titles.Count + 1;
}

/// <summary>A further wish of an earlier message: 1 now, 2 not.</summary>
/// <param name="Later">Those that are offered after it.</param>
public sealed record NextWish(string Title, IReadOnlyList<string> Later) : IReply, ISampled<NextWish>
{
    public static IReadOnlyList<NextWish> Samples => [new("找附近的驿站和服务点", []), new("查我的会籍", ["找工作", "预约律师"])];
}

/// <summary>What is wanted was understood, but the bot cannot do it yet: a person takes it over, and a number to ring up.</summary>
/// <param name="Line">The name of the hotline that knows about it.</param>
public sealed record NotOffered(string Title, string Line) : IReply, ISampled<NotOffered>
{
    public static IReadOnlyList<NotOffered> Samples => [new("找工作", "union"), new("问劳动法律问题", "legal")];

    /// <summary>Whether the union's own line is the one that knows.</summary>
    public bool OnlyUnion => Line == "union";
}

/// <summary>The numbers that can be rung up.</summary>
public sealed record HotlineNumbers : IReply;

/// <summary>The answer to small talk: who the bot is, and how to find what it can do.</summary>
public sealed record SmallTalk : IReply;
