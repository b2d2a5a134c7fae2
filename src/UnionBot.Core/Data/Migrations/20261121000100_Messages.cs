using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>The partitioned tables, which EF cannot make: what people say, the ledger of what they are told, and their photos and voices.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261121000100_Messages")]
public sealed class Messages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE talk SET (fillfactor = 60);

        CREATE TABLE inbound (
            person_id bigint NOT NULL,
            sent_at timestamptz NOT NULL,
            key bytea NOT NULL,
            kind smallint NOT NULL,
            body bytea,
            secret bytea,
            received_at timestamptz NOT NULL,
            answered_at timestamptz,
            failures smallint NOT NULL DEFAULT 0,
            PRIMARY KEY (person_id, sent_at, key)
        ) PARTITION BY RANGE (sent_at);
        CREATE INDEX inbound_unanswered ON inbound (received_at) WHERE answered_at IS NULL;

        -- PostgreSQL 15 has no identity columns on partitions, so the ids come from a sequence of their own.
        CREATE SEQUENCE outbound_id CACHE 64;
        CREATE TABLE outbound (
            id bigint NOT NULL DEFAULT nextval('outbound_id'),
            period date NOT NULL,
            person_id bigint NOT NULL,
            occasion text NOT NULL,
            text bytea NOT NULL,
            status smallint NOT NULL,
            created_at timestamptz NOT NULL,
            not_before timestamptz NOT NULL,
            not_after timestamptz NOT NULL,
            leased_until timestamptz,
            attempts smallint NOT NULL DEFAULT 0,
            error_code int,
            PRIMARY KEY (id, period),
            UNIQUE (person_id, occasion, period)
        ) PARTITION BY RANGE (period);
        CREATE INDEX outbound_due ON outbound (not_before) WHERE status IN (0, 1);
        CREATE INDEX outbound_held ON outbound (person_id) WHERE status = 8;

        CREATE TABLE media_chunk (
            period date NOT NULL,
            media_id bigint NOT NULL,
            n int NOT NULL,
            content bytea NOT NULL,
            PRIMARY KEY (media_id, n, period)
        ) PARTITION BY RANGE (period);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("DROP TABLE media_chunk; DROP TABLE outbound; DROP SEQUENCE outbound_id; DROP TABLE inbound;");
}
