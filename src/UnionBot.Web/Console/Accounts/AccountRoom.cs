using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Console.Accounts;

/// <summary>The list of staff and one account before the eyes of an administrator.</summary>
internal sealed class AccountRoom(
    ConsoleVisit visit, StaffRights rights, AccountFiles files, AccountDesk desk, OrganisationFinder organisations, SignInSessions sessions)
{
    private const int LongestName = 40;

    private long By => visit.Known.Staff;

    /// <param name="draft">What was just refused; null when the page is only looked at.</param>
    public async Task<IResult> ListAsync(AccountDraft? draft, CancellationToken ct) => ConsolePages.Show<AccountListPage>(
        (nameof(AccountListPage.Files), await files.ListAsync(await ScopeAsync(ct), ct)),
        (nameof(AccountListPage.Draft), draft));

    /// <param name="attempt">What was just refused; null when the page is only looked at.</param>
    public async Task<IResult> ShowAsync(long number, AccountAttempt? attempt, CancellationToken ct)
    {
        var scope = await ScopeAsync(ct);
        if (await files.FindAsync(number, scope, ct) is not { } file) return ConsolePages.Missing();

        return ConsolePages.Show<AccountPage>(
            (nameof(AccountPage.File), file),
            (nameof(AccountPage.Sessions), await sessions.ListAsync(number, ct)),
            (nameof(AccountPage.MayChange), number != By && file.IsInReachOf(scope)),
            (nameof(AccountPage.IsOwn), number == By),
            (nameof(AccountPage.Attempt), attempt));
    }

    public async Task<IResult> AddAsync(AccountDraft draft, CancellationToken ct)
    {
        if (draft.Name.Length is 0 or > LongestName) return await ListAsync(draft with { Refusal = "请写姓名。" }, ct);

        var (organisation, refusal) = await FindAsync(draft.Organisation, ct);
        if (refusal is not null) return await ListAsync(draft with { Refusal = refusal }, ct);

        var answer = await desk.AddAsync(By, draft.Name, organisation, draft.User, ct);
        return answer.Refusal is { } why
            ? await ListAsync(draft with { Refusal = AccountTexts.Of(why) }, ct)
            : Password(answer, draft.Name, draft.User);
    }

    public async Task<IResult> ChangeAsync(SeenAccount seen, AccountAttempt attempt, CancellationToken ct)
    {
        if (await files.FindAsync(seen.Staff, await ScopeAsync(ct), ct) is not { } file) return ConsolePages.Missing();

        var (answer, refusal) = await DoAsync(seen, attempt, ct);
        refusal ??= answer?.Refusal is { } why ? AccountTexts.Of(why) : null;
        if (refusal is not null) return await ShowAsync(seen.Staff, attempt with { Refusal = refusal }, ct);

        return answer?.Password is null
            ? ConsolePages.GoTo(AccountEndpoints.AddressOf(seen.Staff))
            : Password(answer, file.Staff.Name, file.Account?.User ?? attempt.User);
    }

    /// <returns>What became of it, or why it was not even tried.</returns>
    private async Task<(AccountAnswer? Answer, string? Refusal)> DoAsync(SeenAccount seen, AccountAttempt attempt, CancellationToken ct) => attempt.Deed switch
    {
        AccountEndpoints.Open => (await desk.OpenAsync(By, seen, attempt.User, ct), null),
        AccountEndpoints.Reset => (await desk.ResetAsync(By, seen, secondFactor: false, ct), null),
        AccountEndpoints.ResetAll => (await desk.ResetAsync(By, seen, secondFactor: true, ct), null),
        AccountEndpoints.Lock => (await desk.LockAsync(By, seen, ct), null),
        AccountEndpoints.Unlock => (await desk.UnlockAsync(By, seen, ct), null),
        AccountEndpoints.SignOut => (await desk.SignOutAsync(By, seen, ct), null),
        AccountEndpoints.Give => await GiveAsync(seen, attempt, ct),
        AccountEndpoints.Take => await TakeAsync(seen, attempt, ct),
        _ => (null, "没有这一项，请刷新页面再试。"),
    };

    private async Task<(AccountAnswer? Answer, string? Refusal)> GiveAsync(SeenAccount seen, AccountAttempt attempt, CancellationToken ct)
    {
        if (RoleOf(attempt.Role) is not { } kind) return (null, "请选一个角色。");

        var (organisation, refusal) = await FindAsync(attempt.Organisation, ct);
        return refusal is null ? (await desk.GiveAsync(By, seen, kind, organisation, ct), null) : (null, refusal);
    }

    /// <summary>The button names a role as the page shows it, its organisation by number.</summary>
    private async Task<(AccountAnswer? Answer, string? Refusal)> TakeAsync(SeenAccount seen, AccountAttempt attempt, CancellationToken ct)
    {
        if (RoleOf(attempt.Role) is not { } kind) return (null, "请选一个角色。");

        long? organisation = long.TryParse(attempt.Organisation, CultureInfo.InvariantCulture, out var number) ? number : null;
        return (await desk.TakeAsync(By, seen, kind, organisation, ct), null);
    }

    /// <param name="typed">"" for the whole union.</param>
    private async Task<(long? Organisation, string? Refusal)> FindAsync(string typed, CancellationToken ct)
    {
        var scope = await ScopeAsync(ct);
        if (typed.Length == 0) return (null, scope.IsWhole ? null : "请填单位：您只能给本单位和下级开通。");

        return await organisations.FindAsync(typed, scope, ct) switch
        {
            [var one] => (one.Id, null),
            [] => (null, "没有这个单位，或者不归您管。请填单位的编号、统一社会信用代码或全名。"),
            var several => (null, $"有几个单位叫这个名字，请填编号：{string.Join("、", several.Select(o => o.Id))}。"),
        };
    }

    private static RoleKind? RoleOf(string typed) => Enum.TryParse<RoleKind>(typed, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static RazorComponentResult<GivenPasswordPage> Password(AccountAnswer answer, string name, string user) => ConsolePages.Show<GivenPasswordPage>(
        (nameof(GivenPasswordPage.Staff), answer.Staff!.Value),
        (nameof(GivenPasswordPage.Name), name),
        (nameof(GivenPasswordPage.User), user),
        (nameof(GivenPasswordPage.Password), answer.Password));

    private Task<StaffScope> ScopeAsync(CancellationToken ct) => rights.ScopeAsync(By, AccountDesk.Administrating, ct);
}
