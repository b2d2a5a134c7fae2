using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.Binding;

public sealed record AskName : IBriefReply, ISampled<AskName>
{
    public static IReadOnlyList<AskName> Samples => [new(), new() { IsBrief = true }];

    /// <summary>What the name is used for has been said.</summary>
    public bool IsBrief { get; init; }

    public IReply InBrief() => this with { IsBrief = true };
}

/// <summary>What was said may be a name or not.</summary>
public sealed record IsThatYourName(string Name) : IReply, ISampled<IsThatYourName>
{
    public static IReadOnlyList<IsThatYourName> Samples => [new("阿依古丽")];
}

/// <param name="Name">Null where no name is needed.</param>
public sealed record AskPhone(string? Name) : IBriefReply, ISampled<AskPhone>
{
    public static IReadOnlyList<AskPhone> Samples => [new("王芳"), new(null as string), new(null as string) { IsBrief = true }];

    /// <summary>What the phone is used for has been said.</summary>
    public bool IsBrief { get; init; }

    public IReply InBrief() => this with { IsBrief = true };
}

public sealed record CodeIsOnItsWay(string MaskedPhone) : IReply, ISampled<CodeIsOnItsWay>
{
    public static IReadOnlyList<CodeIsOnItsWay> Samples => [new("138****0001")];
}

/// <summary>An identity or bank card number was given, which nobody needs.</summary>
public sealed record NoSuchNumberNeeded : IReply;

public sealed record Bound(string MaskedName, string Union) : IReply, ISampled<Bound>
{
    public static IReadOnlyList<Bound> Samples => [new("王*", "青州市第一棉纺厂工会")];
}

public sealed record AlreadyBound(string MaskedName) : IReply, ISampled<AlreadyBound>
{
    public static IReadOnlyList<AlreadyBound> Samples => [new("王*")];
}

/// <summary>The phone is confirmed; the roster has to be looked at by staff.</summary>
public sealed record PhoneConfirmedRosterIsChecked : IReply;

/// <summary>The phone is confirmed; membership is shown in WeChat only.</summary>
public sealed record PhoneConfirmed : IReply;

public sealed record WrongBindCode : IReply;

public sealed record TooManyBindCodes : IReply;

/// <summary>Said to who does not know how to go on.</summary>
public sealed record HelpWithBinding : IReply;

/// <summary>Said to who would rather not say what is asked for.</summary>
public sealed record NeedNotBeBound : IReply;

/// <summary>Said to who has no phone: a code of staff binds, too.</summary>
public sealed record BindWithoutPhone : IReply;

/// <summary>The person will not be bound.</summary>
public sealed record LeftUnbound : IReply;

/// <summary>解绑: what it is, what deletion is, and which is wanted.</summary>
public sealed record WhichUnbinding(IReadOnlyList<string> Choices) : IChoiceReply, ISampled<WhichUnbinding>
{
    public static IReadOnlyList<WhichUnbinding> Samples => [new(["只解绑", "删除我的资料", "都不用"])];
}

/// <summary>A member of staff unbinds; the number of the case is said behind.</summary>
public sealed record UnbindingIsAskedFor : IReply;

public sealed record AskRightName : IReply;

/// <summary>A name is said to be wrong, and no phone was confirmed with it.</summary>
public sealed record BindWithRightName : IReply;

/// <summary>The right name fits no row either: staff go on looking.</summary>
public sealed record RightNameIsChecked : IReply;

public sealed record TooManyNames : IReply;
