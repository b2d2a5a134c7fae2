using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Representation;

namespace UnionBot.Services.LegalAid.Talking;

public sealed record AskStory : IReply;

/// <summary>What is missing of the matter: one thing.</summary>
public sealed record AskDetails(bool IsPay, bool KnowsMonths, bool IsInjury, bool IsFired) : IBriefReply, ISampled<AskDetails>
{
    public static IReadOnlyList<AskDetails> Samples =>
    [
        new(IsPay: true, KnowsMonths: false, IsInjury: false, IsFired: false),
        new(IsPay: true, KnowsMonths: true, IsInjury: false, IsFired: false),
        new(IsPay: false, KnowsMonths: false, IsInjury: true, IsFired: false),
        new(IsPay: false, KnowsMonths: false, IsInjury: false, IsFired: true),
        new(IsPay: false, KnowsMonths: false, IsInjury: false, IsFired: false) { IsBrief = true },
    ];

    /// <summary>Who reads it has been said.</summary>
    public bool IsBrief { get; init; }

    public IReply InBrief() => this with { IsBrief = true };

    public static AskDetails Of(IntakeFacts facts) =>
        new(DeadlineHelper.IsPay(facts.Topics), facts.MonthsOwed is not null, facts.Topics.Contains("work_injury"), facts.Topics.Contains("termination"));
}

/// <summary>Some lawyer serves an employer: whose side is the person on?</summary>
public sealed record AskEmployer : IReply;

/// <summary>In which city is the district that several have?</summary>
public sealed record AskCity(string District, IReadOnlyList<string> Cities) : IChoiceReply, ISampled<AskCity>
{
    public static IReadOnlyList<AskCity> Samples => [new("市中区", ["济南市", "枣庄市"])];

    public IReadOnlyList<string> Choices => Cities;
}

/// <summary>The union where the work is done helps; the number of the case is said behind.</summary>
public sealed record BelongsElsewhere(string Region) : IReply, ISampled<BelongsElsewhere>
{
    public static IReadOnlyList<BelongsElsewhere> Samples => [new("薛城区")];
}

/// <summary>All of a long story was heard; the question that is open is said behind.</summary>
public sealed record StoryIsHeard : IReply;

/// <summary>Does the other person know, and agree?</summary>
public sealed record AskConsent(string Who) : IReply, ISampled<AskConsent>
{
    public static IReadOnlyList<AskConsent> Samples => [new("我妈")];
}

public sealed record AskThemFirst(string Who) : IReply, ISampled<AskThemFirst>
{
    public static IReadOnlyList<AskThemFirst> Samples => [new("我妈")];
}

/// <summary>On which day it was, more exactly than a year.</summary>
public sealed record AskDay(bool IsLeft, bool IsInjury, bool IsPaper) : IReply, ISampled<AskDay>
{
    public bool IsOther => !IsLeft && !IsInjury && !IsPaper;

    public static IReadOnlyList<AskDay> Samples => [new(true, false, false), new(false, true, false), new(false, false, true), new(false, false, false)];

    public static AskDay Of(LimitEvent told) => new(
        told is LimitEvent.Left,
        told is LimitEvent.Accident or LimitEvent.Diagnosis,
        told is LimitEvent.Award or LimitEvent.Refusal or LimitEvent.InjuryDecision or LimitEvent.Assessment or LimitEvent.DiseaseCertificate or LimitEvent.DiseaseAppraisal);
}

/// <summary>能赢吗: nobody can say that here.</summary>
public sealed record NoPrediction : IReply;

public sealed record ItIsFree : IReply;

public sealed record ItIsSecret : IReply;

/// <summary>Who has a lawyer already is told which way goes on.</summary>
public sealed record WithOwnLawyer : IReply;

/// <param name="People">Null when it was not said how many.</param>
public sealed record GroupIsNoted(int? People, bool NeedsRepresentatives) : IReply, ISampled<GroupIsNoted>
{
    public static IReadOnlyList<GroupIsNoted> Samples => [new(5, false), new(23, true), new(null, false)];

    public static GroupIsNoted Of(IntakeFacts facts) => new(facts.People, facts.People >= IntakeFacts.NeedsRepresentatives);
}

/// <summary>Many people, and it may come to blows: a person comes in at once.</summary>
public sealed record UnrestIsHeard : IReply;

public sealed record LanguageIsArranged : IReply;

/// <summary>A talk in writing, for who can neither hear nor speak.</summary>
public sealed record TextIsArranged : IReply;

public sealed record NotLabourLaw(string Matter) : IReply, ISampled<NotLabourLaw>
{
    public static IReadOnlyList<NotLabourLaw> Samples => [new("离婚、家庭")];
}

public sealed record BelongsWhereWorked(string District) : IReply, ISampled<BelongsWhereWorked>
{
    public static IReadOnlyList<BelongsWhereWorked> Samples => [new("历下区")];
}

/// <summary>When a lawyer of the union acts for somebody, and with which papers.</summary>
public sealed record RepresentationPapers(bool AsksHardship, IReadOnlyList<string> Papers) : IReply, ISampled<RepresentationPapers>
{
    public static IReadOnlyList<RepresentationPapers> Samples => [new(true, ["身份证", "合同"]), new(false, ["身份证"])];

    public static RepresentationPapers Of(RepresentationDecision decision) => new(decision.AsksHardship, decision.Papers);
}

public sealed record PaperIsKept : IReply;

/// <summary>A member of staff arranges a lawyer; the number of the case is said behind.</summary>
public sealed record LawyerIsAskedFor : IReply;
