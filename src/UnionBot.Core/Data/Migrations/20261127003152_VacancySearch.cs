using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261127003152_VacancySearch")]
    public class VacancySearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "tokens",
                table: "vacancy",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.CreateTable(
                name: "vacancy_call",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    vacancy_id = table.Column<long>(type: "bigint", nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    way = table.Column<short>(type: "smallint", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vacancy_call", x => x.id);
                    table.ForeignKey(
                        name: "fk_vacancy_call_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_vacancy_call_vacancy_vacancy_id",
                        column: x => x.vacancy_id,
                        principalTable: "vacancy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vacancy_report",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    vacancy_id = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vacancy_report", x => new { x.vacancy_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_vacancy_report_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_vacancy_report_vacancy_vacancy_id",
                        column: x => x.vacancy_id,
                        principalTable: "vacancy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_pay_month_fen",
                table: "vacancy",
                column: "pay_month_fen",
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_tokens",
                table: "vacancy",
                column: "tokens",
                filter: "state = 1")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_verified_on_id",
                table: "vacancy",
                columns: new[] { "verified_on", "id" },
                descending: new bool[0],
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_call_asked_at",
                table: "vacancy_call",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_call_person_id_vacancy_id_asked_at",
                table: "vacancy_call",
                columns: new[] { "person_id", "vacancy_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_call_vacancy_id",
                table: "vacancy_call",
                column: "vacancy_id");

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_report_person_id",
                table: "vacancy_report",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "vacancy_call");

            migrationBuilder.DropTable(
                name: "vacancy_report");

            migrationBuilder.DropIndex(
                name: "ix_vacancy_pay_month_fen",
                table: "vacancy");

            migrationBuilder.DropIndex(
                name: "ix_vacancy_tokens",
                table: "vacancy");

            migrationBuilder.DropIndex(
                name: "ix_vacancy_verified_on_id",
                table: "vacancy");

            migrationBuilder.DropColumn(
                name: "tokens",
                table: "vacancy");
        }
    }
}
