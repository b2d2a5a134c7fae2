using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Where a matter went on after a consultation. An old version that still runs says nowhere.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127220500_BookingTransfers")]
public sealed class BookingTransfers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE legal_booking ADD COLUMN transferred_to smallint;");

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE legal_booking DROP COLUMN transferred_to;");
}
