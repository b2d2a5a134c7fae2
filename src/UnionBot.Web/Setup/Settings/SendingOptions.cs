using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Web.Setup.Settings;

/// <summary>How much the platform lets the account send, and by which of its templates. The platform changes its numbers.</summary>
internal sealed record SendingOptions : ISettings
{
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);

    /// <summary>One fewer than the platform takes: who is left over alone goes with the next list.</summary>
    private const int LongestList = 9_999;

    public static string Section => "Sending";

    /// <summary>Custom messages (客服消息) within <see cref="MessageWindow"/> after a person wrote.</summary>
    public int CustomAfterMessage { get; init; } = 5;

    public TimeSpan MessageWindow { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Custom messages within <see cref="TapWindow"/> after a tap, a scan or a follow.</summary>
    public int CustomAfterTap { get; init; } = 3;

    public TimeSpan TapWindow { get; init; } = TimeSpan.FromMinutes(1);

    public int CustomPerDay { get; init; } = 500_000;

    public int TemplatesPerDay { get; init; } = 100_000;

    public int NoticesPerDay { get; init; } = 100_000;

    /// <summary>Calls a minute of each of the three.</summary>
    public int CallsPerMinute { get; init; } = 30_000;

    /// <summary>Mass sends (群发) to one person in a month.</summary>
    public int MassPerMonth { get; init; } = 4;

    /// <summary>Calls that send to a list, a day and a minute.</summary>
    public int MassPerDay { get; init; } = 100;

    public int MassPerMinute { get; init; } = 60;

    /// <summary>Articles shown to staff beforehand (群发预览), a day.</summary>
    public int PreviewsPerDay { get; init; } = 100;

    /// <summary>Whether mass sends go by lists or by a tag made for each.</summary>
    public MassWay MassBy { get; init; }

    /// <summary>Calls a day that put people under a tag, fifty each, or take them out.</summary>
    public int TagCallsPerDay { get; init; } = 100_000;

    /// <summary>Within this time a template message may be repeated by its id; a little less than the platform promises.</summary>
    public TimeSpan TemplateRepeat { get; init; } = TimeSpan.FromMinutes(9);

    /// <summary>How long nobody else sends what a host has claimed: so long a killed host's messages wait.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>People in one list of a mass send (群发).</summary>
    public int ListSize { get; init; } = LongestList;

    /// <summary>People of a broadcast whom this host takes in hand at once, by a way with a call for each.</summary>
    public int SliceSize { get; init; } = 1_000;

    /// <summary>Calls of this host that are under way together.</summary>
    public int AtOnce { get; init; } = 64;

    /// <summary>Messages that this host claims in one go.</summary>
    public int ClaimAtOnce { get; init; } = 200;

    /// <summary>Calls a second of each API, of this host; 0 for as many as the account may make.</summary>
    public int CallsPerSecond { get; init; } = 500;

    /// <summary>How long a way rests that the platform says the account has no right to.</summary>
    public TimeSpan RestAfterRefusal { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Templates (模板消息) by kind of message; see <see cref="MessageForms"/> for how they are written.</summary>
    public string Templates { get; init; } = "";

    /// <summary>Templates for subscription notices (订阅通知) by kind of message, written the same way.</summary>
    public string Notices { get; init; } = "";

    /// <summary>An article or page of the account with the platform's card on which people allow such notices; "" for none.</summary>
    public string NoticePage { get; init; } = "";

    public IEnumerable<Problem> Problems()
    {
        foreach (var (name, number) in Numbers())
        {
            if (number < 1) yield return new(name, "1 or more");
        }

        foreach (var (name, time) in Times())
        {
            if (time <= TimeSpan.Zero) yield return new(name, "longer than nothing");
        }

        if (ListSize is < 2 or > LongestList) yield return new(nameof(ListSize), $"2 to {LongestList}");
        if (CallsPerSecond < 0) yield return new(nameof(CallsPerSecond), "0 or more");
        if (Lease > LongestLease) yield return new(nameof(Lease), "at most 00:10:00");
        if (MessageForms.FaultOf(Templates, SendRoute.Template) is { } template) yield return new(nameof(Templates), template);
        if (MessageForms.FaultOf(Notices, SendRoute.Notice) is { } notice) yield return new(nameof(Notices), notice);
        if (NoticePage.Length > 0 && !IsPage(NoticePage)) yield return new(nameof(NoticePage), "an address that begins with https://");
    }

    /// <param name="alarmTemplate">Whether the account has a template for alarms.</param>
    public SendingRules ToRules(bool alarmTemplate) => new()
    {
        CustomAfterMessage = CustomAfterMessage,
        MessageWindow = MessageWindow,
        CustomAfterTap = CustomAfterTap,
        TapWindow = TapWindow,
        TemplateRepeat = TemplateRepeat,
        Lease = Lease,
        AtOnce = AtOnce,
        ClaimAtOnce = ClaimAtOnce,
        CallsPerSecond = CallsPerSecond,
        RestAfterRefusal = RestAfterRefusal,
        Apis = new Dictionary<SendRoute, ApiLimit>
        {
            [SendRoute.Custom] = new(CustomPerDay, CallsPerMinute),
            [SendRoute.Template] = new(TemplatesPerDay, CallsPerMinute),
            [SendRoute.Notice] = new(NoticesPerDay, CallsPerMinute),
            [SendRoute.Mass] = new(MassPerDay, MassPerMinute),
            [SendRoute.Preview] = new(PreviewsPerDay, MassPerMinute),
        },
        Mass = new MassRules
        {
            PerMonth = MassPerMonth,
            ListSize = ListSize,
            SliceSize = SliceSize,
            By = MassBy,
            TagCallsPerDay = TagCallsPerDay,
        },
        Templates = MessageForms.Read(Templates).Keys.Concat(alarmTemplate ? [MessageKind.Alarm] : []).ToHashSet(),
        Notices = MessageForms.Read(Notices).ToDictionary(form => form.Key, form => form.Value.TemplateId),
        NoticePage = NoticePage,
    };

    private static bool IsPage(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttps || page.IsLoopback);

    private (string, int)[] Numbers() =>
    [
        (nameof(CustomAfterMessage), CustomAfterMessage),
        (nameof(CustomAfterTap), CustomAfterTap),
        (nameof(CustomPerDay), CustomPerDay),
        (nameof(TemplatesPerDay), TemplatesPerDay),
        (nameof(NoticesPerDay), NoticesPerDay),
        (nameof(CallsPerMinute), CallsPerMinute),
        (nameof(SliceSize), SliceSize),
        (nameof(AtOnce), AtOnce),
        (nameof(ClaimAtOnce), ClaimAtOnce),
        (nameof(MassPerMonth), MassPerMonth),
        (nameof(MassPerDay), MassPerDay),
        (nameof(MassPerMinute), MassPerMinute),
        (nameof(PreviewsPerDay), PreviewsPerDay),
        (nameof(TagCallsPerDay), TagCallsPerDay),
    ];

    private (string, TimeSpan)[] Times() =>
    [
        (nameof(MessageWindow), MessageWindow),
        (nameof(TapWindow), TapWindow),
        (nameof(TemplateRepeat), TemplateRepeat),
        (nameof(Lease), Lease),
        (nameof(RestAfterRefusal), RestAfterRefusal),
    ];
}
