using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Broadcasts that go by a tag. An old version that still runs would send them by lists: restart all hosts before one is frozen.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127190000_MassTags")]
public sealed class MassTags : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE mass_tag (
            broadcast_id int PRIMARY KEY REFERENCES mass_send ON DELETE CASCADE,
            name varchar(30) NOT NULL,
            tag_id int,
            state smallint NOT NULL DEFAULT 0,
            claims int NOT NULL DEFAULT 0,
            leased_until timestamptz,
            not_before timestamptz
        );
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE mass_tag;");
}
