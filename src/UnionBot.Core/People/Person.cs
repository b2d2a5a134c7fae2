using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.People;

/// <summary>Someone who reaches the union through one channel.</summary>
public sealed class Person
{
    private Person() { }

    public PersonId Id { get; private set; }

    /// <summary>Stored name of the channel: <c>wechat</c> or <c>web</c>.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>Keyed hash of the address (for WeChat the openid), by which a person is found.</summary>
    public byte[] AddressHash { get; private set; } = [];

    /// <summary>The address, encrypted; opened only to send something.</summary>
    public byte[] Address { get; private set; } = [];

    /// <summary>When the person first wrote or followed; UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When the phone number was confirmed by a code; null before. UTC.</summary>
    public DateTimeOffset? PhoneConfirmedAt { get; private set; }

    /// <summary>The number that was confirmed, encrypted; null before.</summary>
    public byte[]? Phone { get; private set; }

    public byte[]? PhoneHash { get; private set; }

    /// <summary>The scene of the QR code that brought the person here; null when there was none.</summary>
    public string? Scene { get; private set; }

    /// <summary>When the person stopped following; null while they follow. UTC.</summary>
    public DateTimeOffset? UnfollowedAt { get; private set; }

    /// <summary>
    /// When the person's own account at the platform ended, so that they cannot come back; null while it is not known. UTC.
    /// </summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>
    /// When something was to be sent of which the platform said that it knows nobody by the address; null before. It holds until the
    /// person writes or follows again, so the talk is to be looked at, too. UTC.
    /// </summary>
    public DateTimeOffset? UnknownAt { get; private set; }

    /// <summary>When everything that tells who this is was erased; null before. UTC.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <param name="phone">The number that was proved, encrypted, and its hash.</param>
    /// <param name="now">UTC.</param>
    public void ConfirmPhone(byte[] phone, byte[] phoneHash, DateTimeOffset now) =>
        (Phone, PhoneHash, PhoneConfirmedAt) = (phone, phoneHash, now);

    public void Follow(string? scene)
    {
        UnfollowedAt = null;
        Scene ??= scene;
    }

    /// <summary>The person's account at the platform ended: what is kept of them goes as soon as nothing holds it.</summary>
    public void Cancel(DateTimeOffset now)
    {
        UnfollowedAt ??= now;
        CancelledAt ??= now;
    }

    /// <summary>
    /// Forgets who this is. The row stays, so that the ledger and the audit still add up; whoever writes from the same
    /// address again is somebody new.
    /// </summary>
    /// <param name="nobody">A random value in place of the address hash, which must be unique.</param>
    public void Erase(byte[] nobody, DateTimeOffset now)
    {
        (Address, AddressHash, Scene, UnknownAt, ErasedAt) = ([], nobody, null, null, now);
        (Phone, PhoneHash, PhoneConfirmedAt) = (null, null, null);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("person");
            builder.Property(p => p.Id).UseIdentityAlwaysColumn();
            builder.Property(p => p.Channel).HasMaxLength(8);
            builder.Property(p => p.Scene).HasMaxLength(64);
            builder.HasIndex(p => p.AddressHash).IsUnique();
            builder.HasIndex(p => p.UnfollowedAt).HasFilter("unfollowed_at IS NOT NULL AND erased_at IS NULL");
            builder.HasIndex(p => p.CancelledAt).HasFilter("cancelled_at IS NOT NULL AND erased_at IS NULL");
        }
    }
}
