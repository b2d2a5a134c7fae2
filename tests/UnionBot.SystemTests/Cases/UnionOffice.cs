using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Messaging;

namespace UnionBot.SystemTests.Cases;

/// <summary>A union's office on a database of its own: people write, staff are on duty, and the business clock can be moved.</summary>
internal sealed class UnionOffice : IAsyncDisposable
{
    private static long _messages;

    private readonly TestInbox _host;

    private UnionOffice(TestDatabase database, TestInbox host) => (Database, _host) = (database, host);

    public TestDatabase Database { get; }

    public BusinessClock Clock => _host.Get<BusinessClock>();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static async Task<UnionOffice> OpenAsync(TestDatabase database) => new(database, await TestInbox.StartAsync(database));

    /// <summary>A second host on the same database, its clock the same.</summary>
    public async Task<UnionOffice> SecondHostAsync()
    {
        var second = await OpenAsync(Database);
        second.Clock.Offset = Clock.Offset;
        return second;
    }

    public void Waits(TimeSpan time) => Clock.Offset += time;

    /// <summary>Somebody writes.</summary>
    /// <returns>The answer; "" for silence.</returns>
    public async Task<string> SaysAsync(string person, string text) =>
        await _host.HearAsync(person, text, Interlocked.Increment(ref _messages), Now) is InboxAnswer.Reply reply ? reply.Text : "";

    /// <summary>Somebody sends a voice message, a place or the like.</summary>
    public async Task<string> SendsAsync(string person, InputKind kind, GeoPoint? place = null)
    {
        var delivery = new Delivery("wechat", person, $"{Interlocked.Increment(ref _messages)}|{person}", Now, kind) { Place = place };
        return await _host.Inbox.ReceiveAsync(delivery, CancellationToken.None) is InboxAnswer.Reply reply ? reply.Text : "";
    }

    /// <summary>Somebody sends a photo.</summary>
    public async Task<string> SendsPhotoAsync(string person)
    {
        var number = Interlocked.Increment(ref _messages);
        var delivery = new Delivery("wechat", person, $"{number}|{person}", Now, InputKind.Photo) { MediaId = $"photo-{number}" };
        return await _host.Inbox.ReceiveAsync(delivery, CancellationToken.None) is InboxAnswer.Reply reply ? reply.Text : "";
    }

    /// <summary>A member of staff who has bound their chat.</summary>
    public async Task<long> StaffAsync(string name)
    {
        var id = (await AsAsync<StaffRegister, long?>(staff => staff.AddAsync(name, organisation: null, CancellationToken.None)))!.Value;
        var code = await AsAsync<StaffRegister, string?>(staff => staff.OpenCodeAsync(id, CancellationToken.None));
        await SaysAsync(name, $"绑定工作人员 {code}");
        return id;
    }

    /// <summary>A bound member of staff who is on duty for the next day.</summary>
    public async Task<long> OnDutyAsync(string name)
    {
        var id = await StaffAsync(name);
        await ShiftAsync(id, Now.AddMinutes(-1), Now.AddDays(1));
        return id;
    }

    public Task ShiftAsync(long staff, DateTimeOffset startsAt, DateTimeOffset endsAt) =>
        AsAsync<DutyRegister, long?>(duty => duty.AddAsync(AuditActor.System, staff, startsAt, endsAt, CancellationToken.None));

    public Task<IReadOnlyList<AlarmStep>> RoundAsync() =>
        AsAsync<AlarmRound, IReadOnlyList<AlarmStep>>(round => round.RunAsync(CancellationToken.None));

    /// <summary>Does something with a service, in a scope as a request would have it.</summary>
    public async Task<TResult> AsAsync<TService, TResult>(Func<TService, Task<TResult>> work) where TService : notnull
    {
        await using var scope = _host.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<TResult> ReadsAsync<TResult>(Func<UnionDb, Task<TResult>> query) => AsAsync(query);

    public async Task<PersonId> PersonAsync(string person)
    {
        var hash = _host.Get<MessageCiphers>().AddressHash("wechat", person);
        return await ReadsAsync(db => db.Set<Person>().Where(p => p.AddressHash == hash).Select(p => p.Id).SingleAsync());
    }

    /// <summary>What the ledger holds for somebody beside answers to their own messages, in order.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(string person)
    {
        var id = await PersonAsync(person);
        var messages = await ReadsAsync(db => db.Set<OutboundMessage>().AsNoTracking()
            .Where(m => m.PersonId == id && !m.Occasion.StartsWith("answer/")).OrderBy(m => m.Id).ToListAsync());
        return [.. messages.Select(m => _host.Get<MessageCiphers>().OpenText(m.Text, id, m.Occasion))];
    }

    /// <summary>What the platform makes of everything that is to be sent.</summary>
    public async Task SendsAllAsync(OutboundStatus fate)
    {
        foreach (var message in (await _host.Get<DueMessages>().ClaimAsync(100, CancellationToken.None)).Messages)
            await _host.Get<SendOutcomes>().RecordAsync(message, new SendFate(fate), CancellationToken.None);
    }

    public async Task UnfollowsAsync(string person) =>
        await _host.Get<Followers>().UnfollowAsync("wechat", person, Now, CancellationToken.None);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
