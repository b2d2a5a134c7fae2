using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Readings;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>
/// LA-0116-037: a lawyer opens one of their consultations, says what became of the person, and writes in one message what came of it,
/// which is read back before it is kept. Nothing of what was told stays in the talk's draft.
/// </summary>
internal sealed class HandleConsultation(LawyerDesk desk, OutcomeReader reader, RecordLabels labels) : Dialog<HandleConsultation.Draft>, IReservedDialog
{
    public const string DialogName = "legal-aid/lawyer-booking";

    /// <param name="Seen">The version of the outcome that was there, 0 when there was none.</param>
    /// <param name="Details">What was read back; null before.</param>
    public sealed record Draft(Guid Booking, string Number, int Seen, OutcomeDetails? Details = null);

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["outcome"] = new(draft => new AskOutcome(draft.Number, draft.Seen > 0), TakeOutcomeAsync),
        ["confirm"] = new(draft => draft.Details is { } details ? ReadBack(draft.Number, details) : null, TakeConfirmAsync),
    };

    public async Task<bool> IsForAsync(Input input, CancellationToken ct) =>
        BookingNumber.ReadFront(input.Text, out _) is { } number && await desk.IsTheirsAsync(input.From.Id, number, ct);

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (input.Key?.Split(':') is [_, var key] && Guid.TryParse(key, out var chosen)) return await OpenAsync(chosen, input, ct);
        if (BookingNumber.ReadFront(input.Text, out var words) is not { } number || await desk.FindAsync(input.From.Id, number, ct) is not var (id, full, seen))
            return Private(Done(new NotYourConsultation()));

        return words.Length == 0 ? await OpenAsync(id, input, ct) : await HearAsync(new Draft(id, full, seen), words, input, ct);
    }

    private async Task<Turn> OpenAsync(Guid id, Input input, CancellationToken ct)
    {
        var because = labels.OfReading(ReadingRight.AssignedLawyer);
        if (await desk.OpenAsync(input.From.Id, id, because, ct) is not { } opened) return Private(Done(new NotYourConsultation()));

        return Private(Ask("outcome", new Draft(id, opened.Line.Number, opened.Seen), ShowConsultation.Of(opened, labels)));
    }

    private async Task<Turn> TakeOutcomeAsync(Draft draft, Input input, CancellationToken ct) =>
        IsNumbered(input) ? await BeginAsync(input, ct)
        : input.IsThanks ? Again()
        : await HearAsync(draft, input.Text, input, ct);

    /// <summary>Whoever begins with a number means that consultation, whichever is open.</summary>
    private static bool IsNumbered(Input input) => BookingNumber.ReadFront(input.Text, out _) is not null;

    private async Task<Turn> HearAsync(Draft draft, string words, Input input, CancellationToken ct)
    {
        if (reader.ReadDeed(words) is { } deed) return await SayAsync(draft, deed, input, ct);
        if (reader.Read(words) is not { } details) return Private(Ask("outcome", draft, new OutcomeNotUnderstood()));

        return details.IsPossible
            ? Private(Ask("confirm", draft with { Details = details }))
            : Private(Ask("outcome", draft, new OutcomeIsImpossible()));
    }

    private async Task<Turn> SayAsync(Draft draft, OutcomeCue deed, Input input, CancellationToken ct)
    {
        if (await desk.SayAsync(input.From.Id, draft.Booking, deed, ct) is { } refusal)
            return Private(Done(refusal is BookingRefusal.NotNow ? new DeedIsNotNow(draft.Number) : new NotYourConsultation()));

        var noted = new DeedIsNoted(draft.Number, deed is OutcomeCue.Came, deed is OutcomeCue.Missed);
        return Private(deed is OutcomeCue.Came ? Ask("outcome", draft, noted) : Done(noted));
    }

    private async Task<Turn> TakeConfirmAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (IsNumbered(input)) return await BeginAsync(input, ct);
        if (YesNo.ReadNumbered(input.Text) is false) return Private(Ask("outcome", draft with { Details = null }));
        if (YesNo.ReadNumbered(input.Text) is not true) return reader.Read(input.Text) is null ? Again() : await HearAsync(draft, input.Text, input, ct);

        return Private(Done(await desk.WriteAsync(input.From.Id, draft.Booking, draft.Details!, draft.Seen, ct) switch
        {
            null => new OutcomeIsKept(draft.Number, draft.Seen > 0),
            OutcomeRefusal.ChangedMeanwhile => new OutcomeChangedMeanwhile(draft.Number),
            OutcomeRefusal.NotYet or OutcomeRefusal.NotHeld => new DeedIsNotNow(draft.Number),
            _ => new NotYourConsultation(),
        }));
    }

    private OutcomeReadBack ReadBack(string number, OutcomeDetails details) => new(number, labels.OfKinds(details.Kinds), details);

    private static Turn Private(Turn turn) => turn with { IsPrivate = true };
}
