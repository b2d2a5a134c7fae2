using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261126220311_AppendOnlyAudit")]
    public class AppendOnlyAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "actor_name",
                table: "audit_entry",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            // One way only: forget_audit says up to when entries may go, and the trigger lets no other go.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'DELETE' AND OLD.at < nullif(current_setting('unionbot.forget_before', true), '')::timestamptz THEN
                        RETURN OLD;
                    END IF;
                    RAISE EXCEPTION 'audit_entry is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
                END $$;
                CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry
                    FOR EACH ROW EXECUTE FUNCTION keep_audit();

                CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION '% is append-only: TRUNCATE is refused', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
                END $$;
                CREATE TRIGGER never_truncated BEFORE TRUNCATE ON audit_entry
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

                CREATE FUNCTION forget_audit(before timestamptz, today timestamptz) RETURNS int LANGUAGE plpgsql AS $$
                DECLARE
                    gone int;
                BEGIN
                    IF before > today - interval '180 days' THEN
                        RAISE EXCEPTION 'the audit is kept for at least 180 days' USING ERRCODE = 'insufficient_privilege';
                    END IF;
                    PERFORM set_config('unionbot.forget_before', before::text, true);
                    DELETE FROM audit_entry WHERE at < before;
                    GET DIAGNOSTICS gone = ROW_COUNT;
                    PERFORM set_config('unionbot.forget_before', '', true);
                    IF gone > 0 THEN
                        INSERT INTO audit_entry (at, actor_kind, action, reason)
                        VALUES (today, 0, 'audit/forgotten', gone || ' entries before ' || before);
                    END IF;
                    RETURN gone;
                END $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER append_only ON audit_entry;
                DROP TRIGGER never_truncated ON audit_entry;
                DROP FUNCTION keep_audit();
                DROP FUNCTION refuse_truncate();
                DROP FUNCTION forget_audit(timestamptz, timestamptz);
                """);
            migrationBuilder.DropColumn(
                name: "actor_name",
                table: "audit_entry");
        }
    }
}
