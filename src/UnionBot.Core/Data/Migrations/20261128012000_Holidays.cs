using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Imported holiday schedules (放假安排). An old version that still runs knows those alone that came with it.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261128012000_Holidays")]
public sealed class Holidays : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE holiday_period (
            year smallint NOT NULL,
            first_on date NOT NULL,
            last_on date NOT NULL,
            is_work boolean NOT NULL,
            holidays varchar(60) NOT NULL,
            source varchar(100),
            import_run_id bigint NOT NULL,
            PRIMARY KEY (year, first_on),
            CHECK (first_on <= last_on)
        );
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE holiday_period;");
}
