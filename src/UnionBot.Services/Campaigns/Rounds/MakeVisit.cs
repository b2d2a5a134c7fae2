using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar;
using UnionBot.Services.Campaigns.Visiting;
using UnionBot.Services.Campaigns.Visits;

namespace UnionBot.Services.Campaigns.Rounds;

/// <summary>
/// 到了: where the visitor is, one sentence about what was given and how it went, the photo of the signature, all of it read back, and then
/// kept. Six messages at most.
/// </summary>
internal sealed class MakeVisit(RoundDesk desk, VisitReader reader) : Dialog<VisitDraft>, IReservedDialog
{
    public const string DialogName = "campaigns/visit";

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<VisitDraft>> Steps => new Dictionary<string, Step<VisitDraft>>
    {
        ["place"] = new(draft => new AskVisitPlace(draft.Name), Privately(TakePlaceAsync)),
        ["report"] = new(_ => new TellVisit(), Privately(TakeReportAsync)),
        ["receipt"] = new(_ => new AskReceiptPhoto(), Privately(TakeReceiptAsync)),
        ["confirm"] = new(draft => draft.Told is { } told ? told with { Photos = draft.Photos.Count } : null, Privately(TakeConfirmAsync)),
        ["reason"] = new(_ => new AskPlaceReason(), Privately(TakeReasonAsync)),
    };

    public async Task<bool> IsForAsync(Input input, CancellationToken ct) => await desk.VisitorOfAsync(input.From.Id, ct) is not null;

    /// <summary>The visit that was chosen, or the next of today.</summary>
    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (await desk.VisitorOfAsync(input.From.Id, ct) is not { } visitor) return Private(Done(new NotYourVisit()));

        var lines = await desk.LinesAsync(visitor, UnionCalendar.DayOf(input.At), isToday: true, ct);
        var chosen = input.Key?.Split(':') is [_, var key] && long.TryParse(key, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var line = lines.FirstOrDefault(l => !l.IsDone && (chosen is null || l.Visit == chosen));
        return Private(line is null ? Done(new NotYourVisit()) : Ask("place", new VisitDraft(line.Visit, line.Name)));
    }

    private async Task<Turn> TakePlaceAsync(VisitDraft draft, Input input, CancellationToken ct)
    {
        if (input.MediaId is { } photo) return Photo("place", draft, photo);
        if (input.Place is { } place) return await ShowAsync(draft with { Place = new MapPoint(place.Latitude, place.Longitude) }, input, ct);
        if (!input.IsWords || input.IsAside) return Again();

        return await ShowAsync(draft with { PlaceReason = input.Text }, input, ct);
    }

    private async Task<Turn> ShowAsync(VisitDraft draft, Input input, CancellationToken ct)
    {
        if (await OpenAsync(draft, input, ct) is not var (_, plan, known)) return Done(new NotYourVisit());

        return Ask("report", draft, new ShowVisit(plan, VisitPlace.Metres(draft.Place, known?.Latitude, known?.Longitude), known is not null));
    }

    private async Task<Turn> TakeReportAsync(VisitDraft draft, Input input, CancellationToken ct)
    {
        if (input.MediaId is { } photo) return Photo("report", draft, photo);
        if (input.Place is { } place) return await ShowAsync(draft with { Place = new MapPoint(place.Latitude, place.Longitude), PlaceReason = null }, input, ct);
        if (!input.IsWords || input.IsAside) return Again();
        if (await OpenAsync(draft, input, ct) is not var (_, plan, _)) return Done(new NotYourVisit());

        var kit = RoundDesk.KitOf(plan);
        var reading = reader.Read(input.Text, kit, input.At);
        if (reading.Unclear is [var doubt, ..]) return Ask("report", draft, new AskVisitDoubt(doubt.Doubt, doubt.About));
        if (reading.IsEmpty || (reading.Outcome is null && reading is { Given.Count: 0, MoneyFen: null, AllAsPlanned: false })) return Ask("report", draft, new VisitNotUnderstood());

        var (report, told) = VisitTelling.Of(draft, reading, plan, reader.Titles);
        var next = draft with { Report = report, Told = told };
        return NeedsReceipt(next) ? Ask("receipt", next) : Ask("confirm", next);
    }

