using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.Binding;

/// <summary>A bind code that was typed and was none. It cannot be counted on a code, so it is counted on the person.</summary>
public sealed class BindCodeTry
{
    /// <summary>Within <see cref="Window"/>; then no code of this person is looked at.</summary>
    public const int Most = 5;

    public static readonly TimeSpan Window = TimeSpan.FromDays(1);

    private BindCodeTry() { }

    /// <param name="at">Real time; UTC.</param>
    public BindCodeTry(PersonId person, DateTimeOffset at) => (PersonId, At) = (person, at);

    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<BindCodeTry>
    {
        public void Configure(EntityTypeBuilder<BindCodeTry> builder)
        {
            builder.ToTable("bind_code_try");
            builder.HasIndex(t => new { t.PersonId, t.At });
        }
    }
}
