using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>The articles that a broadcast carries. An old version that still runs would send what people see of them as a text.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127212000_BroadcastDrafts")]
public sealed class BroadcastDrafts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE broadcast ADD COLUMN draft_id varchar(128), ADD COLUMN draft_digest varchar(64);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE broadcast DROP COLUMN draft_id, DROP COLUMN draft_digest;");
}
