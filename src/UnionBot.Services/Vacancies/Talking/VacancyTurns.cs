using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>The turns of <see cref="FindVacancy"/>: what it asks at each step, and how it goes on to one.</summary>
internal static class VacancyTurns
{
    private const int SeniorAge = 60;

    /// <summary>The question of a step; null when the draft no longer allows it.</summary>
    public static IReply? Question(string step, VacancyDraft draft) => step switch
    {
        "wish" => new AskWish(draft.Who),
        "where" => new AskWhere(),
        "pay" => new AskLeastPay(),
        "place" => draft.Unclear is { } unclear ? new WhichPlace(unclear.Name, unclear.Names) : null,
        "near" => new AskLocation(),
        "sent" => draft.Page is { } page ? new WhichSearch(page.Said.Places) : null,
        "list" => Listed(draft),
        "detail" => draft.Open is { } open ? new ShowVacancy(open) : Listed(draft),
        "similar" => new ClosedMeanwhile(draft.Similar),
        "phone" => new AskCallPhone(draft.Open?.Card.Title, draft.HasConfirmedPhone),
        "rule" => draft.Rule,
        "reason" => draft.Open is { } reported ? new AskReportReason(reported.Card.Title) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Nothing is asked there."),
    };

    /// <summary>Waits at a step; says what comes before its question, then the question itself.</summary>
    public static Turn Ask(string step, VacancyDraft draft, params IReply[] before) =>
        new(new Move.To(step, draft), Question(step, draft) is { } question ? [.. before, question] : before);

    /// <summary>Says something and goes on waiting over the list, without showing it once more.</summary>
    public static Turn Say(VacancyDraft draft, params IReply[] replies) =>
        new(new Move.To(draft.Open is null ? "list" : "detail", draft), replies);

    /// <summary>The answer was not understood: says what comes before the question, then the question once more.</summary>
    public static Turn Again(params IReply[] before) => new(new Move.Again(), before);

    public static Turn Done(params IReply[] replies) => new(new Move.Over(), replies);

    private static IReply Listed(VacancyDraft draft) => draft.Page switch
    {
        null => new AskWish(draft.Who),
        { Cards: [] } page => new NothingFound(page.Said, draft.Next) { Who = draft.Who, IsOwnNext = draft.IsOwnNext },
        var page => new ShowVacancies(page, draft.Wish.Age >= SeniorAge, draft.Next) { Who = draft.Who, IsOwnNext = draft.IsOwnNext },
    };
}
