using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261126220526_PlatformEvents")]
    public class PlatformEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "session_at",
                table: "talk",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "session_until",
                table: "talk",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "cancelled_at",
                table: "person",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "delivery_report",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    number = table.Column<short>(type: "smallint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    platform_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    error_code = table.Column<int>(type: "integer", nullable: true),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    filtered = table.Column<long>(type: "bigint", nullable: true),
                    sent = table.Column<long>(type: "bigint", nullable: true),
                    failed = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_report", x => new { x.key, x.number });
                });

            migrationBuilder.CreateTable(
                name: "notice_answer",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    number = table.Column<short>(type: "smallint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    template_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    accepted = table.Column<bool>(type: "boolean", nullable: false),
                    by_setting = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_answer", x => new { x.key, x.number });
                    table.ForeignKey(
                        name: "fk_notice_answer_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_event",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_event", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "published_menu",
                columns: table => new
                {
                    app_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    shown = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_menu", x => x.app_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_cancelled_at",
                table: "person",
                column: "cancelled_at",
                filter: "cancelled_at IS NOT NULL AND erased_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_report_at",
                table: "delivery_report",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_report_platform_id_kind",
                table: "delivery_report",
                columns: new[] { "platform_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_answer_at",
                table: "notice_answer",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_notice_answer_person_id_template_id",
                table: "notice_answer",
                columns: new[] { "person_id", "template_id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_event_kind_at",
                table: "platform_event",
                columns: new[] { "kind", "at" });

            // The ledger is partitioned, so EF does not know its columns.
            migrationBuilder.Sql(
                """
                ALTER TABLE outbound ADD COLUMN notice bytea, ADD COLUMN platform_id text;
                CREATE INDEX outbound_platform_id ON outbound (platform_id) WHERE platform_id IS NOT NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE outbound DROP COLUMN notice, DROP COLUMN platform_id;");

            migrationBuilder.DropTable(
                name: "delivery_report");

            migrationBuilder.DropTable(
                name: "notice_answer");

            migrationBuilder.DropTable(
                name: "platform_event");

            migrationBuilder.DropTable(
                name: "published_menu");

            migrationBuilder.DropIndex(
                name: "ix_person_cancelled_at",
                table: "person");

            migrationBuilder.DropColumn(
                name: "session_at",
                table: "talk");

            migrationBuilder.DropColumn(
                name: "session_until",
                table: "talk");

            migrationBuilder.DropColumn(
                name: "cancelled_at",
                table: "person");
        }
    }
}
