using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>现场来访: who comes without a booking gets a time of today, on their account where they have one.</summary>
internal static class WalkInEndpoints
{
    public const string Page = LegalAidEndpoints.Page + "/walk-in";

    public const string Find = "find";
    public const string Take = "take";

    public static void MapWalkIns(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, LegalAidEndpoints.Workers, (LegalAidReach reach, WalkIns walkIns, CancellationToken ct) => ShowAsync(new WalkInDraft(), null, reach, walkIns, ct));
        routes.MapForm(Page, LegalAidEndpoints.Workers, DoAsync);
    }

    private static async Task<IResult> DoAsync(
        HttpContext http, ConsoleVisit visit, LegalAidReach reach, WalkInAccounts accounts, WalkIns walkIns, RecordLabels labels, CancellationToken ct)
    {
        var (draft, by) = (WalkInDraft.Of(http.Request), AuditActor.Staff(visit.Known.Staff));
        MobileNumber? phone = null;
        if (draft.Phone.Length > 0 && !MobileNumber.TryParse(draft.Phone, out phone))
            return await ShowAsync(draft with { Refusal = "这不像手机号，请再看一眼；没有手机可以空着。" }, null, reach, walkIns, ct);

        var (found, note) = await accounts.FindAsync(phone, draft.Code, by, ct);
        if (http.Request.Field(ConsoleForms.DeedField) != Take) return await ShowAsync(draft with { Refusal = note }, found, reach, walkIns, ct);

        var slot = (await walkIns.TimesAsync(await reach.OfAsync(LegalAidEndpoints.Workers, ct), ct)).FirstOrDefault(s => MoveRoom.KeyOf(s) == draft.Slot);
        var account = found.FirstOrDefault(f => AccountOf(f) == draft.Account);
        var refusal =
            slot is null ? (draft.Slot.Length == 0 ? "请选一个时间。" : LegalAidTexts.Of(WalkInRefusal.Taken)) :
            draft.Account.Length > 0 && account is null ? "手机号或绑定码改过了，请再查一次账号。" :
            !draft.Agrees ? "请先问本人是否同意登记。" :
            null;
        if (refusal is not null) return await ShowAsync(draft with { Refusal = refusal }, found, reach, walkIns, ct);

        var outcome = await walkIns.TakeAsync(slot!, account?.Id, draft.Details(phone, labels), by, ct);
        return outcome.Refusal is { } why
            ? await ShowAsync(draft with { Refusal = LegalAidTexts.Of(why) }, found, reach, walkIns, ct)
            : ConsolePages.GoTo(LegalAidEndpoints.Page);
    }

    public static string AccountOf(FoundAccount found) => found.Id.Value.ToString(CultureInfo.InvariantCulture);

    /// <param name="found">The accounts of the number; null before anybody looked.</param>
    private static async Task<IResult> ShowAsync(WalkInDraft draft, IReadOnlyList<FoundAccount>? found, LegalAidReach reach, WalkIns walkIns, CancellationToken ct) =>
        ConsolePages.Show<WalkInPage>(
            (nameof(WalkInPage.Draft), draft), (nameof(WalkInPage.Found), found), (nameof(WalkInPage.Times), await walkIns.TimesAsync(await reach.OfAsync(LegalAidEndpoints.Workers, ct), ct)));
}

/// <summary>What somebody typed, so that nothing of it is lost when it is refused.</summary>
public sealed record WalkInDraft
{
    public const string PhoneField = "phone";
    public const string CodeField = "code";
    public const string NameField = "name";
    public const string EmployerField = "employer";
    public const string TopicField = "topic";
    public const string PeopleField = "people";
    public const string UrgentField = "urgent";
    public const string SlotField = "slot";
    public const string AccountField = "account";
    public const string AgreesField = "agrees";

    public const int MostPeople = 999;

    /// <summary>Names what people say yes to at the desk: that their visit is noted for the lawyer.</summary>
    internal const string Consent = "legal-aid/desk-2026-11";

    public string Phone { get; init; } = "";

    /// <summary>The bind code on the paper that they show.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string Employer { get; init; } = "";

    /// <summary>A code.</summary>
    public string Topic { get; init; } = "";

    public string People { get; init; } = "1";

    public bool IsUrgent { get; init; }

    /// <summary>As <see cref="MoveRoom.KeyOf"/> names it.</summary>
    public string Slot { get; init; } = "";

    /// <summary>"" for none.</summary>
    public string Account { get; init; } = "";

    /// <summary>They were asked, and agree that their visit is noted.</summary>
    public bool Agrees { get; init; }

    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }

    internal static WalkInDraft Of(HttpRequest request) => new()
    {
        Phone = request.Field(PhoneField).Trim(),
        Code = request.Field(CodeField).Trim(),
        Name = Cut(request.Field(NameField), Lawyer.LongestName),
        Employer = Cut(request.Field(EmployerField), ServedEmployer.LongestName),
        Topic = request.Field(TopicField),
        People = request.Field(PeopleField),
        IsUrgent = request.Field(UrgentField).Length > 0,
        Slot = request.Field(SlotField),
        Account = request.Field(AccountField),
        Agrees = request.Field(AgreesField).Length > 0,
    };

    internal BookingDetails Details(MobileNumber? phone, RecordLabels labels) => new()
    {
        Topic = labels.Topics.Any(t => t.Code == Topic) ? Topic : "other",
        Told = new ToldDetails { Name = Name.Length > 0 ? Name : null, Employer = Employer.Length > 0 ? Employer : null },
        People = int.TryParse(People, CultureInfo.InvariantCulture, out var people) ? Math.Clamp(people, 1, MostPeople) : 1,
        IsUrgent = IsUrgent,
        Phone = phone,
        ConsentVersion = Consent,
    };

    private static string Cut(string typed, int most) => typed.Trim() is { } text && text.Length > most ? text[..most] : typed.Trim();
}
