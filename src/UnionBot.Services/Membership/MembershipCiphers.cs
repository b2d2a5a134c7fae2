using System.Globalization;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership;

/// <summary>The encrypted columns and keyed hashes of this service.</summary>
public sealed class MembershipCiphers(FieldCipher cipher)
{
    private static readonly SealedColumn Code = new("one_time_code", "code", Row: "uuid_send(id)");
    private static readonly SealedColumn CodePhone = new("one_time_code", "phone", Row: "uuid_send(id)");

    private readonly CipherColumn _code = cipher.Column(Code);
    private readonly CipherColumn _codePhone = cipher.Column(CodePhone);
    private readonly LookupHash _codeHash = cipher.Lookup("one-time-code");
    private readonly LookupHash _bindCodeHash = cipher.Lookup("bind-code");

    // Not as "my-data-link": links of that name opened without a code, and a host of that version must not find these.
    private readonly LookupHash _linkHash = cipher.Lookup("my-data-link-with-code");
    private readonly LookupHash _linkKeyHash = cipher.Lookup("my-data-link-key");

    public SealedCode SealCode(Guid id, string code, MobileNumber phone, byte[] phoneHash) => new(
        CodeHash(id, code),
        _code.Seal(code, RowOf(id)),
        _codePhone.Seal(phone.Value, RowOf(id)),
        phoneHash);

    /// <summary>Two codes of the same digits have unrelated hashes.</summary>
    public byte[] CodeHash(Guid id, string code) =>
        _codeHash.Of(string.Create(CultureInfo.InvariantCulture, $"{id:N}/{code}"));

    public string OpenCode(Guid id, byte[] code) => _code.Open(code, RowOf(id));

    public MobileNumber OpenCodePhone(Guid id, byte[] phone) => MobileNumber.TryParse(_codePhone.Open(phone, RowOf(id)), out var number)
        ? number
        : throw new InvalidOperationException("A kept phone number is none.");

    public byte[] BindCodeHash(string code) => _bindCodeHash.Of(code);

    public byte[] LinkHash(string token) => _linkHash.Of(token);

    public byte[] LinkKeyHash(string key) => _linkKeyHash.Of(key);

    private static byte[] RowOf(Guid id) => id.ToByteArray(bigEndian: true);
}
