using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using static UnionBot.Tests.Core.Data.TestKeys;

namespace UnionBot.Tests.Core.People;

public sealed class MemberTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);

    private readonly MemberCiphers _ciphers = new(Cipher(K1));

    [Fact]
    public void A_member_without_number_and_phone_cannot_be() =>
        Assert.Throws<ArgumentException>(() => new Member(1, 1, Wang(null), null, null, MemberStatus.Active));

    [Fact]
    public void One_row_is_bound_to_one_person()
    {
        var member = new Member(1, 1, Wang(null), "000012", null, MemberStatus.Active);

        Assert.True(member.TryBind(new PersonId(7), Now));
        Assert.True(member.TryBind(new PersonId(7), Now.AddDays(1)));
        Assert.False(member.TryBind(new PersonId(8), Now));
        Assert.Equal((new PersonId(7), Now), (member.PersonId, member.BoundAt));

        member.Unbind();

        Assert.True(member.TryBind(new PersonId(8), Now));
    }

    [Fact]
    public void What_identifies_a_member_opens_only_in_that_members_row()
    {
        Assert.True(MobileNumber.TryParse("13800000001", out var phone));
        var identity = Wang(phone);

        Assert.Equal("王芳", _ciphers.OpenName(1, identity.Name));
        Assert.Equal("13800000001", _ciphers.OpenPhone(1, identity.Phone));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => _ciphers.OpenName(2, identity.Name));
    }

    [Theory]
    [InlineData("买买提·艾力", "买买提•艾力")]
    [InlineData("王 芳", "王芳")]
    [InlineData("Ｊｏｈｎ Li", "john li")]
    public void One_name_written_two_ways_has_one_hash(string one, string other) =>
        Assert.Equal(_ciphers.NameHash(one), _ciphers.NameHash(other));

    [Fact]
    public void A_consent_is_withdrawn_once()
    {
        var consent = new Consent(new PersonId(7), ConsentPurpose.Bind, "bind/2026-11", Now, "wechat");

        consent.Withdraw(Now.AddDays(1), "web");
        consent.Withdraw(Now.AddDays(2), "wechat");

        Assert.Equal((Now.AddDays(1), "web"), (consent.WithdrawnAt, consent.WithdrawnChannel));
    }

    private SealedIdentity Wang(MobileNumber? phone) => _ciphers.Seal(1, "王芳", phone, null);
}
