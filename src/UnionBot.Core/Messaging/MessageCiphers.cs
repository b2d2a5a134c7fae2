using System.Buffers.Binary;
using System.Text;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>The encrypted columns of people's messages, each bound to its row.</summary>
public sealed class MessageCiphers(FieldCipher cipher)
{
    private const int LongestOccasion = 200;

    private static readonly SealedColumn Address = new("person", "address", Row: "address_hash");
    private static readonly SealedColumn State = new("talk", "state", Row: "int8send(person_id)");
    private static readonly SealedColumn Body = new("inbound", "body", Row: "int8send(person_id) || key");
    private static readonly SealedColumn Secret = new("inbound", "secret", Row: "int8send(person_id) || key");
    private static readonly SealedColumn Text =
        new("outbound", "text", Row: "int8send(person_id) || convert_to(occasion, 'UTF8')");
    private static readonly SealedColumn Notice =
        new("outbound", "notice", Row: "int8send(person_id) || convert_to(occasion, 'UTF8')");

    private readonly CipherColumn _address = cipher.Column(Address);
    private readonly CipherColumn _state = cipher.Column(State);
    private readonly CipherColumn _body = cipher.Column(Body);
    private readonly CipherColumn _secret = cipher.Column(Secret);
    private readonly CipherColumn _text = cipher.Column(Text);
    private readonly CipherColumn _notice = cipher.Column(Notice);
    private readonly LookupHash _lookup = cipher.Lookup("address");

    /// <summary>By what a person is found: the keyed hash of channel and address.</summary>
    public byte[] AddressHash(string channel, string address) => _lookup.Of(channel + "|" + address);

    public byte[] SealAddress(string address, byte[] addressHash) => _address.Seal(address, addressHash);

    public string OpenAddress(byte[] address, byte[] addressHash) => _address.Open(address, addressHash);

    public byte[] SealState(string json, PersonId person) => _state.Seal(json, person.Value);

    public string OpenState(byte[] state, PersonId person) => _state.Open(state, person.Value);

    public byte[] SealBody(string body, PersonId person, byte[] key) => _body.Seal(body, MessageRow(person, key, stackalloc byte[24]));

    public string OpenBody(byte[] body, PersonId person, byte[] key) => _body.Open(body, MessageRow(person, key, stackalloc byte[24]));

    public byte[] SealSecret(string text, PersonId person, byte[] key) => _secret.Seal(text, MessageRow(person, key, stackalloc byte[24]));

    public string OpenSecret(byte[] text, PersonId person, byte[] key) => _secret.Open(text, MessageRow(person, key, stackalloc byte[24]));

    public byte[] SealText(string text, PersonId person, string occasion) =>
        _text.Seal(text, OccasionRow(person, occasion, stackalloc byte[8 + LongestOccasion]));

    /// <returns>"" when the words have been erased and only the entry of the ledger is left.</returns>
    public string OpenText(byte[] text, PersonId person, string occasion) => text.Length == 0
        ? ""
        : _text.Open(text, OccasionRow(person, occasion, stackalloc byte[8 + LongestOccasion]));

    public byte[] SealNotice(string notice, PersonId person, string occasion) =>
        _notice.Seal(notice, OccasionRow(person, occasion, stackalloc byte[8 + LongestOccasion]));

    public string OpenNotice(byte[] notice, PersonId person, string occasion) =>
        _notice.Open(notice, OccasionRow(person, occasion, stackalloc byte[8 + LongestOccasion]));

    private static ReadOnlySpan<byte> MessageRow(PersonId person, byte[] key, Span<byte> row)
    {
        BinaryPrimitives.WriteInt64BigEndian(row, person.Value);
        key.CopyTo(row[8..]);
        return row;
    }

    private static ReadOnlySpan<byte> OccasionRow(PersonId person, string occasion, Span<byte> row)
    {
        BinaryPrimitives.WriteInt64BigEndian(row, person.Value);
        var length = Encoding.UTF8.GetBytes(occasion, row[8..]);
        return row[..(8 + length)];
    }
}
