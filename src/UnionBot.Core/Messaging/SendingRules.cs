using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Core.Messaging;

/// <summary>How much the platform lets us send, and what is set up for it. The platform changes its numbers, so all are settings.</summary>
public sealed record SendingRules
{
    /// <summary>Custom messages after the person wrote.</summary>
    public int CustomAfterMessage { get; init; } = 5;

    public TimeSpan MessageWindow { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Custom messages after a tap, a scan or a follow.</summary>
    public int CustomAfterTap { get; init; } = 3;

    public TimeSpan TapWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Within this time the platform knows a repeated template message by its id; a little less than it promises.</summary>
    public TimeSpan TemplateRepeat { get; init; } = TimeSpan.FromMinutes(9);

    /// <summary>How long nobody else may send what a host has claimed.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Calls of one host that are under way together.</summary>
    public int AtOnce { get; init; } = 64;

    /// <summary>Messages that a host claims in one go.</summary>
    public int ClaimAtOnce { get; init; } = 200;

    /// <summary>Calls a second of each API, of one host; 0 for as many as the account may make.</summary>
    public int CallsPerSecond { get; init; } = 500;

    /// <summary>How long a way rests that the platform says we have no right to.</summary>
    public TimeSpan RestAfterRefusal { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Calls a day and a minute.</summary>
    public IReadOnlyDictionary<SendRoute, ApiLimit> Apis { get; init; } = new Dictionary<SendRoute, ApiLimit>
    {
        [SendRoute.Custom] = new(500_000, 30_000),
        [SendRoute.Template] = new(100_000, 30_000),
        [SendRoute.Notice] = new(100_000, 30_000),
        [SendRoute.Mass] = new(100, 60),
        [SendRoute.Preview] = new(100, 60),
    };

    /// <summary>How what goes to many is handed out.</summary>
    public MassRules Mass { get; init; } = new();

    /// <summary>When people are left in peace.</summary>
    public SendTimes Times { get; init; } = new();

    /// <summary>Kinds of messages for which the account has a template (模板消息).</summary>
    public IReadOnlySet<MessageKind> Templates { get; init; } = new HashSet<MessageKind>();

    /// <summary>Ids of the templates for subscription notices (订阅通知), by kind.</summary>
    public IReadOnlyDictionary<MessageKind, string> Notices { get; init; } = new Dictionary<MessageKind, string>();

    /// <summary>Where people allow subscription notices; "" when the account has no such page.</summary>
    public string NoticePage { get; init; } = "";
}

/// <summary>How often the account may call one API.</summary>
public sealed record ApiLimit(int PerDay, int PerMinute);
