using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>回避名单 of one lawyer, before the eyes of whoever is signed in.</summary>
internal sealed class ConflictRoom(ConsoleVisit visit, LegalAidReach reach, ScheduleBook schedule, ConflictRegister register)
{
    public const string Add = "add";
    public const string Remove = "remove";

    private const string NotAdded = "没有加上：请写单位全称，不要写成一句话；已经有的不用再加。";
    private const string Overtaken = "同事刚删掉了这一个。";

    private AuditActor By => AuditActor.Staff(visit.Known.Staff);

    /// <param name="refusal">Why a form was refused just now; null when none was.</param>
    public async Task<IResult> ShowAsync(long lawyer, string? refusal, string typed, CancellationToken ct) =>
        await SeesAsync(lawyer, ct) && await register.ReadAsync(lawyer, By, ct) is { } conflicts
            ? ConsolePages.Show<ConflictsPage>(
                (nameof(ConflictsPage.Conflicts), conflicts), (nameof(ConflictsPage.Refusal), refusal), (nameof(ConflictsPage.Typed), typed))
            : ConsolePages.Missing();

    public async Task<IResult> ChangeAsync(long lawyer, HttpRequest request, CancellationToken ct)
    {
        if (!await SeesAsync(lawyer, ct)) return ConsolePages.Missing();

        var (typed, isRemoval) = (request.Field(ConflictsPage.EmployerField), request.Field(ConsoleForms.DeedField) == Remove);
        var isDone = isRemoval
            ? await register.TryRemoveAsync(lawyer, request.Field(ConflictsPage.KeyField), By, ct)
            : await register.TryAddAsync(lawyer, typed, By, ct);
        return isDone
            ? ConsolePages.GoTo(ScheduleEndpoints.ConflictsOf(lawyer))
            : await ShowAsync(lawyer, isRemoval ? Overtaken : NotAdded, typed, ct);
    }

    private async Task<bool> SeesAsync(long lawyer, CancellationToken ct) =>
        (await schedule.LawyersAsync(await reach.OfAsync(ScheduleEndpoints.ConflictReaders, ct), ct)).ContainsKey(lawyer);
}
