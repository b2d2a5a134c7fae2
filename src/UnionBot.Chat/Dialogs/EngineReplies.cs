namespace UnionBot.Chat.Dialogs;

/// <summary>What can be done here. <see cref="Left"/> names what was put aside; null when nothing was.</summary>
public sealed record Menu(IReadOnlyList<string> Choices, string? Left) : IChoiceReply, ISampled<Menu>
{
    public static IReadOnlyList<Menu> Samples => [new(["我的会籍"], null), new(["我的会籍", "我的资料"], "会员绑定"), new([], null)];
}

/// <summary>A first message that no dialog understood.</summary>
public sealed record NotUnderstood : IReply;

/// <summary>A second one in a row: the menu, and the way to a person.</summary>
public sealed record NotUnderstoodTwice(IReadOnlyList<string> Choices) : IChoiceReply, ISampled<NotUnderstoodTwice>
{
    public static IReadOnlyList<NotUnderstoodTwice> Samples => [new(["我的会籍", "我的资料"])];
}

/// <summary>Said after the question when a step did not understand twice.</summary>
public sealed record AskForAPerson : IReply;

/// <summary>The person asked for a person and gets one.</summary>
public sealed record HandedOver : IReply;

/// <summary>After three misunderstandings a person takes over.</summary>
public sealed record HandedOverAfterMisses : IReply;

/// <summary>Said instead of 没看明白 for a while after words of crisis.</summary>
public sealed record StillHere : IReply;

/// <summary>A dialog was left. <see cref="Title"/> is null when it has no name for people.</summary>
public sealed record Cancelled(string? Title) : IReply, ISampled<Cancelled>
{
    public static IReadOnlyList<Cancelled> Samples => [new("会员绑定"), new(Title: null)];
}

public sealed record NothingToCancel : IReply;

public sealed record NothingToGoBackTo : IReply;

public sealed record NothingToContinue : IReply;

/// <summary>再说一遍 or 没看懂, and there is no answer or question that it could mean.</summary>
public sealed record NothingToSayAgain : IReply;

/// <summary>Said before the question of a dialog that was put aside.</summary>
public sealed record BackTo(string? Title) : IReply, ISampled<BackTo>
{
    public static IReadOnlyList<BackTo> Samples => [new("会员绑定"), new(Title: null)];
}

/// <summary>上次说到…，要继续吗？ 1 goes on, 2 leaves it.</summary>
public sealed record ContinueOrNot(string? Title) : IReply, ISampled<ContinueOrNot>
{
    public static IReadOnlyList<ContinueOrNot> Samples => [new("会员绑定"), new(Title: null)];
}

/// <summary>The question that was open makes no sense any more: the dialog begins anew.</summary>
public sealed record FromTheBeginning(string? Title) : IReply, ISampled<FromTheBeginning>
{
    public static IReadOnlyList<FromTheBeginning> Samples => [new("会员绑定"), new(Title: null)];
}

/// <summary>What did not fit into the last message.</summary>
public sealed record RestOfAnswer(string Text) : IReply, ISampled<RestOfAnswer>
{
    public static IReadOnlyList<RestOfAnswer> Samples => [new("……后面的内容。")];
}

public sealed record NothingMore : IReply;

/// <summary>Put at the end of a message that was cut: 更多 shows the rest.</summary>
public sealed record MoreLeft : IReply;

/// <summary>Said when answering failed on our side: nothing is lost, and a person takes over.</summary>
public sealed record Stumbled : IReply;

public sealed record YouAreWelcome : IReply;

/// <summary>A photo, a voice message, a file or a place came while nothing was asked for.</summary>
public sealed record MediaReceived(InputKind Kind) : IReply, ISampled<MediaReceived>
{
    public static IReadOnlyList<MediaReceived> Samples =>
    [
        new(InputKind.Photo), new(InputKind.Voice), new(InputKind.Location), new(InputKind.File),
    ];

    public bool IsVoice => Kind == InputKind.Voice;

    public bool IsPlace => Kind == InputKind.Location;
}
