using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>办理结果: what came of a consultation, by whoever gave it, received for it or supervises it; every version stays.</summary>
internal static class OutcomeEndpoints
{
    private const string Page = LegalAidEndpoints.Page + "/bookings/{id:guid}/outcome";

    private static ConsoleAccess Staff { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.LegalSupervisor);

    public static ConsoleAccess Writers { get; } = Staff.AndLawyers();

    public static void MapOutcomes(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Writers, (Guid id, OutcomeRoom room, CancellationToken ct) => room.ShowAsync(id, null, ct));
        routes.MapForm(Page, Writers, (Guid id, HttpContext http, OutcomeRoom room, CancellationToken ct) => room.WriteAsync(id, OutcomeDraft.Of(http.Request), ct));
    }

    public static string AddressOf(Guid id) => BookingEndpoints.AddressOf(id) + "/outcome";

    public static bool MayWrite(Visitor visitor, BookingFile file) =>
        Staff.Admits(visitor) || (visitor.Lawyer is { } lawyer && lawyer == file.Booking.LawyerId);
}

/// <summary>What came of one consultation, before the eyes of whoever is signed in.</summary>
internal sealed class OutcomeRoom(ConsoleVisit visit, LegalAidReach reach, BookingFiles files, OutcomeRegister outcomes, StaffRegister staff, RecordLabels labels)
{
    /// <param name="draft">What was just refused; null when the page is only looked at.</param>
    public async Task<IResult> ShowAsync(Guid id, OutcomeDraft? draft, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is not { } file) return ConsolePages.Missing();

        var versions = await outcomes.ReadAsync($"{id}", ct);
        var names = await staff.NamesAsync(versions.Where(v => v.By is AuditActorKind.Staff).Select(v => v.ById!.Value).Distinct(), ct);
        return ConsolePages.Show<OutcomePage>(
            (nameof(OutcomePage.File), file),
            (nameof(OutcomePage.Versions), versions),
            (nameof(OutcomePage.Names), names),
            (nameof(OutcomePage.Labels), labels),
            (nameof(OutcomePage.Draft), draft ?? OutcomeDraft.Of(versions.Count > 0 ? versions[0] : null, file.Booking)));
    }

    public async Task<IResult> WriteAsync(Guid id, OutcomeDraft draft, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is null) return ConsolePages.Missing();
        if (draft.Read() is not { } details) return await ShowAsync(id, draft with { Refusal = OutcomeDraft.Unreadable }, ct);

        var refusal = await outcomes.WriteAsync($"{id}", details, draft.Seen, AuditActor.Staff(visit.Known.Staff), ct);
        return refusal is { } why
            ? await ShowAsync(id, draft with { Refusal = OutcomeDraft.Of(why) }, ct)
            : ConsolePages.GoTo(BookingEndpoints.AddressOf(id));
    }

    private async Task<BookingFile?> OpenAsync(Guid id, CancellationToken ct) =>
        await files.OpenAsync(id, await reach.OfAsync(OutcomeEndpoints.Writers, ct), ct) is { } file && OutcomeEndpoints.MayWrite(visit.Known, file) ? file : null;
}

/// <summary>What somebody typed, so that nothing of it is lost when it is refused.</summary>
public sealed record OutcomeDraft
{
    public const string KindField = "kind";
    public const string MinutesField = "minutes";
    public const string PeopleField = "people";
    public const string InvolvedField = "involved";
    public const string RecoveredField = "recovered";
    public const string SettledField = "settled";
    public const string NoteField = "note";
    public const string VersionField = "version";

    public const string Unreadable = "请至少选一项做了什么；分钟数、人数和金额请只填数字，金额单位是元。";

    private const decimal FenInYuan = 100;

    public OutcomeKinds Kinds { get; init; }

    public string Minutes { get; init; } = "";

    public string People { get; init; } = "";

    /// <summary>In yuan, as is what was got back.</summary>
    public string Involved { get; init; } = "";

    public string Recovered { get; init; } = "";

    /// <summary>"" for not said.</summary>
    public string Settled { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>The version that was looked at, 0 when there was none.</summary>
    public int Seen { get; init; }

    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }

    internal static OutcomeDraft Of(HttpRequest request) => new()
    {
        Kinds = request.Form[KindField].Aggregate(OutcomeKinds.None, (all, one) => Enum.TryParse<OutcomeKinds>(one, out var kind) ? all | kind : all),
        Minutes = request.Field(MinutesField).Trim(),
        People = request.Field(PeopleField).Trim(),
        Involved = request.Field(InvolvedField).Trim(),
        Recovered = request.Field(RecoveredField).Trim(),
        Settled = request.Field(SettledField),
        Note = request.Field(NoteField).ReplaceLineEndings("\n").Trim(),
        Seen = int.TryParse(request.Field(VersionField), CultureInfo.InvariantCulture, out var seen) ? seen : -1,
    };

    /// <summary>What stands in the form at first: the version that counts, else what is usual.</summary>
    internal static OutcomeDraft Of(WrittenOutcome? last, Booking booking) => last is { Details: var details }
        ? new OutcomeDraft
        {
            Kinds = details.Kinds,
            Minutes = $"{details.Minutes}",
            People = $"{details.People}",
            Involved = Yuan(details.AmountInvolvedFen),
            Recovered = Yuan(details.AmountRecoveredFen),
            Settled = details.IsSettled switch { true => ChangeAttempt.Yes, false => ChangeAttempt.No, null => "" },
            Seen = last.Version,
        }
        : new OutcomeDraft { Kinds = OutcomeKinds.Advice, Minutes = $"{(int)(booking.EndsAt - booking.StartsAt).TotalMinutes}" };

    /// <returns>Null when a number is none, or nothing was done.</returns>
    internal OutcomeDetails? Read()
    {
        var isRead = TryCount(Minutes, out var minutes) & TryCount(People, out var people) & TryFen(Involved, out var involved) & TryFen(Recovered, out var recovered);
        if (!isRead || Kinds is OutcomeKinds.None) return null;

        return new OutcomeDetails
        {
            Kinds = Kinds,
            Minutes = minutes,
            People = people,
            AmountInvolvedFen = involved,
            AmountRecoveredFen = recovered,
            IsSettled = Settled switch { ChangeAttempt.Yes => true, ChangeAttempt.No => false, _ => null },
            Note = Note.Length > 0 ? Note : null,
        };
    }

    internal static string Of(OutcomeRefusal refusal) => refusal switch
    {
        OutcomeRefusal.NoSuchBooking => "没有这个预约。",
        OutcomeRefusal.NotYet => "还没到咨询的那天，先不用写。",
        OutcomeRefusal.NotHeld => "这个预约取消了，或者本人没来、没接通，没有结果可写。",
        OutcomeRefusal.ChangedMeanwhile => "您填的时候别人刚写过一版，在下面；看一眼，要改再提交一次。",
        OutcomeRefusal.Impossible => "有的数大得不对，请再看一眼。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    internal static string Yuan(long? fen) => fen is { } amount ? (amount / FenInYuan).ToString("0.##", CultureInfo.InvariantCulture) : "";

    private static bool TryCount(string typed, out int? count)
    {
        count = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return typed.Length == 0 || count is not null;
    }

    private static bool TryFen(string typed, out long? fen)
    {
        var isSum = decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan)
            && yuan <= OutcomeDetails.MostFen / FenInYuan;
        fen = isSum ? (long)decimal.Round(yuan * FenInYuan) : null;
        return typed.Length == 0 || isSum;
    }
}
