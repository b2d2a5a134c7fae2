using UnionBot.Core.Audit;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.Membership.Binding;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>The accounts that may be of whoever came: by their phone number, or by the bind code that they show.</summary>
internal sealed class WalkInAccounts(WalkIns walkIns, BindCodes codes, UnionDb db)
{
    /// <param name="phone">Null when none was typed.</param>
    /// <param name="code">As it was typed; "" for none.</param>
    /// <returns>Each once, and what is to be said of the search; null when there is nothing to say.</returns>
    public async Task<(IReadOnlyList<FoundAccount> Found, string? Note)> FindAsync(MobileNumber? phone, string code, AuditActor who, CancellationToken ct)
    {
        if (phone is null && code.Length == 0) return ([], "请先填手机号或者绑定码。");

        var byPhone = phone is null ? [] : await walkIns.FindAsync(phone, who, ct);
        if (code.Length == 0) return (byPhone, null);
        if (await codes.MemberOfAsync(db, code, ct) is not { } member) return (byPhone, "没有这个绑定码，请再看一眼。");

        var byCode = await walkIns.FindAsync(member, who, ct);
        return ([.. byPhone.Concat(byCode).DistinctBy(f => f.Id)], byCode.Count == 0 ? "这个绑定码还没有绑定账号：可以不用账号先登记，也可以请本人先在公众号里发这个码。" : null);
    }
}
