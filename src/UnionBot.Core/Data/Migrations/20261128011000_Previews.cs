using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Counts what the account may show beforehand (群发预览).</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261128011000_Previews")]
public sealed class Previews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("INSERT INTO api_quota (route) VALUES (5);");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DELETE FROM api_quota WHERE route = 5;");
}
