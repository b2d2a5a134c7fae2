namespace UnionBot.Core.Messaging;

/// <summary>The order in which the ways of a kind of message are tried: what costs the person's quota least comes first.</summary>
public static class SendRoutes
{
    private static readonly SendRoute[] ChatOnly = [SendRoute.Custom];
    private static readonly SendRoute[] Shown = [SendRoute.Preview, SendRoute.Custom];
    private static readonly SendRoute[] ToStaff = [SendRoute.Custom, SendRoute.Template];
    private static readonly SendRoute[] Service = [SendRoute.Custom, SendRoute.Notice, SendRoute.Template];
    private static readonly SendRoute[] Urgent = [SendRoute.Custom, SendRoute.Notice];
    private static readonly SendRoute[] Unasked = [SendRoute.Custom, SendRoute.Notice];

    public static IReadOnlyList<SendRoute> Of(MessageKind kind) => kind switch
    {
        MessageKind.Answer or MessageKind.StaffAnswer or MessageKind.Code or MessageKind.AfterSilence => ChatOnly,
        MessageKind.Alarm or MessageKind.StaffNotice => ToStaff,
        MessageKind.Preview => Shown,
        MessageKind.CaseProgress or MessageKind.Booking or MessageKind.Visit or MessageKind.Application => Service,
        MessageKind.BookingReminder or MessageKind.VisitReminder => Service,
        MessageKind.Warning => Urgent,
        MessageKind.VacancyPush or MessageKind.Campaign or MessageKind.Broadcast => Unasked,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of message."),
    };

    /// <summary>Whether the person did not ask for it: then policy may hold it back.</summary>
    public static bool IsUnasked(MessageKind kind) => Of(kind) == Unasked;

    /// <summary>Whether it waits for the person's next contact when no way to them is open: what they called for, be it by a rule of theirs.</summary>
    public static bool WaitsForContact(MessageKind kind) =>
        kind is MessageKind.VacancyPush || (!IsUnasked(kind) && kind is not MessageKind.AfterSilence);

    /// <summary>Whether it reminds of something of the person's own: outside cap, opt-out and silent days, but never in the quiet hours.</summary>
    public static bool IsReminder(MessageKind kind) => kind is MessageKind.BookingReminder or MessageKind.VisitReminder;

    /// <summary>Why a kind of message may not go by a way; null when it may.</summary>
    public static string? RefusalOf(MessageKind kind, SendRoute route) =>
        Of(kind).Contains(route) ? null :
        route is SendRoute.Template && IsUnasked(kind)
            ? "template messages are for what the person's own act called for; the platform bans a template that advertises" :
        "this kind of message has its place in an open chat only";
}
