using System.Text;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Sites;
using UnionBot.Services.Campaigns.Visits;

namespace UnionBot.Services.Campaigns;

/// <summary>The encrypted columns of this service. Names and numbers are hashed as on the roster, so that a member is found again by them.</summary>
public sealed class CampaignCiphers(FieldCipher cipher)
{
    private static readonly SealedColumn Address = new("household", "address", Row: "int8send(id)");
    private static readonly SealedColumn Name = new("household_person", "name", Row: "int8send(id)");
    private static readonly SealedColumn Phone = new("household_person", "phone", Row: "int8send(id)");
    private static readonly SealedColumn IdentityNumber = new("household_person", "id_number", Row: "int8send(id)");
    private static readonly SealedColumn Contact = new("work_site", "contact_name", Row: "int8send(id)");
    private static readonly SealedColumn PlaceReason = new("visit", "place_reason", Row: "int8send(id)");
    private static readonly SealedColumn Note = new("visit", "note", Row: "int8send(id)");
    private static readonly SealedColumn Call = new("work_site", "contact_phone", Row: "int8send(id)");

    private readonly CipherColumn _address = cipher.Column(Address);
    private readonly CipherColumn _name = cipher.Column(Name);
    private readonly CipherColumn _phone = cipher.Column(Phone);
    private readonly CipherColumn _idNumber = cipher.Column(IdentityNumber);
    private readonly CipherColumn _contact = cipher.Column(Contact);
    private readonly CipherColumn _placeReason = cipher.Column(PlaceReason);
    private readonly CipherColumn _note = cipher.Column(Note);
    private readonly CipherColumn _call = cipher.Column(Call);
    private readonly LookupHash _addressHash = cipher.Lookup("household-address");
    private readonly MemberCiphers _members = new(cipher);

    /// <param name="region">Of the same words in two districts, two places are meant.</param>
    public (byte[] Sealed, byte[] Hash) SealAddress(long household, string region, string address) =>
        (_address.Seal(address, household), _addressHash.Of($"{region}\n{Normal(address)}"));

    /// <summary>3 号楼 and 3号楼 are one.</summary>
    private static string Normal(string address) =>
        string.Concat(address.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <returns>Null when none is known.</returns>
    public string? OpenAddress(Household household) => household.Address is { } address ? _address.Open(address, household.Id) : null;

    /// <param name="person">The id of the row the values are sealed for.</param>
    public SealedIdentity Seal(long person, string name, MobileNumber? phone, IdNumber? idNumber) => new(
        _name.Seal(name, person),
        _members.NameHash(name),
        phone is null ? null : _phone.Seal(phone.Value, person),
        phone is null ? null : _members.PhoneHash(phone),
        idNumber is null ? null : _idNumber.Seal(idNumber.Value, person),
        idNumber is null ? null : _members.IdNumberHash(idNumber));

    public byte[] NameHash(string name) => _members.NameHash(name);

    public byte[] PhoneHash(MobileNumber phone) => _members.PhoneHash(phone);

    public byte[] IdNumberHash(IdNumber number) => _members.IdNumberHash(number);

    public string OpenName(HouseholdPerson person) => _name.Open(person.Name, person.Id);

    /// <returns>Null when no number is known.</returns>
    public string? OpenPhone(HouseholdPerson person) => person.Phone is { } phone ? _phone.Open(phone, person.Id) : null;

    /// <returns>Null when no list gave it.</returns>
    public string? OpenIdNumber(HouseholdPerson person) => person.IdNumber is { } number ? _idNumber.Open(number, person.Id) : null;

    public byte[] SealContact(long site, string name) => _contact.Seal(name, site);

    public (byte[] Sealed, byte[] Hash) SealContactPhone(long site, MobileNumber phone) => (_call.Seal(phone.Value, site), _members.PhoneHash(phone));

    /// <returns>Null when nobody is known.</returns>
    public string? OpenContact(WorkSite site) => site.ContactName is { } name ? _contact.Open(name, site.Id) : null;

    /// <returns>Null when no number is known.</returns>
    public string? OpenContactPhone(WorkSite site) => site.ContactPhone is { } phone ? _call.Open(phone, site.Id) : null;

    public byte[] SealPlaceReason(long visit, string reason) => _placeReason.Seal(reason, visit);

    public byte[] SealNote(long visit, string note) => _note.Seal(note, visit);

    /// <returns>Null when nothing was noticed.</returns>
    public string? OpenNote(Visit visit) => visit.Note is { } note ? _note.Open(note, visit.Id) : null;

    /// <returns>Null when none was given.</returns>
    public string? OpenPlaceReason(Visit visit) => visit.PlaceReason is { } reason ? _placeReason.Open(reason, visit.Id) : null;
}
