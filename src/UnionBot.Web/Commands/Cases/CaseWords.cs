using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Services.Membership;

namespace UnionBot.Web.Commands.Cases;

/// <summary>What the stored names and states of cases mean, for whoever reads them on a terminal.</summary>
internal static class CaseWords
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["handover/asked"] = "asked for a person",
        ["handover/misunderstood"] = "was not understood three times",
        ["handover/not-offered"] = "wants what the bot cannot do",
        ["handover/failed"] = "met a fault of the bot",
        [Case.Crisis] = "somebody may be in danger",
        ["handover/vacancy-contact"] = "wants to be brought together with an employer",
        ["handover/vacancy-report"] = "says that a vacancy is not honest",
        ["handover/vacancy-offer"] = "offers work",
        ["handover/vacancy-after-three-days"] = "asked about work three days ago: is it settled, is there a contract",
        ["handover/vacancy-after-a-month"] = "began a month ago: is social insurance paid",
        ["handover/vacancy-after-three-months"] = "began three months ago: do wages come in time",
        ["knowledge/lawyer"] = "wants a lawyer",
        ["legal-aid/urgent"] = "a limit of the law ends within a week",
        ["legal-aid/group"] = "ten or more people have the same matter for a lawyer",
        ["legal-aid/other-region"] = "wants a lawyer and works in another city",
        ["legal-aid/confirm"] = "missed two consultations and has booked again: speak with them",
        ["legal-aid/language"] = "wants a lawyer and speaks another language",
        ["legal-aid/text"] = "wants a lawyer and can only write",
        ["legal-aid/transferred"] = "was transferred after a consultation",
        ["legal-aid/not-solved"] = "says that a consultation did not help",
        ["campaigns/need"] = "told of a need that a household has besides",
        ["knowledge/wish"] = "wants what no service does yet",
        ["membership/check"] = "proved a phone, and no row of the roster fits",
        ["membership/second-claim"] = "proved a phone, and somebody else is bound to the row",
        ["membership/unbind"] = "wants to be unbound, and to keep everything else",
        ["membership/unfollowed"] = "no longer follows while a case is open",
    };

    /// <summary>In words; a kind of a later version as it is stored.</summary>
    public static string OfKind(string kind) => Kinds.GetValueOrDefault(kind, kind);

    public static string OfDoubt(AnswerDoubt doubt) => doubt is AnswerDoubt.Refused
        ? "the platform did not take it: call, or answer again when the person next writes"
        : "did it arrive? not known; ask the person or call";

    /// <summary>Why no phone is shown, and what helps.</summary>
    public static string OfRefusal(PhoneRefusal refusal, long number, long reader) => refusal switch
    {
        PhoneRefusal.Unknown => Line($"There is no case {number}."),
        PhoneRefusal.Closed => Line($"Case {number} is closed; first: cases reopen {number} --as {reader}"),
        PhoneRefusal.NotYours => Line($"Only whoever works on case {number} sees the phone; first: cases claim {number} --as {reader}"),
        PhoneRefusal.NoneKnown => Line(
            $"No phone is known of the person of case {number}; in the chat: cases answer {number} TEXT. One given for a vacancy: vacancy call {number} --as {reader}"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    /// <summary>What became of a message; "" where there is nothing to say.</summary>
    public static string OfFate(OutboundStatus fate) => fate switch
    {
        OutboundStatus.Replied or OutboundStatus.Accepted => "",
        OutboundStatus.Queued or OutboundStatus.Sending => "not sent yet",
        OutboundStatus.Delivered => "arrived",
        OutboundStatus.Failed => OfDoubt(AnswerDoubt.Refused),
        OutboundStatus.Expired => "was not sent: too late",
        OutboundStatus.Unknown => OfDoubt(AnswerDoubt.Unknown),
        OutboundStatus.Withheld => "was not sent: no way to the person is open",
        OutboundStatus.HeldForContact => "waits until the person writes",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, null),
    };

    /// <summary>How the person said it; "" for words.</summary>
    public static string OfInput(InputKind kind) => kind switch
    {
        InputKind.Text => "",
        InputKind.MenuTap => "tapped the menu",
        InputKind.ChoiceTap => "tapped a choice",
        InputKind.Followed => "began to follow",
        InputKind.Scanned => "scanned a code",
        var sent => $"sent a {sent.ToString().ToLowerInvariant()}",
    };

    /// <summary>What is to be done with an open case, as commands.</summary>
    /// <param name="reader">The member of staff who reads it.</param>
    public static string OfNextStep(Case @case, long reader)
    {
        var close = Line($"cases close {@case.Id} --as {reader}");
        return @case.Kind switch
        {
            _ when @case.Status is CaseStatus.Closed => Line($"it is closed; to go on with it: cases reopen {@case.Id} --as {reader}"),
            "membership/check" => Line(
                $"cases call {@case.Id} --as {reader} shows the number; check who it is, bind-code --member NUMBER --as {reader}; the person sends 绑定, then the code; then {close}"),
            "membership/second-claim" => Line(
                $"cases call {@case.Id} --as {reader} shows the number; call both and find out whose row it is; then {close}"),
            "membership/unfollowed" => Line($"cases phone --as {reader} shows the number to call; then {close}"),
            "handover/vacancy-contact" => Line($"vacancy call {@case.Id} --as {reader} shows how to reach the worker; then {close}"),
            "handover/vacancy-report" when @case.Subject is { } subject => Line(
                $"vacancy review show {subject[(subject.IndexOf('/', StringComparison.Ordinal) + 1)..]} --as {reader}; then {close}"),
            _ => Line($"cases answer {@case.Id} \"…\" --as {reader}, or cases call {@case.Id} --as {reader}; when it is done: {close}"),
        };
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
