using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>Tells staff in their chats that the platform refused the account a way of sending.</summary>
/// <param name="Code">The platform's errcode.</param>
/// <param name="At">UTC.</param>
public sealed record SendingIsRefused(SendRoute Route, int Code, DateTimeOffset At) : IReply, ISampled<SendingIsRefused>
{
    public static IReadOnlyList<SendingIsRefused> Samples =>
        [.. Enum.GetValues<SendRoute>().Select(route => new SendingIsRefused(route, 48001, new DateTimeOffset(2026, 3, 2, 6, 3, 0, TimeSpan.Zero)))];

    public bool IsTemplate => Route is SendRoute.Template;

    public bool IsNotice => Route is SendRoute.Notice;

    public bool IsMass => Route is SendRoute.Mass;

    public bool IsPreview => Route is SendRoute.Preview;
}
