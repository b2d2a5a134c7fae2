using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Finds answers of staff that may not have arrived, among all that was ever said. Holds hardly a row.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127074300_UnsureAnswers")]
public sealed class UnsureAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE INDEX outbound_unsure ON outbound (created_at) WHERE status IN (5, 7) AND occasion LIKE 'case/%/answer/%';
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP INDEX outbound_unsure;");
}
