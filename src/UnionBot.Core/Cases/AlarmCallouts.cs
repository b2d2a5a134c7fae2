using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Cases;

/// <summary>
/// Words the calls of one round. The platform takes five messages a person in 48 hours, so what calls the same member of
/// staff to several alarms is one message; each call remembers which.
/// </summary>
public sealed class AlarmCallouts(UnionDb db, Outbox outbox)
{
    /// <summary>A call that could not be delivered by then is overtaken by later ones.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    /// <summary>Adds the calls and their messages, in the caller's transaction; the caller saves.</summary>
    /// <param name="now">By the business clock; UTC.</param>
    public async Task AddAsync(IReadOnlyList<CalledAlarm> called, DateTimeOffset now, CancellationToken ct)
    {
        var byStaff = called.SelectMany(c => c.Staff, (call, staff) => (call, staff)).GroupBy(c => c.staff, c => c.call);
        var drafts = byStaff.Select(calls => Draft(calls.Key, [.. calls.OrderBy(c => c.Alarm.Id)], now)).ToArray();
        if (drafts.Length > 0) await outbox.AddAsync(drafts, ct);
    }

    private OutboundDraft Draft(ReachableStaff staff, IReadOnlyList<CalledAlarm> calls, DateTimeOffset now)
    {
        var first = calls[0];
        var shared = calls.Count > 1 ? AlarmCall.SharedOccasionOf(first.Alarm.Id, first.Step) : null;
        foreach (var call in calls) db.Add(new AlarmCall(call.Alarm.Id, call.Step, staff, now, shared));

        var occasion = shared ?? AlarmCall.OccasionOf(first.Alarm.Id, first.Step);
        return new OutboundDraft(staff.PersonId, occasion, ReplyTo(calls), DueOn: now, NotAfter: now + GoodFor)
        {
            Kind = MessageKind.Alarm,
            Notice = new AlarmNotice(first.Alarm.Id, first.Alarm.Kind, first.Alarm.RaisedAt, calls.Count),
        };
    }

    private static IReply ReplyTo(IReadOnlyList<CalledAlarm> calls) => calls is [var only]
        ? new AlarmCallout(only.Alarm.Id, only.Alarm.Kind, only.Alarm.RaisedAt, only.IsRepeat)
        : new AlarmsCallout(
            [.. calls.Select(c => new AlarmWords(c.Alarm.Id, c.Alarm.Kind, c.Alarm.RaisedAt))], calls.Any(c => c.IsRepeat));
}

/// <summary>An alarm in one step, and who is called to it.</summary>
/// <param name="Step">Counts from 1.</param>
/// <param name="Staff">Empty when nobody can be reached in a chat.</param>
public sealed record CalledAlarm(Alarm Alarm, int Step, IReadOnlyList<ReachableStaff> Staff)
{
    /// <summary>Whether the call before reached nobody, so that this one came at once.</summary>
    public bool LastWasLost { get; init; }

    /// <summary>Whether somebody was called before, and it is too soon to call anybody again.</summary>
    public bool IsTooSoon { get; init; }

    public bool IsRepeat => Step > 1;
}
