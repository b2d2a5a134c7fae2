using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace UnionBot.Core.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(UnionDb))]
    [Migration("20261128010121_Campaigns")]
    public class Campaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "campaign",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    audience = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    cash_fen = table.Column<long>(type: "bigint", nullable: false),
                    ceiling_fen = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    authors = table.Column<long[]>(type: "bigint[]", nullable: false),
                    approved_by = table.Column<long>(type: "bigint", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign", x => x.id);
                    table.CheckConstraint("campaign_four_eyes", "approved_by IS NULL OR NOT approved_by = ANY (authors)");
                    table.ForeignKey(
                        name: "fk_campaign_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    file_no = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    region_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    street = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    address_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    people = table.Column<short>(type: "smallint", nullable: false),
                    @class = table.Column<short>(name: "class", type: "smallint", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    is_helped_elsewhere = table.Column<bool>(type: "boolean", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    import_run_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household", x => x.id);
                    table.CheckConstraint("household_place", "(latitude IS NULL) = (longitude IS NULL)");
                    table.ForeignKey(
                        name: "fk_household_import_run_import_run_id",
                        column: x => x.import_run_id,
                        principalTable: "import_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_household_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_household_region_region_code",
                        column: x => x.region_code,
                        principalTable: "region",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_item",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_site",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    region_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    address = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    outdoor_hours = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    contact_name = table.Column<byte[]>(type: "bytea", nullable: true),
                    contact_phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    contact_phone_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_site", x => x.id);
                    table.CheckConstraint("work_site_place", "(latitude IS NULL) = (longitude IS NULL)");
                    table.ForeignKey(
                        name: "fk_work_site_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_site_region_region_code",
                        column: x => x.region_code,
                        principalTable: "region",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_line",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<short>(type: "smallint", nullable: false),
                    planned_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_line", x => x.id);
                    table.CheckConstraint("budget_line_enough", "paid_fen >= 0 AND paid_fen <= planned_fen");
                    table.ForeignKey(
                        name: "fk_budget_line_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campaign_stage",
                columns: table => new
                {
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<short>(type: "smallint", nullable: false),
                    title = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    gate = table.Column<short>(type: "smallint", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    passed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    passed_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_stage", x => new { x.campaign_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_campaign_stage_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campaign_visitor",
                columns: table => new
                {
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    staff_id = table.Column<long>(type: "bigint", nullable: false),
                    regions = table.Column<string[]>(type: "text[]", nullable: false),
                    per_day = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_visitor", x => new { x.campaign_id, x.staff_id });
                    table.ForeignKey(
                        name: "fk_campaign_visitor_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_campaign_visitor_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household_person",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    household_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    name_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    id_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    id_number_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    is_head = table.Column<bool>(type: "boolean", nullable: false),
                    labels = table.Column<int>(type: "integer", nullable: false),
                    has_died = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_household_person_household_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "household_year",
                columns: table => new
                {
                    household_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<short>(type: "smallint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    ceiling_fen = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_year", x => new { x.household_id, x.year });
                    table.CheckConstraint("household_year_ceiling", "paid_fen >= 0 AND (ceiling_fen IS NULL OR paid_fen <= ceiling_fen)");
                    table.ForeignKey(
                        name: "fk_household_year_household_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_apart",
                columns: table => new
                {
                    first_id = table.Column<long>(type: "bigint", nullable: false),
                    second_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_households_apart", x => new { x.first_id, x.second_id });
                    table.CheckConstraint("households_apart_order", "first_id < second_id");
                    table.ForeignKey(
                        name: "fk_households_apart_household_first_id",
                        column: x => x.first_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_households_apart_household_second_id",
                        column: x => x.second_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campaign_kit",
                columns: table => new
                {
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_kit", x => new { x.campaign_id, x.item_id });
                    table.CheckConstraint("campaign_kit_count", "count > 0");
                    table.ForeignKey(
                        name: "fk_campaign_kit_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_campaign_kit_stock_item_item_id",
                        column: x => x.item_id,
                        principalTable: "stock_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_lot",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    warehouse = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    received = table.Column<int>(type: "integer", nullable: false),
                    in_store = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_lot", x => x.id);
                    table.CheckConstraint("stock_lot_left", "received > 0 AND in_store >= 0 AND in_store <= received");
                    table.ForeignKey(
                        name: "fk_stock_lot_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stock_lot_stock_item_item_id",
                        column: x => x.item_id,
                        principalTable: "stock_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_target",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    household_id = table.Column<long>(type: "bigint", nullable: true),
                    work_site_id = table.Column<long>(type: "bigint", nullable: true),
                    labels = table.Column<int>(type: "integer", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    left_out = table.Column<short>(type: "smallint", nullable: true),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_target", x => x.id);
                    table.CheckConstraint("campaign_target_one", "(household_id IS NULL) <> (work_site_id IS NULL)");
                    table.CheckConstraint("campaign_target_reason", "(left_out IS NULL) = (state = 0)");
                    table.ForeignKey(
                        name: "fk_campaign_target_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_campaign_target_household_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_campaign_target_work_site_work_site_id",
                        column: x => x.work_site_id,
                        principalTable: "work_site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "carried_stock",
                columns: table => new
                {
                    staff_id = table.Column<long>(type: "bigint", nullable: false),
                    lot_id = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_carried_stock", x => new { x.staff_id, x.lot_id });
                    table.CheckConstraint("carried_stock_left", "count >= 0");
                    table.ForeignKey(
                        name: "fk_carried_stock_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_carried_stock_stock_lot_lot_id",
                        column: x => x.lot_id,
                        principalTable: "stock_lot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    second_id = table.Column<long>(type: "bigint", nullable: true),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ordinal = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: true),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    metres = table.Column<int>(type: "integer", nullable: true),
                    place_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    receipt = table.Column<short>(type: "smallint", nullable: true),
                    received_by = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    budget_line_id = table.Column<long>(type: "bigint", nullable: true),
                    refuses_press = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit", x => x.id);
                    table.CheckConstraint("visit_outcome", "(outcome IS NULL) = (state = 0)");
                    table.CheckConstraint("visit_paid", "paid_fen >= 0 AND (paid_fen > 0) = (budget_line_id IS NOT NULL)");
                    table.CheckConstraint("visit_two", "second_id IS NULL OR second_id <> lead_id");
                    table.ForeignKey(
                        name: "fk_visit_budget_line_budget_line_id",
                        column: x => x.budget_line_id,
                        principalTable: "budget_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_visit_campaign_target_target_id",
                        column: x => x.target_id,
                        principalTable: "campaign_target",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_staff_lead_id",
                        column: x => x.lead_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_staff_second_id",
                        column: x => x.second_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_move",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    lot_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    staff_id = table.Column<long>(type: "bigint", nullable: true),
                    visit_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_move", x => x.id);
                    table.CheckConstraint("stock_move_count", "count > 0");
                    table.ForeignKey(
                        name: "fk_stock_move_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stock_move_stock_lot_lot_id",
                        column: x => x.lot_id,
                        principalTable: "stock_lot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stock_move_visit_visit_id",
                        column: x => x.visit_id,
                        principalTable: "visit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visit_gift",
                columns: table => new
                {
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    lot_id = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_gift", x => new { x.visit_id, x.lot_id });
                    table.CheckConstraint("visit_gift_count", "count > 0");
                    table.ForeignKey(
                        name: "fk_visit_gift_stock_lot_lot_id",
                        column: x => x.lot_id,
                        principalTable: "stock_lot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_gift_visit_visit_id",
                        column: x => x.visit_id,
                        principalTable: "visit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_budget_line_campaign_id_source",
                table: "budget_line",
                columns: new[] { "campaign_id", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaign_organisation_id_title",
                table: "campaign",
                columns: new[] { "organisation_id", "title" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaign_kit_item_id",
                table: "campaign_kit",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_target_campaign_id_household_id",
                table: "campaign_target",
                columns: new[] { "campaign_id", "household_id" },
                unique: true,
                filter: "household_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_target_campaign_id_work_site_id",
                table: "campaign_target",
                columns: new[] { "campaign_id", "work_site_id" },
                unique: true,
                filter: "work_site_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_target_household_id",
                table: "campaign_target",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_target_work_site_id",
                table: "campaign_target",
                column: "work_site_id");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_visitor_staff_id",
                table: "campaign_visitor",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_carried_stock_lot_id",
                table: "carried_stock",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_address_hash",
                table: "household",
                column: "address_hash",
                filter: "address_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_household_import_run_id",
                table: "household",
                column: "import_run_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_organisation_id_file_no",
                table: "household",
                columns: new[] { "organisation_id", "file_no" },
                unique: true,
                filter: "file_no IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_household_region_code",
                table: "household",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_household_person_household_id",
                table: "household_person",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_person_id_number_hash",
                table: "household_person",
                column: "id_number_hash",
                unique: true,
                filter: "id_number_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_household_person_phone_hash_name_hash",
                table: "household_person",
                columns: new[] { "phone_hash", "name_hash" });

            migrationBuilder.CreateIndex(
                name: "ix_households_apart_second_id",
                table: "households_apart",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_item_name",
                table: "stock_item",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stock_lot_campaign_id_item_id",
                table: "stock_lot",
                columns: new[] { "campaign_id", "item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stock_lot_item_id",
                table: "stock_lot",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_lot_id",
                table: "stock_move",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_staff_id",
                table: "stock_move",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_visit_id",
                table: "stock_move",
                column: "visit_id",
                filter: "visit_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_visit_budget_line_id",
                table: "visit",
                column: "budget_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_campaign_id_lead_id_planned_on",
                table: "visit",
                columns: new[] { "campaign_id", "lead_id", "planned_on" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_lead_id",
                table: "visit",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_open",
                table: "visit",
                column: "target_id",
                unique: true,
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_visit_second_id",
                table: "visit",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_settled",
                table: "visit",
                column: "target_id",
                unique: true,
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_visit_gift_lot_id",
                table: "visit_gift",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_site_contact_phone_hash",
                table: "work_site",
                column: "contact_phone_hash",
                filter: "contact_phone_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_site_organisation_id_name",
                table: "work_site",
                columns: new[] { "organisation_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_site_region_code",
                table: "work_site",
                column: "region_code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campaign_kit");

            migrationBuilder.DropTable(
                name: "campaign_stage");

            migrationBuilder.DropTable(
                name: "campaign_visitor");

            migrationBuilder.DropTable(
                name: "carried_stock");

            migrationBuilder.DropTable(
                name: "household_person");

            migrationBuilder.DropTable(
                name: "household_year");

            migrationBuilder.DropTable(
                name: "households_apart");

            migrationBuilder.DropTable(
                name: "stock_move");

            migrationBuilder.DropTable(
                name: "visit_gift");

            migrationBuilder.DropTable(
                name: "stock_lot");

            migrationBuilder.DropTable(
                name: "visit");

            migrationBuilder.DropTable(
                name: "stock_item");

            migrationBuilder.DropTable(
                name: "budget_line");

            migrationBuilder.DropTable(
                name: "campaign_target");

            migrationBuilder.DropTable(
                name: "campaign");

            migrationBuilder.DropTable(
                name: "household");

            migrationBuilder.DropTable(
                name: "work_site");
        }
    }
}
