using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261127181142_LegalAid")]
    public class LegalAid : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "legal_booking_count",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_booking_count", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "legal_lawyer",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    name_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    office = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    skills = table.Column<string[]>(type: "text[]", nullable: false),
                    dialects = table.Column<string[]>(type: "text[]", nullable: false),
                    modes = table.Column<short>(type: "smallint", nullable: false),
                    is_woman = table.Column<bool>(type: "boolean", nullable: false),
                    signs = table.Column<bool>(type: "boolean", nullable: false),
                    new_forms = table.Column<bool>(type: "boolean", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    staff_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_lawyer", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_lawyer_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_site",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    region_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    rooms = table.Column<short>(type: "smallint", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_site", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_site_region_region_code",
                        column: x => x.region_code,
                        principalTable: "region",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_waiting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    wish = table.Column<byte[]>(type: "bytea", nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    offered_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    offered_time_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_waiting", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_waiting_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_served_employer",
                columns: table => new
                {
                    lawyer_id = table.Column<long>(type: "bigint", nullable: false),
                    employer_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_served_employer", x => new { x.lawyer_id, x.employer_hash });
                    table.ForeignKey(
                        name: "fk_legal_served_employer_legal_lawyer_lawyer_id",
                        column: x => x.lawyer_id,
                        principalTable: "legal_lawyer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "legal_absence",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    lawyer_id = table.Column<long>(type: "bigint", nullable: true),
                    site_id = table.Column<long>(type: "bigint", nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_absence", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_absence_legal_lawyer_lawyer_id",
                        column: x => x.lawyer_id,
                        principalTable: "legal_lawyer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_absence_legal_site_site_id",
                        column: x => x.site_id,
                        principalTable: "legal_site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_extra_block",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    lawyer_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ends_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    site_id = table.Column<long>(type: "bigint", nullable: true),
                    modes = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_extra_block", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_extra_block_legal_lawyer_lawyer_id",
                        column: x => x.lawyer_id,
                        principalTable: "legal_lawyer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_extra_block_legal_site_site_id",
                        column: x => x.site_id,
                        principalTable: "legal_site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_rota_block",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    lawyer_id = table.Column<long>(type: "bigint", nullable: false),
                    weekday = table.Column<short>(type: "smallint", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ends_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    site_id = table.Column<long>(type: "bigint", nullable: true),
                    modes = table.Column<short>(type: "smallint", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_rota_block", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_rota_block_legal_lawyer_lawyer_id",
                        column: x => x.lawyer_id,
                        principalTable: "legal_lawyer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_rota_block_legal_site_site_id",
                        column: x => x.site_id,
                        principalTable: "legal_site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_taken_time",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lawyer_id = table.Column<long>(type: "bigint", nullable: false),
                    site_id = table.Column<long>(type: "bigint", nullable: true),
                    room = table.Column<short>(type: "smallint", nullable: true),
                    mode = table.Column<short>(type: "smallint", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    busy_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    busy_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_by = table.Column<long>(type: "bigint", nullable: true),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_taken_time", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_taken_time_legal_lawyer_lawyer_id",
                        column: x => x.lawyer_id,
                        principalTable: "legal_lawyer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_taken_time_legal_site_site_id",
                        column: x => x.site_id,
                        principalTable: "legal_site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_taken_time_person_held_by",
                        column: x => x.held_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_waiting_offer",
                columns: table => new
                {
                    waiting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lawyer_id = table.Column<long>(type: "bigint", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_waiting_offer", x => new { x.waiting_id, x.lawyer_id, x.starts_at });
                    table.ForeignKey(
                        name: "fk_legal_waiting_offer_legal_waiting_waiting_id",
                        column: x => x.waiting_id,
                        principalTable: "legal_waiting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "legal_booking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    number_day = table.Column<DateOnly>(type: "date", nullable: false),
                    number_in_day = table.Column<int>(type: "integer", nullable: false),
                    taken_time_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lawyer_id = table.Column<long>(type: "bigint", nullable: false),
                    site_id = table.Column<long>(type: "bigint", nullable: true),
                    mode = table.Column<short>(type: "smallint", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    topic = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    region_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    for_other = table.Column<bool>(type: "boolean", nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    consent_version = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    told = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_coming = table.Column<bool>(type: "boolean", nullable: false),
                    moves = table.Column<short>(type: "smallint", nullable: false),
                    failed_calls = table.Column<short>(type: "smallint", nullable: false),
                    checked_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_booking", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_booking_legal_lawyer_lawyer_id",
                        column: x => x.lawyer_id,
                        principalTable: "legal_lawyer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_booking_legal_site_site_id",
                        column: x => x.site_id,
                        principalTable: "legal_site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_booking_legal_taken_time_taken_time_id",
                        column: x => x.taken_time_id,
                        principalTable: "legal_taken_time",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_legal_booking_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_booking_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deed = table.Column<short>(type: "smallint", nullable: false),
                    actor = table.Column<short>(type: "smallint", nullable: false),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    from_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    from_lawyer = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_booking_event", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_booking_event_legal_booking_booking_id",
                        column: x => x.booking_id,
                        principalTable: "legal_booking",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "legal_displacement",
                columns: table => new
                {
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_displacement", x => x.booking_id);
                    table.ForeignKey(
                        name: "fk_legal_displacement_legal_booking_booking_id",
                        column: x => x.booking_id,
                        principalTable: "legal_booking",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_legal_absence_ends_at",
                table: "legal_absence",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_legal_absence_lawyer_id_site_id_starts_at",
                table: "legal_absence",
                columns: new[] { "lawyer_id", "site_id", "starts_at" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_legal_absence_site_id",
                table: "legal_absence",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_booking_lawyer_id_starts_at",
                table: "legal_booking",
                columns: new[] { "lawyer_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_booking_number_day_number_in_day",
                table: "legal_booking",
                columns: new[] { "number_day", "number_in_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_booking_person_id_starts_at",
                table: "legal_booking",
                columns: new[] { "person_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_booking_phone_hash_starts_at",
                table: "legal_booking",
                columns: new[] { "phone_hash", "starts_at" },
                filter: "phone_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_legal_booking_site_id",
                table: "legal_booking",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_booking_taken_time_id",
                table: "legal_booking",
                column: "taken_time_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_booking_event_booking_id_at",
                table: "legal_booking_event",
                columns: new[] { "booking_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_displacement_answer_by",
                table: "legal_displacement",
                column: "answer_by",
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_legal_extra_block_day",
                table: "legal_extra_block",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_legal_extra_block_lawyer_id_day_starts_at",
                table: "legal_extra_block",
                columns: new[] { "lawyer_id", "day", "starts_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_extra_block_site_id",
                table: "legal_extra_block",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_lawyer_name_hash",
                table: "legal_lawyer",
                column: "name_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_lawyer_staff_id",
                table: "legal_lawyer",
                column: "staff_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_rota_block_lawyer_id_weekday_starts_at_valid_from",
                table: "legal_rota_block",
                columns: new[] { "lawyer_id", "weekday", "starts_at", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_rota_block_site_id",
                table: "legal_rota_block",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_served_employer_employer_hash",
                table: "legal_served_employer",
                column: "employer_hash");

            migrationBuilder.CreateIndex(
                name: "ix_legal_site_name",
                table: "legal_site",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_site_region_code",
                table: "legal_site",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_legal_taken_time_busy_until",
                table: "legal_taken_time",
                column: "busy_until");

            migrationBuilder.CreateIndex(
                name: "ix_legal_taken_time_held_by",
                table: "legal_taken_time",
                column: "held_by",
                unique: true,
                filter: "held_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_legal_taken_time_lawyer_id",
                table: "legal_taken_time",
                column: "lawyer_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_taken_time_site_id",
                table: "legal_taken_time",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_waiting_is_urgent_asked_at",
                table: "legal_waiting",
                columns: new[] { "is_urgent", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_waiting_person_id",
                table: "legal_waiting",
                column: "person_id",
                unique: true);

            // Two times of one lawyer never meet, nor two in one room, the rests around them included.
            migrationBuilder.Sql(
                """
                CREATE EXTENSION IF NOT EXISTS btree_gist;
                ALTER TABLE legal_taken_time
                    ADD CONSTRAINT one_time_of_a_lawyer EXCLUDE USING gist (lawyer_id WITH =, tstzrange(busy_from, busy_until) WITH &&),
                    ADD CONSTRAINT one_time_in_a_room EXCLUDE USING gist
                        (site_id WITH =, room WITH =, tstzrange(busy_from, busy_until) WITH &&) WHERE (site_id IS NOT NULL);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "legal_absence");

            migrationBuilder.DropTable(
                name: "legal_booking_count");

            migrationBuilder.DropTable(
                name: "legal_booking_event");

            migrationBuilder.DropTable(
                name: "legal_displacement");

            migrationBuilder.DropTable(
                name: "legal_extra_block");

            migrationBuilder.DropTable(
                name: "legal_rota_block");

            migrationBuilder.DropTable(
                name: "legal_served_employer");

            migrationBuilder.DropTable(
                name: "legal_waiting_offer");

            migrationBuilder.DropTable(
                name: "legal_booking");

            migrationBuilder.DropTable(
                name: "legal_waiting");

            migrationBuilder.DropTable(
                name: "legal_taken_time");

            migrationBuilder.DropTable(
                name: "legal_lawyer");

            migrationBuilder.DropTable(
                name: "legal_site");
        }
    }
}