    private async Task<Turn> TakeReceiptAsync(VisitDraft draft, Input input, CancellationToken ct)
    {
        if (input.MediaId is { } photo) return Ask("confirm", draft with { Photos = [.. draft.Photos, photo] });

        return input is { IsWords: true, IsAside: false } ? await TakeReportAsync(draft, input, ct) : Again();
    }

    private async Task<Turn> TakeConfirmAsync(VisitDraft draft, Input input, CancellationToken ct)
    {
        if (input.MediaId is { } photo) return Photo("confirm", draft, photo);
        if (YesNo.ReadNumbered(input.Text) is false) return Ask("report", draft with { Report = null, Told = null });
        if (YesNo.ReadNumbered(input.Text) is not true) return await TakeReportAsync(draft, input, ct);

        return await KeepAsync(draft, input, ct);
    }

    private async Task<Turn> TakeReasonAsync(VisitDraft draft, Input input, CancellationToken ct)
    {
        if (input.Place is { } place) return await KeepAsync(draft with { Place = new MapPoint(place.Latitude, place.Longitude) }, input, ct);

        return input is { IsWords: true, IsAside: false } ? await KeepAsync(draft with { PlaceReason = input.Text }, input, ct) : Again();
    }

    private async Task<Turn> KeepAsync(VisitDraft draft, Input input, CancellationToken ct)
    {
        if (await OpenAsync(draft, input, ct) is not var (visitor, _, _)) return Done(new NotYourVisit());

        var report = draft.Report! with
        {
            Place = draft.Place,
            PlaceReason = draft.PlaceReason,
            Receipt = draft.Photos.Count > 0 && (draft.Report.PaidFen > 0 || draft.Report.Given.Count > 0) ? ReceiptKind.SignaturePhoto : null,
        };
        var kept = await desk.ReportAsync(draft.Visit, report, draft.Photos, visitor, ct);
        return kept.Refusal switch
        {
            null => await GoOnAsync(visitor, draft, report, input, ct),
            VisitRefusal.WhyThere => Ask("reason", draft, new VisitIsRefused(VisitRefusal.WhyThere, kept.Missing, kept.Metres)),
            VisitRefusal.NeedsReceipt => Ask("receipt", draft),
            { } why => Ask("report", draft with { Report = null, Told = null }, new VisitIsRefused(why, kept.Missing, kept.Metres)),
        };
    }

    private async Task<Turn> GoOnAsync(long visitor, VisitDraft draft, VisitReport report, Input input, CancellationToken ct)
    {
        var lines = await desk.LinesAsync(visitor, UnionCalendar.DayOf(input.At), isToday: true, ct);
        var next = lines.FirstOrDefault(line => !line.IsDone);
        var kept = new VisitIsKept(lines.Count(line => line.IsDone), lines.Count, await desk.CarriedAsync(visitor, ct), next, report.Outcome is VisitOutcome.NotAtHome);
        return Done(kept) with { Effects = [.. (draft.Told?.Needs ?? []).Select(_ => new Effect.HandOver(CaseKinds.Need) { Subject = $"visit/{draft.Visit}" }).Take(1)] };
    }

    private async Task<(long Visitor, VisitToMake Plan, MapPoint? Known)?> OpenAsync(VisitDraft draft, Input input, CancellationToken ct) =>
        await desk.VisitorOfAsync(input.From.Id, ct) is { } visitor && await desk.OpenAsync(visitor, draft.Visit, UnionCalendar.DayOf(input.At), ct) is var (plan, _, known)
            ? (visitor, plan, known)
            : null;

    private static bool NeedsReceipt(VisitDraft draft) => draft is { Photos.Count: 0, Report: { } report } && (report.PaidFen > 0 || report.Given.Count > 0);

    private Turn Photo(string step, VisitDraft draft, long key)
    {
        var next = draft with { Photos = [.. draft.Photos, key] };
        return Ask(step, next, new VisitPhotoIsKept(next.Photos.Count));
    }

    private static Turn Private(Turn turn) => turn with { IsPrivate = true };

    private static Func<VisitDraft, Input, CancellationToken, Task<Turn>> Privately(Func<VisitDraft, Input, CancellationToken, Task<Turn>> take) =>
        async (draft, input, ct) => Private(await take(draft, input, ct));
}
