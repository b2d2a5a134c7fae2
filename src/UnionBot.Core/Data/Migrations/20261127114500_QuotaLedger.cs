using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>
/// What the platform lets us send. An old version that still runs writes nothing of it: what it sends is not counted, and
/// the platform's refusals correct that.
/// </summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127114500_QuotaLedger")]
public sealed class QuotaLedger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE talk
            ADD tapped_at timestamptz,
            ADD typed_spent smallint NOT NULL DEFAULT 0,
            ADD typed_spent_for timestamptz,
            ADD tapped_spent smallint NOT NULL DEFAULT 0,
            ADD tapped_spent_for timestamptz;

        ALTER TABLE outbound
            ADD kind smallint NOT NULL DEFAULT 0,
            ADD route smallint,
            ADD withheld smallint,
            ADD begun_at timestamptz;
        UPDATE outbound SET kind = 4 WHERE notice IS NOT NULL AND status IN (0, 1);

        CREATE TABLE api_quota (
            route smallint PRIMARY KEY,
            day date NOT NULL DEFAULT '2020-01-01',
            day_spent int NOT NULL DEFAULT 0,
            minute timestamptz NOT NULL DEFAULT '2020-01-01 00:00+00',
            minute_spent int NOT NULL DEFAULT 0,
            stopped_until timestamptz,
            has_right boolean NOT NULL DEFAULT true
        );
        INSERT INTO api_quota (route) VALUES (1), (2), (3);

        CREATE TABLE notice_use (
            person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
            template_id varchar(64) NOT NULL,
            spent int NOT NULL,
            void_at timestamptz,
            PRIMARY KEY (person_id, template_id)
        );
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TABLE notice_use;
        DROP TABLE api_quota;
        ALTER TABLE outbound DROP kind, DROP route, DROP withheld, DROP begun_at;
        ALTER TABLE talk DROP tapped_at, DROP typed_spent, DROP typed_spent_for, DROP tapped_spent, DROP tapped_spent_for;
        """);
}
