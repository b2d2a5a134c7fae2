using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>
/// What goes to many: who is meant, and the ranges of people in which it is handed out. An old version that still runs
/// sends nothing of it.
/// </summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127150000_MassLedger")]
public sealed class MassLedger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE mass_send (
            broadcast_id int PRIMARY KEY,
            kind smallint NOT NULL,
            state smallint NOT NULL DEFAULT 0,
            not_before timestamptz,
            not_after timestamptz,
            frozen_at timestamptz NOT NULL,
            begun_at timestamptz,
            ended_at timestamptz,
            halt_code int
        ) WITH (fillfactor = 50);

        CREATE TABLE mass_slice (
            broadcast_id int NOT NULL REFERENCES mass_send ON DELETE CASCADE,
            number int NOT NULL,
            route smallint NOT NULL,
            first_person bigint NOT NULL,
            last_person bigint NOT NULL,
            state smallint NOT NULL DEFAULT 0,
            not_before timestamptz,
            leased_until timestamptz,
            claims int NOT NULL DEFAULT 0,
            client_key varchar(32) NOT NULL,
            called_at timestamptz,
            platform_id varchar(64),
            total bigint,
            filtered bigint,
            sent bigint,
            failed bigint,
            PRIMARY KEY (broadcast_id, number)
        ) WITH (fillfactor = 50);
        CREATE INDEX mass_slice_platform ON mass_slice (platform_id) WHERE platform_id IS NOT NULL;

        -- Eight columns: one more, and the bitmap of nulls makes every row eight bytes longer. The widest come first.
        CREATE TABLE mass_recipient (
            person_id bigint NOT NULL,
            platform_id bigint,
            broadcast_id int NOT NULL,
            error_code int,
            status smallint NOT NULL,
            route smallint NOT NULL,
            reason smallint,
            attempts smallint NOT NULL DEFAULT 0,
            PRIMARY KEY (person_id, broadcast_id)
        ) PARTITION BY LIST (broadcast_id);

        INSERT INTO api_quota (route) VALUES (4);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DELETE FROM api_quota WHERE route = 4;
        DROP TABLE mass_recipient;
        DROP TABLE mass_slice;
        DROP TABLE mass_send;
        """);
}
