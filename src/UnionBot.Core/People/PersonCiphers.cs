using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>Seals what a person proved about themselves, whoever they are on a roster.</summary>
public sealed class PersonCiphers(FieldCipher cipher)
{
    private static readonly SealedColumn Phone = new("person", "phone", Row: "int8send(id)");

    private readonly CipherColumn _phone = cipher.Column(Phone);

    public byte[] SealPhone(PersonId person, MobileNumber phone) => _phone.Seal(phone.Value, person.Value);

    public MobileNumber OpenPhone(PersonId person, byte[] phone) => MobileNumber.TryParse(_phone.Open(phone, person.Value), out var number)
        ? number
        : throw new InvalidOperationException("A kept phone number is none.");
}
