using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>By which template a reported notice was sent. An old version that still runs leaves it out: its reports close nothing, as before.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127183000_NoticeResults")]
public sealed class NoticeResults : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE delivery_report ADD COLUMN template_id varchar(64);
        CREATE INDEX ix_delivery_report_person_id_template_id ON delivery_report (person_id, template_id) WHERE kind = 2;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE delivery_report DROP COLUMN template_id;");
}
