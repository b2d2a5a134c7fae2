using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Subscriptions;

namespace UnionBot.Services.Vacancies.Posts;

/// <summary>The encrypted columns of this service.</summary>
public sealed class VacancyCiphers(FieldCipher cipher)
{
    private static readonly SealedColumn Contact = new("vacancy", "contact", Row: "int8send(id)");
    private static readonly SealedColumn ContactPhone = new("vacancy", "contact_phone", Row: "int8send(id)");

    private static readonly SealedColumn CallPhone = new("vacancy_call", "phone", Row: "uuid_send(id)");

    private static readonly SealedColumn RuleWish = new("vacancy_rule", "wish", Row: "uuid_send(id)");

    private readonly CipherColumn _contact = cipher.Column(Contact);
    private readonly CipherColumn _phone = cipher.Column(ContactPhone);
    private readonly CipherColumn _callPhone = cipher.Column(CallPhone);
    private readonly CipherColumn _ruleWish = cipher.Column(RuleWish);
    private readonly LookupHash _phoneHash = cipher.Lookup("vacancy-phone");

    /// <param name="name">Null when it is not known.</param>
    public SealedContact Seal(long vacancy, string? name, Posts.ContactPhone phone) => new(
        name is null ? null : _contact.Seal(name, vacancy), _phone.Seal(phone.Value, vacancy), HashOf(phone));

    public byte[] HashOf(Posts.ContactPhone phone) => _phoneHash.Of(phone.Value);

    public string? OpenName(Vacancy vacancy) => vacancy.Contact is null ? null : _contact.Open(vacancy.Contact, vacancy.Id);

    public byte[] SealCall(Guid call, MobileNumber phone) => _callPhone.Seal(phone.Value, call.ToByteArray(bigEndian: true));

    public string OpenCall(Guid call, byte[] phone) => _callPhone.Open(phone, call.ToByteArray(bigEndian: true));

    public byte[] SealRule(Guid rule, KeptWish wish) => _ruleWish.Seal(TalkJson.Write(wish), rule.ToByteArray(bigEndian: true));

    public KeptWish OpenRule(Guid rule, byte[] wish) => TalkJson.Read<KeptWish>(_ruleWish.Open(wish, rule.ToByteArray(bigEndian: true)));

    public string OpenPhone(Vacancy vacancy) => _phone.Open(vacancy.ContactPhone, vacancy.Id);
}

/// <summary>Whom to call, as it is kept.</summary>
public sealed record SealedContact(byte[]? Name, byte[] Phone, byte[] PhoneHash);
