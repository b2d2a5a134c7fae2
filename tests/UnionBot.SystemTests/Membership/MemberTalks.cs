using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Membership;
using UnionBot.Services.Membership.Codes;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;

namespace UnionBot.SystemTests.Membership;

/// <summary>Talks about membership on a real database: a roster, people who write, and the codes their phones would get.</summary>
internal sealed class MemberTalks : IAsyncDisposable
{
    private long _messages;

    private MemberTalks(TestDatabase database, TestInbox inbox) => (Database, Inbox) = (database, inbox);

    public TestDatabase Database { get; }

    public TestInbox Inbox { get; }

    public static Task<MemberTalks> StartAsync() => StartAsync(EncryptionKeys.Parse(TestInbox.KeySetting.Value, RunningBot.Key(2)));

    public static async Task<MemberTalks> StartAsync(EncryptionKeys keys)
    {
        var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("INSERT INTO region (code, name, level) VALUES ('370781', '青州市', 2)");
        await database.ExecuteAsync(
            "INSERT INTO organisation (id, path, name, level, region_code) VALUES (1, '1.', '青州市第一棉纺厂工会', 5, '370781')");
        return new MemberTalks(database, await TestInbox.StartAsync(database, keys));
    }

    /// <summary>Adds a row to the roster.</summary>
    public async Task<long> AddMemberAsync(long id, string name, string phone)
    {
        Assert.True(MobileNumber.TryParse(phone, out var mobile));
        await using var db = Database.Open();
        var identity = Inbox.Get<MemberCiphers>().Seal(id, name, mobile, idNumber: null);
        db.Add(new Member(id, 1, identity, $"NO{id}", new DateOnly(2019, 5, 1), MemberStatus.Active));
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>Says these one after the other.</summary>
    /// <returns>The answer to the last.</returns>
    public async Task<string> SayAsync(string person, params string[] texts)
    {
        var answer = "";
        foreach (var text in texts)
        {
            var msgId = Interlocked.Increment(ref _messages);
            var reply = await Inbox.HearAsync(person, text, msgId, TimeProvider.System.GetUtcNow());
            answer = reply is InboxAnswer.Reply said ? said.Text : reply.ToString();
        }

        return answer;
    }

    public Task FollowAsync(string person) => Inbox.Inbox.ReceiveAsync(
        new Delivery("wechat", person, $"follow|{person}", TimeProvider.System.GetUtcNow(), InputKind.Followed), CancellationToken.None);

    /// <summary>The code that was issued last, as the phone would show it.</summary>
    public async Task<string> LastCodeAsync(string person)
    {
        var id = await PersonIdAsync(person);
        await using var db = Database.Open();
        var code = await db.Set<OneTimeCode>().Where(c => c.PersonId == id && c.Code != null).OrderBy(c => c.CreatedAt).LastAsync();
        return Inbox.Get<MembershipCiphers>().OpenCode(code.Id, code.Code!);
    }

    /// <summary>Some six digits that are not the person's code.</summary>
    public async Task<string> WrongCodeAsync(string person) => await LastCodeAsync(person) == "111111" ? "222222" : "111111";

    public async Task<PersonId> PersonIdAsync(string person) => new(await Database.ScalarAsync<long>(
        "SELECT id FROM person WHERE address_hash = $1", Inbox.Get<MessageCiphers>().AddressHash("wechat", person)));

    /// <summary>Lets real time pass for the codes.</summary>
    public Task PassAsync(TimeSpan time) => Database.ExecuteAsync(
        """
        UPDATE one_time_code SET created_at = created_at - $1, expires_at = expires_at - $1
        """, time);

    public async ValueTask DisposeAsync()
    {
        await Inbox.DisposeAsync();
        await Database.DisposeAsync();
    }
}
