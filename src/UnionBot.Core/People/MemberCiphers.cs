using System.Text;
using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>Seals what identifies a member, and hashes it for look-up.</summary>
public sealed class MemberCiphers(FieldCipher cipher)
{
    private static readonly SealedColumn Name = new("member", "name", Row: "int8send(id)");
    private static readonly SealedColumn Phone = new("member", "phone", Row: "int8send(id)");
    private static readonly SealedColumn IdentityNumber = new("member", "id_number", Row: "int8send(id)");

    private readonly CipherColumn _name = cipher.Column(Name);
    private readonly CipherColumn _phone = cipher.Column(Phone);
    private readonly CipherColumn _idNumber = cipher.Column(IdentityNumber);
    private readonly LookupHash _nameHash = cipher.Lookup("name");
    private readonly LookupHash _phoneHash = cipher.Lookup("phone");
    private readonly LookupHash _idNumberHash = cipher.Lookup("id-number");

    /// <param name="member">The id of the row the values are sealed for.</param>
    public SealedIdentity Seal(long member, string name, MobileNumber? phone, IdNumber? idNumber)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new SealedIdentity(
            _name.Seal(name, member),
            NameHash(name),
            phone is null ? null : _phone.Seal(phone.Value, member),
            phone is null ? null : PhoneHash(phone),
            idNumber is null ? null : _idNumber.Seal(idNumber.Value, member),
            idNumber is null ? null : IdNumberHash(idNumber));
    }

    public string OpenName(long member, ReadOnlySpan<byte> name) => _name.Open(name, member);

    public string OpenPhone(long member, ReadOnlySpan<byte> phone) => _phone.Open(phone, member);

    public string OpenIdNumber(long member, ReadOnlySpan<byte> idNumber) => _idNumber.Open(idNumber, member);

    /// <summary>The same for 买买提·艾力 and 买买提•艾力, for "John Li" and "john li".</summary>
    public byte[] NameHash(string name) => _nameHash.Of(Normal(name));

    public byte[] PhoneHash(MobileNumber phone) => _phoneHash.Of(phone.Value);

    public byte[] IdNumberHash(IdNumber number) => _idNumberHash.Of(number.Value);

    /// <summary>One spelling for all: half width, upper case, without blanks, one kind of middle dot.</summary>
    internal static string Normal(string name) => string.Concat(
        name.Normalize(NormalizationForm.FormKC)
            .Where(c => !char.IsWhiteSpace(c))
            .Select(c => c is '•' or '・' or '‧' or '∙' or '.' ? '·' : char.ToUpperInvariant(c)));
}
