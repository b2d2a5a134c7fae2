using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using UnionBot.Services.LegalAid.Calendars;
using UnionBot.Services.LegalAid.Readings;

namespace UnionBot.Web.Channels.Calendars;

/// <summary>Writes consultations as iCalendar (RFC 5545), in UTC: programs show them in their own zone.</summary>
internal sealed class CalendarWriter(RecordLabels labels, CalendarAddress address)
{
    private const string Product = "-//UnionBot//Legal consultations//ZH";

    public string Write(IReadOnlyList<CalendarEntry> entries)
    {
        var calendar = new Calendar { ProductId = Product, Method = "PUBLISH" };
        foreach (var entry in entries) calendar.Events.Add(EventOf(entry));

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private CalendarEvent EventOf(CalendarEntry entry) => new()
    {
        Uid = $"{entry.Id:N}@{address.Site.Host}",
        DtStamp = Moment(entry.ChangedAt),
        Start = Moment(entry.StartsAt),
        End = Moment(entry.EndsAt),
        Summary = $"{entry.Number} {labels.OfMode(entry.Mode)}",
        Location = entry.Site,
        Sequence = entry.Sequence,
        Status = entry.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
    };

    private static CalDateTime Moment(DateTimeOffset at) => new(at.UtcDateTime);
}
