using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261126203932_KeyUse")]
    public class KeyUse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<short>(
                name: "use",
                table: "key_proof",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            // Proofs are hashes of 16 bytes now; the next start keeps new ones of its keys.
            migrationBuilder.Sql("DELETE FROM key_proof WHERE length(proof) > 16;");

            // What the triggers call that refuse values sealed with a key that has been replaced.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION refuse_replaced_key() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'key % has been replaced; it seals nothing of %.% any more', TG_ARGV[0], TG_ARGV[1], TG_ARGV[2]
                        USING ERRCODE = 'check_violation';
                END $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION refuse_replaced_key() CASCADE;");
            migrationBuilder.DropColumn(
                name: "use",
                table: "key_proof");
        }
    }
}
