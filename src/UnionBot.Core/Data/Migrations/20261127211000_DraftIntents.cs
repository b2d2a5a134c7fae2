using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>When a list's draft was begun to be made, before the platform was asked for it. An old version that still runs only makes it.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127211000_DraftIntents")]
public sealed class DraftIntents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE mass_slice ADD COLUMN draft_at timestamptz;");

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE mass_slice DROP COLUMN draft_at;");
}
