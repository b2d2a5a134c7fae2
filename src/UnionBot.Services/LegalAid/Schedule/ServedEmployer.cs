using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>An employer whom a lawyer serves, and about whom they cannot advise workers (利益冲突).</summary>
public sealed class ServedEmployer
{
    public const int LongestName = 100;

    private ServedEmployer() { }

    /// <param name="employerHash">Keyed hash of the core of the name.</param>
    /// <param name="name">Sealed.</param>
    public ServedEmployer(long lawyer, byte[] employerHash, byte[] name) => (LawyerId, EmployerHash, Name) = (lawyer, employerHash, name);

    public long LawyerId { get; private set; }

    public byte[] EmployerHash { get; private set; } = [];

    /// <summary>The name, encrypted: who serves whom is nobody's business.</summary>
    public byte[] Name { get; private set; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<ServedEmployer>
    {
        public void Configure(EntityTypeBuilder<ServedEmployer> builder)
        {
            builder.ToTable("legal_served_employer");
            builder.HasKey(s => new { s.LawyerId, s.EmployerHash });
            builder.HasIndex(s => s.EmployerHash);
            builder.HasOne<Lawyer>().WithMany().HasForeignKey(s => s.LawyerId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
