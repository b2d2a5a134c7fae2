using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.People;

/// <summary>Makes of a row of the roster what a bound member may see of it in a chat.</summary>
public sealed class MemberCards(MemberCiphers ciphers)
{
    public MemberCard Of(Member member, string union) =>
        Of(member.Id, member.Name, union, member.MemberNo, member.JoinedOn, member.Status);

    /// <param name="name">As the database holds it, sealed for the row.</param>
    public MemberCard Of(
        long member, ReadOnlySpan<byte> name, string union, string? memberNo, DateOnly? joinedOn, MemberStatus status) =>
        new(DisplayMask.Name(ciphers.OpenName(member, name)), union, memberNo, joinedOn, StoredName(status));

    private static string StoredName(MemberStatus status) => status switch
    {
        MemberStatus.Active => "active",
        MemberStatus.Retained => "retained",
        MemberStatus.Left => "left",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
