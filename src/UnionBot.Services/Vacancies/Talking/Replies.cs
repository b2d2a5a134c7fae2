using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Talking;

/// <param name="Who">For whom; null for the worker.</param>
public sealed record AskWish(string? Who) : IReply, ISampled<AskWish>
{
    public static IReadOnlyList<AskWish> Samples => [new(Who: null), new("媳妇")];
}

/// <summary>随便: the first of two questions.</summary>
public sealed record AskWhere : IReply;

/// <summary>随便: the second.</summary>
public sealed record AskLeastPay : IReply;

/// <summary>市中区 there are several of.</summary>
public sealed record WhichPlace(string Name, IReadOnlyList<string> Choices) : IChoiceReply, ISampled<WhichPlace>
{
    public static IReadOnlyList<WhichPlace> Samples => [new("市中区", ["济南市市中区", "枣庄市市中区"])];
}

public sealed record AskLocation : IReply;

/// <summary>A place was sent, and another one had been said.</summary>
public sealed record WhichSearch(IReadOnlyList<string> Places) : IReply, ISampled<WhichSearch>
{
    public static IReadOnlyList<WhichSearch> Samples => [new(["章丘区"])];
}

/// <param name="Next">For whom else something was wanted; null when for nobody.</param>
public sealed record ShowVacancies(VacancyPage Page, bool IsSenior, string? Next) : IChoiceReply, IBriefReply, ITightReply, ISampled<ShowVacancies>
{
    private const int MostSpared = 4;

    /// <summary>How much is left out, in the order of the properties below.</summary>
    private int Spared { get; init; }

    /// <summary>Whether nothing may be said twice: of a brief list the titles go.</summary>
    public bool IsSpare => Spared > 0;

    /// <summary>The day on which each was verified; else it is said of all that they were.</summary>
    public bool HasDays => Spared < 1;

    public bool HasTraits => Spared < 2;

    public bool HasEmployers => Spared < 3;

    /// <summary>The wish said back, and what is good to know beside the list.</summary>
    public bool HasFrame => Spared < MostSpared;

    /// <summary>The list stands a little above.</summary>
    public bool IsBrief { get; init; }

    /// <summary>For whom it was looked for; null for the worker.</summary>
    public string? Who { get; init; }

    /// <summary>Whether the worker's own wish comes next.</summary>
    public bool IsOwnNext { get; init; }

    public IReply InBrief() => this with { IsBrief = true };

    public ITightReply? Tighter() => Spared == (IsBrief ? 1 : MostSpared) ? null : this with { Spared = Spared + 1 };

    public IReadOnlyList<string> Choices => [.. Page.Cards.Select(c => c.Title)];

    public static IReadOnlyList<ShowVacancies> Samples =>
    [
        new(Sampling.Page, IsSenior: false, Next: null),
        new(Sampling.Page with { IsMany = true, Said = Sampling.Everything, Given = Sampling.GivenEverything, Exact = 1 }, IsSenior: true, "媳妇"),
        new(Sampling.Page with { Exact = 0, Given = Sampling.GivenEverything with { Places = [], Kilometres = 10 } }, IsSenior: false, Next: null),
        new(Sampling.Page with { Said = Sampling.Nothing, Left = 0 }, IsSenior: false, Next: null),
        new(Sampling.Page, IsSenior: false, Next: null) { IsBrief = true },
        new(Sampling.Page, IsSenior: false, Next: null) { Who = "媳妇", IsOwnNext = true },
    ];
}

/// <param name="Next">As in <see cref="ShowVacancies"/>.</param>
public sealed record NothingFound(SaidWish Said, string? Next) : IReply, ISampled<NothingFound>
{
    /// <summary>For whom it was looked for; null for the worker.</summary>
    public string? Who { get; init; }

    /// <summary>Whether the worker's own wish comes next.</summary>
    public bool IsOwnNext { get; init; }

