using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261126235633_MyDataLinkKey")]
    public class MyDataLinkKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "key_hash",
                table: "my_data_link",
                type: "bytea",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "key_hash",
                table: "my_data_link");
        }
    }
}
