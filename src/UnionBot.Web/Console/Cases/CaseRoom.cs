using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.Services.Membership;
using UnionBot.Web.Console.LegalAid;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Cases;

/// <summary>One case before the eyes of whoever is signed in.</summary>
internal sealed class CaseRoom(
    ConsoleVisit visit, StaffRights rights, CaseFiles files, CaseDesk desk, CasePhones phones, AnswersLeft left, BroadcastsOfPerson broadcasts, BookingOfCase booking)
{
    private static readonly RoleKind[] Reading = [RoleKind.Operator, RoleKind.Auditor];

    private long Staff => visit.Known.Staff;

    public Task<StaffScope> ScopeAsync(IReadOnlyCollection<RoleKind> roles, CancellationToken ct) => rights.ScopeAsync(Staff, roles, ct);

    public Task<bool> IsWithinAsync(long number, StaffScope scope, CancellationToken ct) => files.IsWithinAsync(number, scope, Staff, ct);

    /// <param name="attempt">What was just refused; null when the page is only looked at.</param>
    public Task<IResult> ShowAsync(long number, CaseAttempt? attempt, CancellationToken ct) => ShowAsync(number, attempt, phone: null, ct);

    /// <summary>The page with the person's phone, or why it is not shown.</summary>
    public async Task<IResult> ShowPhoneAsync(long number, CaseAttempt attempt, CancellationToken ct)
    {
        var (refusal, phone) = await phones.OpenAsync(number, Staff, ct);
        return await ShowAsync(number, attempt with { Refusal = refusal is { } why ? CaseTexts.Of(why) : null }, phone, ct);
    }

    private async Task<IResult> ShowAsync(long number, CaseAttempt? attempt, MobileNumber? phone, CancellationToken ct)
    {
        if (!await IsWithinAsync(number, await ScopeAsync(Reading, ct), ct)) return ConsolePages.Missing();
        if (await files.OpenAsync(number, Staff, ct) is not { } file) return ConsolePages.Missing();

        return ConsolePages.Show<CasePage>(
            (nameof(CasePage.File), file),
            (nameof(CasePage.Attempt), attempt),
            (nameof(CasePage.Phone), phone),
            (nameof(CasePage.Booking), await booking.FindAsync(file.Case, ct)),
            (nameof(CasePage.Broadcasts), await broadcasts.ReadAsync(file.Case.PersonId, ct)),
            (nameof(CasePage.Quota), await left.OfAsync(file.Case.PersonId, file.Channel, ct)));
    }

    /// <returns>Why it was not done, in plain words; null when it was.</returns>
    public async Task<string?> DoAsync(SeenCase seen, CaseAttempt attempt, CancellationToken ct)
    {
        var needsWords = attempt.Deed is CaseEndpoints.Answer or CaseEndpoints.Note;
        if (needsWords && attempt.Words.Length == 0) return "还没有写内容，请写好再提交。";

        var refusal = attempt.Deed switch
        {
            CaseEndpoints.Claim => await desk.ClaimAsync(seen, Staff, takeOver: false, ct),
            CaseEndpoints.TakeOver => await desk.ClaimAsync(seen, Staff, takeOver: true, ct),
            CaseEndpoints.Answer => await desk.AnswerAsync(seen, Staff, attempt.Words, ct),
            CaseEndpoints.Note => await desk.NoteAsync(seen, Staff, attempt.Words, ct),
            CaseEndpoints.Close => await desk.CloseAsync(seen, Staff, ct),
            CaseEndpoints.Reopen => await desk.ReopenAsync(seen, Staff, ct),
            _ => CaseRefusal.Unknown,
        };
        return refusal is { } why ? CaseTexts.Of(why) : null;
    }
}
