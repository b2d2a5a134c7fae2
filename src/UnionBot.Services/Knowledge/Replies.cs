using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Services.Knowledge;

/// <summary>An entry of the knowledge base, with its sources and the way to a person.</summary>
/// <param name="ReviewedOn">The day a person compared it with its sources; null until somebody has.</param>
/// <param name="IsLegal">It ends with the offer of a lawyer.</param>
/// <param name="Offer">What is typed to take what it offers.</param>
public sealed record ShowAnswer(
    string Title, string Text, IReadOnlyList<string> Sources, string AppliesTo, DateOnly? ReviewedOn, bool IsLegal, string Offer)
    : IReply, ISampled<ShowAnswer>
{
    /// <summary>In characters: what is read on a phone without scrolling.</summary>
    public const int LongestMessage = 300;

    /// <summary>What the template says around an answer, at most.</summary>
    private const int Frame = 100;

    public static IReadOnlyList<ShowAnswer> Samples =>
    [
        new("加班费怎么算", "工作日延长工作时间，不低于工资的150%。", ["《中华人民共和国劳动法》第四十四条"], "全国", null, IsLegal: true, "约律师"),
        new("爱心驿站", "给户外干活的人歇脚的地方。", ["工会年度工作报道", "当地通知"], "按当地", new DateOnly(2027, 1, 5), IsLegal: false, "要"),
        new("报名工会活动", "请说清是哪个活动。", ["当地通知"], "按当地", null, IsLegal: false, "要") { IsHandedOver = true, Rest = "先到先得。" },
    ];

    /// <summary>It was a wish, and a case has been opened for it: its number is said behind.</summary>
    public bool IsHandedOver { get; init; }

    public bool OffersLawyer => IsLegal && !IsHandedOver;

    public bool OffersHelp => !IsLegal && !IsHandedOver;

    /// <summary>What did not fit, said on 更多; null when everything did.</summary>
    public string? Rest { get; init; }

    public static ShowAnswer Of(KnowledgeEntry entry, OfferWords words)
    {
        var room = LongestMessage - Frame - entry.Title.Length - entry.AppliesTo.Length - entry.Sources.Sum(s => s.Length + 1);
        var (text, rest) = Sentences.Cut(entry.Answer, room);
        return new(entry.Title, text, entry.Sources, entry.AppliesTo, entry.ReviewedOn, entry.Topic.IsLegal, words.For(entry)) { Rest = rest };
    }
}

/// <summary>An answer once more, in few and plain words, with the way to a person.</summary>
/// <param name="Offer">What is typed to take what it offers.</param>
public sealed record ShowShortAnswer(string Text, bool IsLegal, string Offer) : IReply, ISampled<ShowShortAnswer>
{
    public static IReadOnlyList<ShowShortAnswer> Samples =>
        [new("平时加班，每小时按一倍半给。", IsLegal: true, "约律师"), new("累了渴了可以进去歇脚。", IsLegal: false, "要")];
}

/// <summary>Which of two was meant? The last choice is that neither was.</summary>
public sealed record OfferGuesses(IReadOnlyList<string> Choices) : IChoiceReply, ISampled<OfferGuesses>
{
    public static IReadOnlyList<OfferGuesses> Samples => [new(["加班费怎么算", "带薪年休假", "都不是"]), new(["加班费怎么算", "都不是"])];
}

/// <summary>No union matter: whom to ask instead. <see cref="Hotlines"/> is empty for chat.</summary>
public sealed record AskElsewhere(string Title, IReadOnlyList<Hotline> Hotlines) : IReply, ISampled<AskElsewhere>
{
    public static IReadOnlyList<AskElsewhere> Samples =>
    [
        new("租房、买房", [new("government", "12345", "政务服务便民热线", "公布", new DateOnly(2026, 11, 21))]),
        new("闲聊", []),
    ];
}

/// <summary>A few words went on from an answer that has no more to say.</summary>
public sealed record SaidAll(string Title, bool IsLegal, string Offer) : IReply, ISampled<SaidAll>
{
    public static IReadOnlyList<SaidAll> Samples => [new("加班费怎么算", IsLegal: true, "约律师"), new("爱心驿站", IsLegal: false, "要")];
}

/// <summary>It is about labour law, but not what has happened.</summary>
public sealed record AskWhatHappened(string Lawyer) : IReply, ISampled<AskWhatHappened>
{
    public static IReadOnlyList<AskWhatHappened> Samples => [new("约律师")];
}

/// <summary>Neither guess was meant.</summary>
public sealed record AskOtherwise : IReply;

/// <summary>Somebody scolded: nobody is blamed, and what happened may be said, here or to a person.</summary>
public sealed record AngerIsHeard : IReply;

/// <summary>A member of staff helps; the number of the case is said behind.</summary>
public sealed record HelpIsAskedFor : IReply;
