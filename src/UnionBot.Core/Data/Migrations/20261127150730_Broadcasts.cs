using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261127150730_Broadcasts")]
    public class Broadcasts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "broadcast",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    route = table.Column<short>(type: "smallint", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    text = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    districts = table.Column<string[]>(type: "text[]", nullable: false),
                    worker_types = table.Column<string[]>(type: "text[]", nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    levels = table.Column<short[]>(type: "smallint[]", nullable: false),
                    case_kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    authors = table.Column<long[]>(type: "bigint[]", nullable: false),
                    changed_by = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved_by = table.Column<long>(type: "bigint", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_itself = table.Column<bool>(type: "boolean", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broadcast", x => x.id);
                    table.ForeignKey(
                        name: "fk_broadcast_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_broadcast_not_before",
                table: "broadcast",
                column: "not_before",
                filter: "state IN (1, 2, 3)");

            migrationBuilder.CreateIndex(
                name: "ix_broadcast_organisation_id",
                table: "broadcast",
                column: "organisation_id");

            // Tags of members, by which staff say whom they mean; the kind of worker is one of them.
            migrationBuilder.Sql(
                """
                CREATE TABLE member_tag (
                    member_id bigint NOT NULL REFERENCES member ON DELETE CASCADE,
                    tag varchar(20) NOT NULL,
                    PRIMARY KEY (member_id, tag)
                );
                CREATE INDEX member_tag_tag ON member_tag (tag);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE member_tag;");

            migrationBuilder.DropTable(
                name: "broadcast");
        }
    }
}
