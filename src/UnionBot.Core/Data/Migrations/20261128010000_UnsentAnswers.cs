using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Finds also those answers of staff that were not sent since the platform knows nobody by the person's address.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261128010000_UnsentAnswers")]
public sealed class UnsentAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP INDEX outbound_unsure;
        CREATE INDEX outbound_unsent ON outbound (created_at) WHERE (status IN (5, 7) OR withheld = 10) AND occasion LIKE 'case/%/answer/%';
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP INDEX outbound_unsent;
        CREATE INDEX outbound_unsure ON outbound (created_at) WHERE status IN (5, 7) AND occasion LIKE 'case/%/answer/%';
        """);
}
