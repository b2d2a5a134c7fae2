using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Of whom the platform said that it knows nobody by their address. An old version that still runs asks it again.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127210000_UnknownAddresses")]
public sealed class UnknownAddresses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE person ADD COLUMN unknown_at timestamptz;");

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE person DROP COLUMN unknown_at;");
}
