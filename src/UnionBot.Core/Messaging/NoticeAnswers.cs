using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>Keeps what people answer to the question for subscription notices, each answer once.</summary>
public sealed class NoticeAnswers(NpgsqlDataSource database, PeopleByAddress people)
{
    private const string KeepSql =
        """
        INSERT INTO notice_answer (key, number, person_id, template_id, accepted, by_setting, at)
        SELECT $1, t.number, $2, t.template_id, t.accepted, $3, $4 FROM unnest($5, $6, $7) AS t (number, template_id, accepted)
            ON CONFLICT DO NOTHING
        """;

    // Switched off in the settings: what was agreed to before is void, too.
    private const string VoidSql =
        """
        INSERT INTO notice_use (person_id, template_id, spent, void_at) SELECT $1, t, 0, $2 FROM unnest($3) AS t
            ON CONFLICT (person_id, template_id) DO UPDATE SET spent = 0, void_at = $2
            WHERE notice_use.void_at IS NULL OR notice_use.void_at < $2
        """;

    /// <param name="key">What the platform knows the event by; the same again when it is repeated.</param>
    /// <param name="bySetting">Whether the person switched it in the settings, instead of being asked.</param>
    /// <param name="at">The platform's time of the event; UTC.</param>
    public async Task RecordAsync(
        string channel,
        string address,
        string key,
        DateTimeOffset at,
        bool bySetting,
        IReadOnlyList<(string TemplateId, bool Accepted)> answers,
        CancellationToken ct)
    {
        var known = answers.Where(a => a.TemplateId.Length is > 0 and <= DeliveryReport.LongestId).ToArray();
        if (known.Length == 0) return;

        // Who accepted in an article may never have written to us.
        var person = await people.FindOrAddAsync(channel, address, ct);
        await using var command = database.CreateCommand(KeepSql);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = PushKey.Of(key) });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = bySetting });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = [.. Enumerable.Range(0, known.Length).Select(n => (short)n)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. known.Select(a => a.TemplateId)] });
        command.Parameters.Add(new NpgsqlParameter<bool[]> { TypedValue = [.. known.Select(a => a.Accepted)] });
        await command.ExecuteNonQueryAsync(ct);
        if (bySetting) await VoidAsync(person, at, [.. known.Where(a => !a.Accepted).Select(a => a.TemplateId).Distinct()], ct);
    }

    private async Task VoidAsync(PersonId person, DateTimeOffset at, string[] templates, CancellationToken ct)
    {
        await using var command = database.CreateCommand(VoidSql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = templates });
        await command.ExecuteNonQueryAsync(ct);
    }
}
