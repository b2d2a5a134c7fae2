using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.SystemTests.Faults;

/// <summary>What the bot's database and the platform hold of one follower, to be compared after a fault.</summary>
/// <param name="Heard">Messages the bot has kept.</param>
/// <param name="Answered">Those of them whose turn has committed.</param>
/// <param name="Version">How many turns have moved the talk.</param>
/// <param name="Said">The ledger.</param>
/// <param name="Delivered">What the platform showed the follower.</param>
internal sealed record FollowerRecord(
    string OpenId, long Heard, long Answered, int Version, IReadOnlyList<SaidRow> Said, IReadOnlyList<string> Delivered)
{
    public static async Task<FollowerRecord> ReadAsync(KillableCity city, string openId)
    {
        var person = await city.PersonAsync(openId);
        var delivered = await city.Sandbox.DeliveredAsync(openId);
        return new FollowerRecord(
            openId,
            await city.ScalarAsync<long>("SELECT count(*) FROM inbound WHERE person_id = $1", person),
            await city.ScalarAsync<long>("SELECT count(answered_at) FROM inbound WHERE person_id = $1", person),
            await city.ScalarAsync<int>("SELECT version FROM talk WHERE person_id = $1", person),
            await ReadLedgerAsync(city, new PersonId(person)),
            delivered);
    }

    public IEnumerable<SaidRow> Answers => Said.Where(row => row.Occasion.StartsWith("answer/", StringComparison.Ordinal));

    /// <summary>
    /// Each message kept had one turn and one answer, and the follower read each answer once. What the ledger itself
    /// calls unknown may have been read or not, but not twice.
    /// </summary>
    /// <param name="messages">How many the follower sent and the platform handed over.</param>
    /// <param name="outOfOrder">How often the platform gave up and told the follower so.</param>
    public void AssertEachAnswerOnce(int messages, int outOfOrder = 0)
    {
        Assert.True(Heard >= messages && Heard <= messages + outOfOrder, $"{Heard} of {messages} were kept. {this}");
        Assert.True(Answered == Heard, $"Not all were answered. {this}");
        Assert.True(Version == Heard, $"Not every message had one turn. {this}");
        Assert.True(Answers.Count() == Heard, $"Not every message has one answer. {this}");
        Assert.True(Answers.Select(row => row.Occasion).Distinct().Count() == Heard, $"A message has two answers. {this}");
        AssertDelivered(outOfOrder);
    }

    public override string ToString() =>
        $"""
        Follower {OpenId}: heard {Heard}, answered {Answered}, version {Version}
        {string.Join('\n', Said.Select(row => $"  ledger    {row.Status} {row.Occasion} {OneLine(row.Text)}"))}
        {string.Join('\n', Delivered.Select(text => $"  delivered {OneLine(text)}"))}
        """;

    private void AssertDelivered(int outOfOrder)
    {
        var missing = 0;
        foreach (var text in Said.Select(row => row.Text).Union(Delivered))
        {
            var read = Delivered.Count(t => t == text);
            var told = Count(text, OutboundStatus.Replied, OutboundStatus.Accepted, OutboundStatus.Delivered);
            Assert.True(read <= told + Count(text, OutboundStatus.Unknown), $"Read too often: {OneLine(text)}. {this}");
            missing += Math.Max(0, told - read);
        }

        Assert.True(missing <= outOfOrder, $"{missing} answers were not read. {this}");
    }

    private int Count(string text, params OutboundStatus[] statuses) =>
        Said.Count(row => row.Text == text && statuses.Contains(row.Status));

    private static string OneLine(string text) => text.ReplaceLineEndings(" / ");

    private static async Task<IReadOnlyList<SaidRow>> ReadLedgerAsync(KillableCity city, PersonId person)
    {
        await using var command = city.Source.CreateCommand(
            "SELECT occasion, text, status FROM outbound WHERE person_id = $1 ORDER BY id");
        command.Parameters.Add(new NpgsqlParameter { Value = person.Value });
        await using var row = await command.ExecuteReaderAsync();
        var said = new List<SaidRow>();
        while (await row.ReadAsync())
        {
            var occasion = row.GetString(0);
            var text = city.Ciphers.OpenText(row.GetFieldValue<byte[]>(1), person, occasion);
            said.Add(new SaidRow(occasion, text, (OutboundStatus)row.GetInt16(2)));
        }

        return said;
    }
}

internal sealed record SaidRow(string Occasion, string Text, OutboundStatus Status);
