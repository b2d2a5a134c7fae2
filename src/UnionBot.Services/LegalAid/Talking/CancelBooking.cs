using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>
/// 不去了: cancelled at once where these very words, or the choice of a reminder, say so of the only consultation to come; where it was
/// only understood so, it is asked.
/// </summary>
internal sealed class CancelBooking(OwnBookings bookings, MissingBooking missing) : Dialog<CancelBooking.Draft>
{
    public const string DialogName = "legal-aid/cancel";

    public sealed record Draft(IReadOnlyList<OwnBooking> Open);

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["which"] = new(draft => new WhichBooking(draft.Open), TakeWhichAsync),
        ["confirm"] = new(draft => new ConfirmCancelling(draft.Open[0].Slot), TakeConfirmAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var open = await bookings.OpenAsync(input.From.Id, ct);
        var named = BookingKey.In(input.Key) is { } id ? open.Where(b => b.Id == id).ToList() : open;
        return named switch
        {
            // A bare 取消 may mean anything: nobody is told of it.
            [] when IsBare(input) => Private(Done(new NothingToCancel())),
            [] => await missing.AnswerAsync(input, ct),
            [var only] when input.Intent is null => await CancelAsync(only, input, ct),
            [_] => Private(Ask("confirm", new Draft(named))),
            _ => Private(Ask("which", new Draft(named))),
        };
    }

    private static bool IsBare(Input input) => input is { NamedDialog: null, Intent: null, Key: null };

    private async Task<Turn> TakeWhichAsync(Draft draft, Input input, CancellationToken ct) =>
        Choice.Read(input.Text, [.. draft.Open.Select(b => b.Number)]) is { } index ? await CancelAsync(draft.Open[index], input, ct)
        : YesNo.Read(input.Text) is false ? Private(Done(new BookingStays(draft.Open[0].Slot)))
        : Again();

    private async Task<Turn> TakeConfirmAsync(Draft draft, Input input, CancellationToken ct) => YesNo.ReadNumbered(input.Text) switch
    {
        true => await CancelAsync(draft.Open[0], input, ct),
        false => Private(Done(new BookingStays(draft.Open[0].Slot))),
        null => Again(),
    };

    private async Task<Turn> CancelAsync(OwnBooking booking, Input input, CancellationToken ct) => Private(
        await bookings.CancelAsync(input.From.Id, booking.Key, ct) is { } isLate
            ? Done(new BookingCancelled(booking.Slot, isLate)) with { Ends = [ChangeBooking.DialogName] }
            : Done(new NoBooking()));

    private static Turn Private(Turn turn) => turn with { IsPrivate = true };
}
