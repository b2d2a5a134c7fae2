using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>不靠谱: what speaks against the vacancy that is open.</summary>
internal sealed class ReportSteps(IVacancyDesk desk, IWishReader reader, PostAnswers answers)
{
    public static Turn Ask(VacancyDraft draft) =>
        draft.Open is null ? VacancyTurns.Say(draft, new SayWhichFirst()) : VacancyTurns.Ask("reason", draft);

    /// <returns>Null when the worker looks on: the question must not hold anybody.</returns>
    public async Task<Turn?> TryTakeReasonAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        // Whoever answers in words of their own says something else than the first three.
        var chosen = Choice.Read(input.Text, Enum.GetValues<ReportReason>().Length);
        if (chosen is null && LooksOn(input, draft.Wish)) return null;
        if (chosen is null && IsElsewhere(input, draft.Wish)) return VacancyTurns.Again();

        var reason = (ReportReason)(chosen ?? (int)ReportReason.Fraud);
        var vacancy = draft.Open!.Card.Id;
        await desk.ReportAsync(input.From.Id, vacancy, reason, input.At, ct);
        return VacancyTurns.Say(draft with { Open = null, Seen = draft.Remember([vacancy]) }, new ReportIsNoted()) with
        {
            Effects = [new Effect.HandOver("handover/vacancy-report") { Subject = VacancyCall.SubjectOf(vacancy) }],
        };
    }

    /// <summary>换一批, 有没有不看年龄的.</summary>
    private bool LooksOn(Input input, VacancyWish wish)
    {
        var cues = reader.Read(input.Text, input.At, wish).Cues;
        return !cues.HasFlag(Cue.Report)
            && (answers.LookForAnother(input.Text) || (cues.HasFlag(Cue.Another) && input.Text.Length <= ListSteps.LongestCommand));
    }

    /// <summary>A wish or another matter; but 要我先交押金 is a reason, whatever else it may be.</summary>
    private bool IsElsewhere(Input input, VacancyWish wish) =>
        input.IsAside || (input.IsFreeWish && !reader.Read(input.Text, input.At, wish).Cues.HasFlag(Cue.Report));
}
