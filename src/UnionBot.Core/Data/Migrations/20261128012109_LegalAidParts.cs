using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261128012109_LegalAidParts")]
    public class LegalAidParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "organisation_id",
                table: "legal_site",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "organisation_id",
                table: "legal_lawyer",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "group_id",
                table: "legal_booking",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "legal_fair",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    lawyer_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_fair", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_fair_legal_lawyer_lawyer_id",
                        column: x => x.lawyer_id,
                        principalTable: "legal_lawyer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_fair_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_group",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_group", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_legal_site_organisation_id",
                table: "legal_site",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_lawyer_organisation_id",
                table: "legal_lawyer",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_booking_group_id",
                table: "legal_booking",
                column: "group_id",
                filter: "group_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_legal_fair_day_name",
                table: "legal_fair",
                columns: new[] { "day", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_fair_lawyer_id",
                table: "legal_fair",
                column: "lawyer_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_fair_organisation_id",
                table: "legal_fair",
                column: "organisation_id");

            migrationBuilder.AddForeignKey(
                name: "fk_legal_booking_legal_group_group_id",
                table: "legal_booking",
                column: "group_id",
                principalTable: "legal_group",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_legal_lawyer_organisation_organisation_id",
                table: "legal_lawyer",
                column: "organisation_id",
                principalTable: "organisation",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_legal_site_organisation_organisation_id",
                table: "legal_site",
                column: "organisation_id",
                principalTable: "organisation",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_legal_booking_legal_group_group_id",
                table: "legal_booking");

            migrationBuilder.DropForeignKey(
                name: "fk_legal_lawyer_organisation_organisation_id",
                table: "legal_lawyer");

            migrationBuilder.DropForeignKey(
                name: "fk_legal_site_organisation_organisation_id",
                table: "legal_site");

            migrationBuilder.DropTable(
                name: "legal_fair");

            migrationBuilder.DropTable(
                name: "legal_group");

            migrationBuilder.DropIndex(
                name: "ix_legal_site_organisation_id",
                table: "legal_site");

            migrationBuilder.DropIndex(
                name: "ix_legal_lawyer_organisation_id",
                table: "legal_lawyer");

            migrationBuilder.DropIndex(
                name: "ix_legal_booking_group_id",
                table: "legal_booking");

            migrationBuilder.DropColumn(
                name: "organisation_id",
                table: "legal_site");

            migrationBuilder.DropColumn(
                name: "organisation_id",
                table: "legal_lawyer");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "legal_booking");
        }
    }
}
