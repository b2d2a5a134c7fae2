using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Web.Setup.SignIn.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(SignInDb))]
    [Migration("20261127114212_Accounts")]
    public class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "sign_in");

            migrationBuilder.CreateTable(
                name: "account",
                schema: "sign_in",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    password_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_code = table.Column<string>(type: "text", nullable: true),
                    user_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sent_form",
                schema: "sign_in",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sent_form", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "account_secret",
                schema: "sign_in",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_secret", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_secret_account_user_id",
                        column: x => x.user_id,
                        principalSchema: "sign_in",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session",
                schema: "sign_in",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 256, nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    awaits_code = table.Column<bool>(type: "boolean", nullable: false),
                    device = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.hash);
                    table.ForeignKey(
                        name: "fk_session_account_account_id",
                        column: x => x.account_id,
                        principalSchema: "sign_in",
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // An account belongs to a row of the list of staff, which lies in the other schema.
            migrationBuilder.Sql("ALTER TABLE sign_in.account ADD CONSTRAINT fk_account_staff_id FOREIGN KEY (id) REFERENCES staff (id)");

            migrationBuilder.CreateIndex(
                name: "ix_account_normalized_user_name",
                schema: "sign_in",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sent_form_sent_at",
                schema: "sign_in",
                table: "sent_form",
                column: "sent_at");

            migrationBuilder.CreateIndex(
                name: "ix_session_account_id",
                schema: "sign_in",
                table: "session",
                column: "account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_secret",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "sent_form",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "session",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "account",
                schema: "sign_in");
        }
    }
}
