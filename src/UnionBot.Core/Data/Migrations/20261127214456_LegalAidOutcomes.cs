using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261127214456_LegalAidOutcomes")]
    public class LegalAidOutcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_free_at",
                table: "legal_booking",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "legal_calendar_link",
                columns: table => new
                {
                    lawyer_id = table.Column<long>(type: "bigint", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_calendar_link", x => x.lawyer_id);
                    table.ForeignKey(
                        name: "fk_legal_calendar_link_legal_lawyer_lawyer_id",
                        column: x => x.lawyer_id,
                        principalTable: "legal_lawyer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "legal_follow_up",
                columns: table => new
                {
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    solved = table.Column<short>(type: "smallint", nullable: true),
                    solved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    score = table.Column<short>(type: "smallint", nullable: true),
                    scored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_follow_up", x => x.booking_id);
                    table.ForeignKey(
                        name: "fk_legal_follow_up_legal_booking_booking_id",
                        column: x => x.booking_id,
                        principalTable: "legal_booking",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_legal_follow_up_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_lawyer_chat",
                columns: table => new
                {
                    lawyer_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    code_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    code_tries = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_lawyer_chat", x => x.lawyer_id);
                    table.ForeignKey(
                        name: "fk_legal_lawyer_chat_legal_lawyer_lawyer_id",
                        column: x => x.lawyer_id,
                        principalTable: "legal_lawyer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_legal_lawyer_chat_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "legal_outcome",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kinds = table.Column<short>(type: "smallint", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: true),
                    amount_involved_fen = table.Column<long>(type: "bigint", nullable: true),
                    amount_recovered_fen = table.Column<long>(type: "bigint", nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    is_settled = table.Column<bool>(type: "boolean", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    actor = table.Column<short>(type: "smallint", nullable: false),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_outcome", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_outcome_legal_booking_booking_id",
                        column: x => x.booking_id,
                        principalTable: "legal_booking",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "legal_reading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor = table.Column<short>(type: "smallint", nullable: false),
                    actor_id = table.Column<long>(type: "bigint", nullable: false),
                    right = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_reading", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_reading_legal_booking_booking_id",
                        column: x => x.booking_id,
                        principalTable: "legal_booking",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_legal_calendar_link_secret_hash",
                table: "legal_calendar_link",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_follow_up_person_id_asked_at",
                table: "legal_follow_up",
                columns: new[] { "person_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_lawyer_chat_code_until",
                table: "legal_lawyer_chat",
                column: "code_until",
                filter: "code_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_legal_lawyer_chat_person_id",
                table: "legal_lawyer_chat",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_outcome_booking_id_version",
                table: "legal_outcome",
                columns: new[] { "booking_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_reading_at",
                table: "legal_reading",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_legal_reading_booking_id_at",
                table: "legal_reading",
                columns: new[] { "booking_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "legal_calendar_link");

            migrationBuilder.DropTable(
                name: "legal_follow_up");

            migrationBuilder.DropTable(
                name: "legal_lawyer_chat");

            migrationBuilder.DropTable(
                name: "legal_outcome");

            migrationBuilder.DropTable(
                name: "legal_reading");

            migrationBuilder.DropColumn(
                name: "first_free_at",
                table: "legal_booking");
        }
    }
}
