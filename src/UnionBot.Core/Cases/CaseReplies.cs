using System.Globalization;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Cases;

/// <summary>Said behind the words of a hand-over: the number to ask by, and 12351 when nobody is on duty.</summary>
/// <param name="SomebodyThere">Whether a member of staff is on duty right now.</param>
public sealed record CaseOpened(long Number, bool SomebodyThere) : IReply, ISampled<CaseOpened>
{
    public static IReadOnlyList<CaseOpened> Samples => [new(12, SomebodyThere: true), new(12, SomebodyThere: false)];
}

/// <summary>Said behind the words of a hand-over that belongs to a case of a short while ago: its number, and 12351 when nobody is on duty.</summary>
/// <param name="SomebodyThere">Whether a member of staff is on duty right now.</param>
public sealed record CaseJoined(long Number, bool SomebodyThere) : IReply, ISampled<CaseJoined>
{
    public static IReadOnlyList<CaseJoined> Samples => [new(12, SomebodyThere: true), new(12, SomebodyThere: false)];
}

/// <summary>What a member of staff wrote to the person of a case.</summary>
public sealed record StaffAnswer(long Number, string Words) : IReply, ISampled<StaffAnswer>
{
    public static IReadOnlyList<StaffAnswer> Samples => [new(12, "您好，您的材料已经收到，我们周三上午给您回电话。")];
}

/// <summary>办好了: the bot answers again.</summary>
public sealed record CaseClosed(long Number) : IReply, ISampled<CaseClosed>
{
    public static IReadOnlyList<CaseClosed> Samples => [new(12)];
}

/// <summary>Said before the bot's first answer after staff have left the talk for a while.</summary>
public sealed record StaffGoOn(long Number) : IReply, ISampled<StaffGoOn>
{
    public static IReadOnlyList<StaffGoOn> Samples => [new(12)];
}

/// <summary>Tells the member of staff who works on a case that the person called for somebody again.</summary>
public sealed record CalledAgain(long Number) : IReply, ISampled<CalledAgain>
{
    public static IReadOnlyList<CalledAgain> Samples => [new(12)];
}

/// <summary>Tells staff on duty in their chats that cases wait. Says nothing about the people or their words.</summary>
/// <param name="Numbers">The oldest first.</param>
/// <param name="More">How many more there are than are named.</param>
public sealed record NewCases(IReadOnlyList<long> Numbers, int More) : IReply, ISampled<NewCases>
{
    public static IReadOnlyList<NewCases> Samples => [new([12], 0), new([12, 13, 15], 4)];

    public IReadOnlyList<string> Names => [.. Numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>Tells staff in their chats that an answer of theirs may not have reached the person. Nothing of its words.</summary>
/// <param name="AnsweredAt">UTC.</param>
/// <param name="IsRefused">The platform refused it for good; otherwise its answer to us was lost, and nobody knows.</param>
public sealed record AnswerUnsure(long Number, DateTimeOffset AnsweredAt, bool IsRefused) : IReply, ISampled<AnswerUnsure>
{
    public static IReadOnlyList<AnswerUnsure> Samples =>
    [
        new(12, new DateTimeOffset(2026, 3, 2, 6, 3, 0, TimeSpan.Zero), IsRefused: false),
        new(12, new DateTimeOffset(2026, 3, 2, 6, 3, 0, TimeSpan.Zero), IsRefused: true),
    ];
}
