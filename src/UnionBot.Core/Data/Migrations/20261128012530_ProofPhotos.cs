using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261128012530_ProofPhotos")]
    public class ProofPhotos : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "proof_photo",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    media_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_id = table.Column<long>(type: "bigint", nullable: true),
                    first_visit_id = table.Column<long>(type: "bigint", nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    place = table.Column<byte[]>(type: "bytea", nullable: true),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hash = table.Column<long>(type: "bigint", nullable: true),
                    resembles_id = table.Column<long>(type: "bigint", nullable: true),
                    resembles_bits = table.Column<short>(type: "smallint", nullable: true),
                    fault = table.Column<short>(type: "smallint", nullable: true),
                    quarantined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proof_photo", x => x.id);
                    table.ForeignKey(
                        name: "fk_proof_photo_proof_photo_first_id",
                        column: x => x.first_id,
                        principalTable: "proof_photo",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proof_photo_proof_photo_resembles_id",
                        column: x => x.resembles_id,
                        principalTable: "proof_photo",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proof_file",
                columns: table => new
                {
                    sha256 = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    photo_id = table.Column<long>(type: "bigint", nullable: false),
                    visit_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proof_file", x => x.sha256);
                    table.ForeignKey(
                        name: "fk_proof_file_proof_photo_photo_id",
                        column: x => x.photo_id,
                        principalTable: "proof_photo",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proof_picture",
                columns: table => new
                {
                    photo_id = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proof_picture", x => x.photo_id);
                    table.ForeignKey(
                        name: "fk_proof_picture_proof_photo_photo_id",
                        column: x => x.photo_id,
                        principalTable: "proof_photo",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_proof_file_photo_id",
                table: "proof_file",
                column: "photo_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proof_photo_first_id",
                table: "proof_photo",
                column: "first_id");

            migrationBuilder.CreateIndex(
                name: "ix_proof_photo_media_id",
                table: "proof_photo",
                column: "media_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proof_photo_received_at",
                table: "proof_photo",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_proof_photo_resembles_id",
                table: "proof_photo",
                column: "resembles_id");

            migrationBuilder.CreateIndex(
                name: "ix_proof_photo_to_prepare",
                table: "proof_photo",
                columns: new[] { "id", "media_id" },
                filter: "taken_up_at IS NOT NULL AND prepared_at IS NULL AND first_id IS NULL AND fault IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_proof_photo_to_take_up",
                table: "proof_photo",
                column: "id",
                filter: "taken_up_at IS NULL AND fault IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_proof_photo_visit_id",
                table: "proof_photo",
                column: "visit_id");

            // By hand: EF has no indexes of expressions. Four pieces of 16 bits each, see HashPieces.
            foreach (var (piece, place) in new[] { ("(hash >> 48) & 65535", 1), ("(hash >> 32) & 65535", 2), ("(hash >> 16) & 65535", 3), ("hash & 65535", 4) })
                migrationBuilder.Sql($"CREATE INDEX ix_proof_photo_piece_{place} ON proof_photo ((({piece})::int)) INCLUDE (hash, visit_id, id) WHERE hash IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "proof_file");

            migrationBuilder.DropTable(
                name: "proof_picture");

            migrationBuilder.DropTable(
                name: "proof_photo");
        }
    }
}