    public static IReadOnlyList<NothingFound> Samples =>
        [new(Sampling.Everything, "媳妇"), new(Sampling.Nothing, Next: null), new(Sampling.Nothing, Next: null) { Who = "媳妇", IsOwnNext = true }];
}

/// <summary>换一批, and all have been shown.</summary>
public sealed record NoMoreVacancies : IReply;

public sealed record ShowVacancy(VacancyDetail Detail) : IBriefReply, ISampled<ShowVacancy>
{
    /// <summary>It stands a little above.</summary>
    public bool IsBrief { get; init; }

    public IReply InBrief() => this with { IsBrief = true };

    public static IReadOnlyList<ShowVacancy> Samples =>
    [
        new(Sampling.Detail),
        new(Sampling.Bare),
        new(Sampling.Detail) { IsBrief = true },
    ];
}

/// <summary>What was asked about the vacancy that is open.</summary>
/// <param name="Stated">Names of what it says that there is.</param>
/// <param name="Denied">Names of what it says that there is not.</param>
/// <param name="Unsaid">Names of what it says nothing of.</param>
public sealed record AnswerAboutVacancy(
    VacancyDetail Detail, IReadOnlyList<string> Stated, IReadOnlyList<string> Denied, IReadOnlyList<string> Unsaid, AskedField Fields)
    : IReply, ISampled<AnswerAboutVacancy>
{
    public static IReadOnlyList<AnswerAboutVacancy> Samples =>
    [
        new(Sampling.Detail, ["五险"], ["包住"], ["双休"], AskedField.None),
        new(Sampling.Detail, [], [], [], (AskedField)255),
        new(Sampling.Bare, [], [], ["五险"], (AskedField)255),
    ];

    /// <summary>By words that other questions have as well: 不给交社保怎么办.</summary>
    public bool IsAboutTraits => Stated.Count + Denied.Count + Unsaid.Count > 0;

    public bool AsksHours => Fields.HasFlag(AskedField.Hours);

    public bool AsksPlace => Fields.HasFlag(AskedField.Place);

    public bool AsksPay => Fields.HasFlag(AskedField.Pay);

    public bool AsksDemands => Fields.HasFlag(AskedField.Demands);

    public bool AsksAges => Fields.HasFlag(AskedField.Ages);

    public bool AsksDuties => Fields.HasFlag(AskedField.Duties);

    public bool AsksPeople => Fields.HasFlag(AskedField.People);

    public bool AsksFees => Fields.HasFlag(AskedField.Fees);
}

