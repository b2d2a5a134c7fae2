using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261126215932_Vacancies")]
    public class Vacancies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_union_case_person_id_kind",
                table: "union_case");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_at",
                table: "union_case",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "subject",
                table: "union_case",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "employer",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: true),
                    licence_seen_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vacancy",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employer_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    trade = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    duties = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    hours = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    benefits = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    demands = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    licence = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    pay_terms = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    region_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    street = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    address = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    pay_unit = table.Column<short>(type: "smallint", nullable: false),
                    pay_min_fen = table.Column<long>(type: "bigint", nullable: true),
                    pay_max_fen = table.Column<long>(type: "bigint", nullable: true),
                    pay_month_fen = table.Column<long>(type: "bigint", nullable: true),
                    traits = table.Column<int>(type: "integer", nullable: false),
                    denied = table.Column<int>(type: "integer", nullable: false),
                    education = table.Column<short>(type: "smallint", nullable: false),
                    age_min = table.Column<int>(type: "integer", nullable: true),
                    age_max = table.Column<int>(type: "integer", nullable: true),
                    gender = table.Column<short>(type: "smallint", nullable: false),
                    head_count = table.Column<int>(type: "integer", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    contact = table.Column<byte[]>(type: "bytea", nullable: true),
                    contact_phone = table.Column<byte[]>(type: "bytea", nullable: false),
                    contact_phone_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    sources = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    flags = table.Column<int>(type: "integer", nullable: false),
                    verified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vacancy", x => x.id);
                    table.ForeignKey(
                        name: "fk_vacancy_employer_employer_id",
                        column: x => x.employer_id,
                        principalTable: "employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_vacancy_region_region_code",
                        column: x => x.region_code,
                        principalTable: "region",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_union_case_person_id_kind_subject",
                table: "union_case",
                columns: new[] { "person_id", "kind", "subject" },
                unique: true,
                filter: "status <> 2")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_employer_code",
                table: "employer",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employer_name_code",
                table: "employer",
                columns: new[] { "name", "code" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_employer_id_title_contact_phone_hash",
                table: "vacancy",
                columns: new[] { "employer_id", "title", "contact_phone_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_region_code",
                table: "vacancy",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_state_valid_until",
                table: "vacancy",
                columns: new[] { "state", "valid_until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "vacancy");

            migrationBuilder.DropTable(
                name: "employer");

            migrationBuilder.DropIndex(
                name: "ix_union_case_person_id_kind_subject",
                table: "union_case");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "union_case");

            migrationBuilder.DropColumn(
                name: "subject",
                table: "union_case");

            migrationBuilder.CreateIndex(
                name: "ix_union_case_person_id_kind",
                table: "union_case",
                columns: new[] { "person_id", "kind" },
                unique: true,
                filter: "status <> 2");
        }
    }
}
