using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261127074211_GatheredAlarms")]
    public class GatheredAlarms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "shared_occasion",
                table: "alarm_call",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_alarm_call_shared_occasion",
                table: "alarm_call",
                column: "shared_occasion",
                filter: "shared_occasion IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_alarm_call_shared_occasion",
                table: "alarm_call");

            migrationBuilder.DropColumn(
                name: "shared_occasion",
                table: "alarm_call");
        }
    }
}
