using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>When people are left in peace, and the switch that stops all sending. An old version that still runs knows neither.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127120200_SendPolicy")]
public sealed class SendPolicy : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE talk ADD pushed_on date, ADD pushes smallint NOT NULL DEFAULT 0, ADD broadcast_at timestamptz;
        ALTER TABLE outbound ADD critical_by bigint;
        CREATE INDEX outbound_unknown ON outbound (created_at) WHERE status = 7;

        CREATE TABLE send_switch (
            is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
            is_stopped boolean NOT NULL DEFAULT false,
            staff_id bigint,
            changed_at timestamptz
        );
        INSERT INTO send_switch DEFAULT VALUES;

        CREATE TABLE silent_day (
            day date PRIMARY KEY,
            staff_id bigint NOT NULL
        );
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TABLE silent_day;
        DROP TABLE send_switch;
        DROP INDEX outbound_unknown;
        ALTER TABLE outbound DROP critical_by;
        ALTER TABLE talk DROP pushed_on, DROP pushes, DROP broadcast_at;
        """);
}
