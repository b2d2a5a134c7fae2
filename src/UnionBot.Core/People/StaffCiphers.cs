using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>The sealed names of staff, and the hash by which a bind code is recognised.</summary>
public sealed class StaffCiphers(FieldCipher cipher)
{
    private static readonly SealedColumn Name = new("staff", "name", Row: "int8send(id)");

    private readonly CipherColumn _name = cipher.Column(Name);
    private readonly LookupHash _code = cipher.Lookup("staff-bind-code");

    public byte[] SealName(string name, long staff) => _name.Seal(name, staff);

    public string OpenName(Staff staff) => _name.Open(staff.Name, staff.Id);

    public byte[] CodeHash(string code) => _code.Of(code);
}
