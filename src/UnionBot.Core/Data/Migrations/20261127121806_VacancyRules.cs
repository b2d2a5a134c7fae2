using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261127121806_VacancyRules")]
    public class VacancyRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "vacancy_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    owner = table.Column<short>(type: "smallint", nullable: false),
                    wish = table.Column<byte[]>(type: "bytea", nullable: false),
                    trades = table.Column<string[]>(type: "text[]", nullable: false),
                    month_fen = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    every_days = table.Column<short>(type: "smallint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    matched_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vacancy_rule", x => x.id);
                    table.ForeignKey(
                        name: "fk_vacancy_rule_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vacancy_sent",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    vacancy_id = table.Column<long>(type: "bigint", nullable: false),
                    rule_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<short>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vacancy_sent", x => new { x.person_id, x.vacancy_id });
                    table.ForeignKey(
                        name: "fk_vacancy_sent_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_vacancy_sent_vacancy_vacancy_id",
                        column: x => x.vacancy_id,
                        principalTable: "vacancy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_rule_answered_at",
                table: "vacancy_rule",
                column: "answered_at",
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_rule_person_id_owner",
                table: "vacancy_rule",
                columns: new[] { "person_id", "owner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_sent_at",
                table: "vacancy_sent",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_sent_vacancy_id",
                table: "vacancy_sent",
                column: "vacancy_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "vacancy_rule");

            migrationBuilder.DropTable(
                name: "vacancy_sent");
        }
    }
}
