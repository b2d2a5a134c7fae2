using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup.Keys.Rotation;

namespace UnionBot.SystemTests.Keys;

public sealed class SealedColumnTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    /// <summary>Bytes that are no secret: hashes, and what messages and keys are recognised by.</summary>
    private static readonly string[] Plain =
    [
        "added_sentence.text_hash", "bind_code.hash", "delivery_report.key", "household.address_hash", "household_person.id_number_hash",
        "household_person.name_hash", "household_person.phone_hash", "import_run.file_hash", "inbound.key", "key_proof.proof",
        "legal_booking.phone_hash", "legal_calendar_link.secret_hash", "legal_lawyer_chat.code_hash", "legal_lawyer.name_hash", "legal_served_employer.employer_hash",
        "member.id_number_hash", "member.name_hash", "member.phone_hash", "my_data_link.hash", "my_data_link.key_hash",
        "notice_answer.key", "one_time_code.hash", "one_time_code.phone_hash", "person.address_hash", "person.phone_hash", "platform_event.key",
        "proof_file.sha256", "review_sentence.text_hash", "staff.code_hash", "vacancy.contact_phone_hash", "work_site.contact_phone_hash",
    ];

    [Fact]
    public async Task Every_column_of_bytes_is_declared_as_sealed_or_known_to_hold_no_secret()
    {
        await using var command = fixture.Database.Source.CreateCommand(
            """
            SELECT table_name || '.' || column_name FROM information_schema.columns
             WHERE table_schema = 'public' AND data_type = 'bytea'
               AND NOT EXISTS (SELECT 1 FROM pg_inherits WHERE inhrelid = table_name::regclass)
            """);
        var columns = new List<string>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) columns.Add(row.GetString(0));

        Assert.Equal(
            SealedColumns.All.Select(column => column.Name).Concat(Plain).Order(StringComparer.Ordinal),
            columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_column_is_declared_twice() =>
        Assert.Equal(SealedColumns.All.Count, SealedColumns.All.Select(column => column.Name).Distinct().Count());
}
