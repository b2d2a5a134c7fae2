using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>What people do not want to be told unasked. An old version that still runs does not know it.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127124500_OptOuts")]
public sealed class OptOuts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE opt_out (
            person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
            kind smallint NOT NULL CHECK (kind IN (9, 10, 11)),
            since timestamptz NOT NULL,
            PRIMARY KEY (person_id, kind)
        );
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE opt_out;");
}
