using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnionBot.Core.Data.Migrations;

/// <summary>Whom an officer asks on day 3, 30 and 90 how work goes. An old version that still runs asks nobody.</summary>
[DbContext(typeof(UnionDb))]
[Migration("20261127190000_VacancyPlacements")]
public sealed class VacancyPlacements : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE vacancy_placement (
            id uuid NOT NULL CONSTRAINT pk_vacancy_placement PRIMARY KEY,
            person_id bigint NOT NULL CONSTRAINT fk_vacancy_placement_person_person_id REFERENCES person ON DELETE RESTRICT,
            vacancy_id bigint CONSTRAINT fk_vacancy_placement_vacancy_vacancy_id REFERENCES vacancy ON DELETE RESTRICT,
            began_on date NOT NULL,
            is_working boolean NOT NULL,
            through_union boolean,
            due_on date,
            asked smallint,
            is_open boolean NOT NULL,
            has_contract boolean,
            is_insured boolean,
            is_paid boolean,
            ended_at timestamptz
        );
        CREATE UNIQUE INDEX ix_vacancy_placement_person_id ON vacancy_placement (person_id) WHERE ended_at IS NULL;
        CREATE INDEX ix_vacancy_placement_vacancy_id ON vacancy_placement (vacancy_id);
        CREATE INDEX ix_vacancy_placement_due_on ON vacancy_placement (due_on) WHERE due_on IS NOT NULL;
        CREATE INDEX ix_vacancy_placement_began_on ON vacancy_placement (began_on);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE vacancy_placement;");
}
