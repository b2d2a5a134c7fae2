using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Core.Audit;

/// <summary>Writes down who did what, in the transaction of the deed itself: neither is kept without the other.</summary>
public sealed class AuditLog(UnionDb db)
{
    /// <summary>Adds an entry; the caller saves.</summary>
    /// <param name="action">Stored name of the deed, <c>what/done</c>, never changed after release.</param>
    /// <param name="subject">Kind and id, such as <c>member/17</c>; never a name or number of a person.</param>
    /// <param name="at">UTC.</param>
    /// <param name="reason">In the words of who did it; identity, bank and phone numbers are masked here.</param>
    public void Add(AuditActor who, string action, string? subject, DateTimeOffset at, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        db.Add(new AuditEntry(who, action, subject, Kept(reason), at));
    }

    /// <summary>
    /// The one way in which entries go: what is older than a moment, of which an entry is left behind. The database
    /// refuses to forget less than 180 days.
    /// </summary>
    /// <param name="now">By the business clock, as are the entries.</param>
    /// <returns>How many went.</returns>
    public static Task<int> ForgetAsync(UnionDb db, DateTimeOffset before, DateTimeOffset now, CancellationToken ct) =>
        db.Database.SqlQuery<int>($"SELECT forget_audit({before}, {now}) AS \"Value\"").SingleAsync(ct);

    /// <summary>What is kept of somebody's words: numbers masked, cut to what fits.</summary>
    internal static string? Kept(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return null;

        return CutText.To(AuditEntry.LongestReason, NumberMask.Apply(reason.Trim()).Text);
    }
}
