using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Imported forecasts, and who let people be told of a day. An old version that still runs tells nobody.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261128012500_Weather")]
public sealed class Weather : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE weather_forecast (
            region_code varchar(6) NOT NULL REFERENCES region (code),
            day date NOT NULL,
            highest numeric(4, 1),
            lowest numeric(4, 1),
            source varchar(60),
            imported_at timestamptz NOT NULL,
            PRIMARY KEY (day, region_code),
            CHECK (highest IS NOT NULL OR lowest IS NOT NULL)
        );

        CREATE TABLE weather_release (
            region_code varchar(6) NOT NULL REFERENCES region (code),
            day date NOT NULL,
            met_limit varchar(40) NOT NULL,
            staff_id bigint NOT NULL REFERENCES staff (id),
            released_at timestamptz NOT NULL,
            sent_at timestamptz,
            people integer NOT NULL DEFAULT 0,
            PRIMARY KEY (day, region_code)
        );
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TABLE weather_release;
        DROP TABLE weather_forecast;
        """);
}
