using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Which draft a list is sent. An old version that still runs sends no articles.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127180000_ListDrafts")]
public sealed class ListDrafts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE mass_slice ADD COLUMN draft_id varchar(128);");

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE mass_slice DROP COLUMN draft_id;");
}