/// <summary>What was asked about all vacancies of a list at once: 有五险吗.</summary>
/// <param name="Names">What was asked for.</param>
/// <param name="Stated">Titles, with their numbers, of those that say that there is.</param>
/// <param name="Denied">Of those that say that there is not.</param>
/// <param name="Unsaid">Of those that say nothing of it.</param>
public sealed record AnswerAboutList(
    IReadOnlyList<string> Names, IReadOnlyList<string> Stated, IReadOnlyList<string> Denied, IReadOnlyList<string> Unsaid)
    : IReply, ISampled<AnswerAboutList>
{
    public static IReadOnlyList<AnswerAboutList> Samples =>
        [new(["五险"], ["1 保洁员", "2 小区保洁"], [], ["3 客房保洁"]), new(["包吃", "包住"], [], ["1 保洁员"], [])];

    public string Count => (Stated.Count + Denied.Count + Unsaid.Count).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something was wanted that no post tells: 不要站着的.</summary>
/// <param name="What">As it was said.</param>
/// <param name="Lists">Whether a list follows.</param>
public sealed record PostsDoNotTell(string What, bool Lists) : IReply, ISampled<PostsDoNotTell>
{
    public static IReadOnlyList<PostsDoNotTell> Samples => [new("站着", Lists: true), new("站着", Lists: false)];
}

/// <summary>招满了, or taken back, between the list and now.</summary>
public sealed record ClosedMeanwhile(IReadOnlyList<VacancyCard> Cards) : IChoiceReply, ISampled<ClosedMeanwhile>
{
    public IReadOnlyList<string> Choices => [.. Cards.Select(c => c.Title)];

    public static IReadOnlyList<ClosedMeanwhile> Samples => [new(Sampling.Page.Cards), new([])];
}

/// <summary>Said when something is wanted of a vacancy and none was opened.</summary>
public sealed record SayWhichFirst : IReply;

/// <param name="HasConfirmed">Whether a phone number was confirmed before.</param>
/// <param name="Title">The vacancy; null when an officer is to help with the search.</param>
public sealed record AskCallPhone(string? Title, bool HasConfirmed) : IReply, ISampled<AskCallPhone>
{
    public static IReadOnlyList<AskCallPhone> Samples => [new("保洁员", HasConfirmed: true), new(Title: null, HasConfirmed: false)];
}

/// <param name="ByPhone">Otherwise in this chat.</param>
public sealed record CallIsAsked(string? Title, bool ByPhone) : IReply, ISampled<CallIsAsked>
{
    public static IReadOnlyList<CallIsAsked> Samples => [new("保洁员", ByPhone: true), new(Title: null, ByPhone: false)];
}

/// <summary>我要改号码: which one, then.</summary>
/// <param name="HasConfirmed">Whether a phone number was confirmed before.</param>
public sealed record AskNewCallPhone(bool HasConfirmed) : IReply, ISampled<AskNewCallPhone>
{
    public static IReadOnlyList<AskNewCallPhone> Samples => [new(HasConfirmed: true), new(HasConfirmed: false)];
}

/// <param name="MaskedPhone">The number given now; null for the one confirmed before, or none.</param>
/// <param name="InChat">No number any more.</param>
public sealed record CallPhoneIsChanged(string? MaskedPhone, bool InChat) : IReply, ISampled<CallPhoneIsChanged>
{
    public static IReadOnlyList<CallPhoneIsChanged> Samples => [new("139****0000", InChat: false), new(null, InChat: false), new(null, InChat: true)];
}

public sealed record CallStaysAsItIs : IReply;

/// <summary>The number that was given for a call has too few digits, or too many.</summary>
public sealed record CallPhoneIsNotWhole(int Digits) : IReply, ISampled<CallPhoneIsNotWhole>
{
    public static IReadOnlyList<CallPhoneIsNotWhole> Samples => [new(10), new(12)];

    public int Missing => MobileNumber.Length - Digits;

    public int Extra => -Missing;

    public bool IsShort => Missing > 0;
}

/// <summary>我要改号码, and nobody is to call.</summary>
public sealed record NoCallToChange : IReply;

/// <summary>The worker would rather not be called for now.</summary>
public sealed record NoCallIsAsked : IReply;

/// <summary>签约前 8 问.</summary>
public sealed record SigningChecklist : IReply;

public sealed record AskReportReason(string Title) : IReply, ISampled<AskReportReason>
{
    public static IReadOnlyList<AskReportReason> Samples => [new("保洁员")];
}

public sealed record ReportIsNoted : IReply;

/// <summary>Several workers reported a vacancy: said to those who asked for a call about it.</summary>
public sealed record VacancyIsDoubted(string Title) : IReply, ISampled<VacancyIsDoubted>
{
    public static IReadOnlyList<VacancyIsDoubted> Samples => [new("保洁员")];
}

/// <summary>Under 16.</summary>
public sealed record TooYoungToWork : IReply;

/// <summary>Something was told that no employer may learn from us.</summary>
public sealed record KeptFromEmployers : IReply;

/// <summary>Said to advertisements, and to what is known for fraud.</summary>
public sealed record NoAdvertising : IReply;

public sealed record CannotListen : IReply;

/// <summary>An employer wants to offer work.</summary>
public sealed record OfferWorkByStaff : IReply;
