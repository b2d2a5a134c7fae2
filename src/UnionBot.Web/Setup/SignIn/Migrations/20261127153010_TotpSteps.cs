using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Web.Setup.SignIn.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(SignInDb))]
    [Migration("20261127153010_TotpSteps")]
    public class TotpSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // used_code stays for now: the version before writes it while both run.
            migrationBuilder.AddColumn<long>(
                name: "used_step",
                schema: "sign_in",
                table: "account",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "used_step",
                schema: "sign_in",
                table: "account");
        }
    }
}
