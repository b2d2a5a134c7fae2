using System.Buffers.Binary;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid;

/// <summary>The encrypted columns of this service, and the hashes by which people and employers are found again.</summary>
public sealed class LegalAidCiphers(FieldCipher cipher)
{
    private static readonly SealedColumn LawyerName = new("legal_lawyer", "name", Row: "int8send(id)");
    private static readonly SealedColumn Served = new("legal_served_employer", "name", Row: "int8send(lawyer_id) || employer_hash");
    private static readonly SealedColumn Told = new("legal_booking", "told", Row: "uuid_send(id)");
    private static readonly SealedColumn Reason = new("legal_booking_event", "reason", Row: "uuid_send(id)");
    private static readonly SealedColumn Wish = new("legal_waiting", "wish", Row: "uuid_send(id)");

    private static readonly SealedColumn OutcomeNote = new("legal_outcome", "note", Row: "uuid_send(id)");
    private static readonly SealedColumn ReadingReason = new("legal_reading", "reason", Row: "uuid_send(id)");

    private readonly CipherColumn _lawyerName = cipher.Column(LawyerName);
    private readonly CipherColumn _served = cipher.Column(Served);
    private readonly CipherColumn _told = cipher.Column(Told);
    private readonly CipherColumn _reason = cipher.Column(Reason);
    private readonly CipherColumn _wish = cipher.Column(Wish);
    private readonly CipherColumn _outcomeNote = cipher.Column(OutcomeNote);
    private readonly CipherColumn _readingReason = cipher.Column(ReadingReason);
    private readonly LookupHash _lawyer = cipher.Lookup("legal-lawyer");
    private readonly LookupHash _employer = cipher.Lookup("legal-employer");
    private readonly LookupHash _phone = cipher.Lookup("legal-phone");
    private readonly LookupHash _bindCode = cipher.Lookup("legal-lawyer-code");
    private readonly LookupHash _calendar = cipher.Lookup("legal-calendar");

    public byte[] SealLawyer(long lawyer, string name) => _lawyerName.Seal(name, lawyer);

    public string OpenLawyer(long lawyer, byte[] name) => _lawyerName.Open(name, lawyer);

    /// <summary>By name and office: two lists mean the same lawyer by both.</summary>
    public byte[] LawyerHash(string name, string office) => _lawyer.Of($"{name.Trim()}\n{office.Trim()}");

    public byte[] SealServed(long lawyer, byte[] employerHash, string name) => _served.Seal(name, RowOf(lawyer, employerHash));

    public string OpenServed(ServedEmployer served) => _served.Open(served.Name, RowOf(served.LawyerId, served.EmployerHash));

    /// <summary>Of the name as <see cref="EmployerName.Core"/> has it, so that 有限公司 and the city make no difference.</summary>
    public byte[] EmployerHash(string name) => _employer.Of(EmployerName.Core(name));

    public byte[] PhoneHash(MobileNumber phone) => _phone.Of(phone.Value);

    public byte[] SealTold(Guid booking, ToldDetails told) => _told.Seal(TalkJson.Write(told), RowOf(booking));

    /// <returns>Null once it was forgotten.</returns>
    public ToldDetails? OpenTold(Booking booking) =>
        booking.Told is { } told ? TalkJson.Read<ToldDetails>(_told.Open(told, RowOf(booking.Id))) : null;

    public byte[] SealReason(Guid @event, string reason) => _reason.Seal(reason, RowOf(@event));

    public string? OpenReason(BookingEvent @event) => @event.Reason is { } reason ? _reason.Open(reason, RowOf(@event.Id)) : null;

    public byte[] SealWish(Guid waiting, KeptWish wish) => _wish.Seal(TalkJson.Write(wish), RowOf(waiting));

    public KeptWish OpenWish(WaitingWish waiting) => TalkJson.Read<KeptWish>(_wish.Open(waiting.Wish, RowOf(waiting.Id)));

    public byte[] SealNote(Guid outcome, string note) => _outcomeNote.Seal(note, RowOf(outcome));

    /// <returns>Null when nothing was written, or once it was forgotten.</returns>
    public string? OpenNote(Outcome outcome) => outcome.Note is { } note ? _outcomeNote.Open(note, RowOf(outcome.Id)) : null;

    public byte[] SealReadingReason(Guid reading, string reason) => _readingReason.Seal(reason, RowOf(reading));

    public string OpenReadingReason(Reading reading) => _readingReason.Open(reading.Reason, RowOf(reading.Id));

    public byte[] BindCodeHash(string code) => _bindCode.Of(code);

    /// <summary>Of the secret part of a calendar's address.</summary>
    public byte[] CalendarHash(string secret) => _calendar.Of(secret);

    private static byte[] RowOf(Guid id) => id.ToByteArray(bigEndian: true);

    private static byte[] RowOf(long lawyer, byte[] employerHash)
    {
        var row = new byte[sizeof(long) + employerHash.Length];
        BinaryPrimitives.WriteInt64BigEndian(row, lawyer);
        employerHash.CopyTo(row, sizeof(long));
        return row;
    }
}
