using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261127011050_KnowledgeReview")]
    public class KnowledgeReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "added_sentence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    target = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    text_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_by = table.Column<long>(type: "bigint", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_added_sentence", x => x.id);
                    table.ForeignKey(
                        name: "fk_added_sentence_staff_added_by",
                        column: x => x.added_by,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_sentence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    text_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_sentence", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_added_sentence_added_by",
                table: "added_sentence",
                column: "added_by");

            migrationBuilder.CreateIndex(
                name: "ix_added_sentence_number",
                table: "added_sentence",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_added_sentence_text_hash",
                table: "added_sentence",
                column: "text_hash",
                unique: true,
                filter: "withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_review_sentence_number",
                table: "review_sentence",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_sentence_text_hash",
                table: "review_sentence",
                column: "text_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "added_sentence");

            migrationBuilder.DropTable(
                name: "review_sentence");
        }
    }
}
