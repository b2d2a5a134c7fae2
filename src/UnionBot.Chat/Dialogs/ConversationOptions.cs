namespace UnionBot.Chat.Dialogs;

/// <summary>The engine's limits. The defaults are those of the product; tests may shorten them.</summary>
public sealed record ConversationOptions
{
    public static readonly ConversationOptions Default = new();

    /// <summary>After a silence longer than this the bot asks whether to go on.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>After a silence longer than this an unfinished dialog is forgotten.</summary>
    public TimeSpan Forget { get; init; } = TimeSpan.FromDays(30);

    /// <summary>So long a push that showed numbers keeps them, and a later push is worded without.</summary>
    public TimeSpan PushKeepsNumbers { get; init; } = TimeSpan.FromDays(2);

    /// <summary>So long after crisis words nothing is answered with 没看明白.</summary>
    public TimeSpan AfterCrisis { get; init; } = TimeSpan.FromHours(1);

    /// <summary>After this many misunderstandings in a row a person takes over.</summary>
    public int MissesBeforePerson { get; init; } = 3;

    /// <summary>How many interrupted dialogs are kept; the oldest is dropped.</summary>
    public int MostInterrupted { get; init; } = 3;

    /// <summary>How many answered steps 返回 can go back.</summary>
    public int MostEarlier { get; init; } = 6;

    /// <summary>The dialog that begins when a service needs more than is known of the person; null when there is none.</summary>
    public string? BindingDialog { get; init; }

    /// <summary>So long after a matter of law or hardship, or a hand-over, what is said goes to no review list.</summary>
    public TimeSpan StaysPrivate { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The dialog that is given the words that open no other, and may pass; null when there is none.</summary>
    public string? QuestionDialog { get; init; }

    /// <summary>The dialog that is given a bare number which answers nothing, and may pass; null when there is none.</summary>
    public string? NumberDialog { get; init; }

    /// <summary>The dialog that begins when someone follows; the menu when null.</summary>
    public string? FollowDialog { get; init; }

    /// <summary>The highest level that can be reached on a channel; channels not named have no limit.</summary>
    public IReadOnlyDictionary<string, MemberLevel> HighestLevel { get; init; } =
        new Dictionary<string, MemberLevel> { ["web"] = MemberLevel.PhoneConfirmed };
}
