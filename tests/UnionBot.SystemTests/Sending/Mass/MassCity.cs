using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sending.Mass;

/// <summary>
/// A city whose account sends to many, in small parts. It begins at ten in the morning, whenever the test runs: at night
/// nothing would be sent.
/// </summary>
public sealed class MassCity : AlarmCity
{
    public const string Custom = "/cgi-bin/message/custom/send";
    public const string Template = "/cgi-bin/message/template/send";
    public const string List = "/cgi-bin/message/mass/send";
    public const string FormId = "mass";

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private int _broadcasts;

    /// <summary>How the account sends to many.</summary>
    public MassWay By { get; init; }

    /// <summary>What the broadcasts say.</summary>
    internal MassWords Words { get; } = new();

    protected override (string Name, string Value)[] MoreSettings =>
    [
        ("Sending:Notices", $"broadcast={FormId} thing1=kind"),
        ("Sending:SliceSize", "20"),
        ("Sending:ListSize", "10"),
        ("Sending:Lease", $"{Lease}"),
        ("Sending:MassBy", $"{By}"),
    ];

    protected override void Configure(IServiceCollection services) => services.AddSingleton<IMassContents>(Words);

    public static new Task<MassCity> StartAsync() => StartAsync(MassWay.Cheaper);

    public static async Task<MassCity> StartAsync(MassWay by)
    {
        var city = new MassCity { By = by };
        await city.InitializeAsync();
        foreach (var subscription in new[] { false, true })
            await city.Sandbox.ControlAsync("/sandbox/templates", new { id = FormId, title = "通知", fields = new { thing1 = "事项" }, subscription });

        await city.WaitAsync(city.Now.Date.AddDays(1).AddHours(10) - city.Now.DateTime);
        return city;
    }

    /// <summary>The platform's time, as it is in China.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow().ToOffset(UnionCalendar.ChinaOffset);

    /// <summary>Followers whom the bot knows, who wrote a moment ago; their openids in the order of people.</summary>
    public async Task<string[]> PeopleAsync(int count)
    {
        var openIds = await Sandbox.AddFollowersAsync(count);
        var ciphers = Bot.Services.GetRequiredService<MessageCiphers>();
        foreach (var openId in openIds)
        {
            var hash = ciphers.AddressHash("wechat", openId);
            await Database.ExecuteAsync(
                """
                WITH added AS (INSERT INTO person (channel, address_hash, address, seen_at) VALUES ('wechat', $1, $2, $3) RETURNING id)
                INSERT INTO talk (person_id, version, has_held, typed_at) SELECT id, 0, false, $3 FROM added
                """,
                hash, ciphers.SealAddress(openId, hash), Clock.GetUtcNow());
        }

        return openIds;
    }

    /// <summary>Somebody in the bot's database whom the platform does not know any more.</summary>
    public async Task StrangerAsync()
    {
        var ciphers = Bot.Services.GetRequiredService<MessageCiphers>();
        const string address = "oAnotherAccountsFollower00000";
        var hash = ciphers.AddressHash("wechat", address);
        await Database.ExecuteAsync(
            "INSERT INTO person (channel, address_hash, address, seen_at) VALUES ('wechat', $1, $2, $3)",
            hash, ciphers.SealAddress(address, hash), Clock.GetUtcNow());
    }

    /// <summary>Writes down everybody for a broadcast, and starts it.</summary>
    /// <param name="hours">How long its window is.</param>
    public async Task<int> SendAsync(SendRoute route, MessageKind kind = MessageKind.Broadcast, int hours = 8)
    {
        var broadcast = await FreezeAsync(route, kind);
        await StartAsync(broadcast, hours);
        return broadcast;
    }

    public Task StartAsync(int broadcast, int hours = 8) =>
        LedgerAsync(ledger => ledger.StartAsync(broadcast, Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(hours), default));

    public async Task<int> FreezeAsync(SendRoute route, MessageKind kind = MessageKind.Broadcast)
    {
        var way = (short)route;
        FormattableString people = $"SELECT id AS person_id, {way} AS route, NULL::smallint AS reason FROM person";
        await LedgerAsync(ledger => ledger.FreezeAsync(new MassAudience(++_broadcasts, kind, people), default));
        return _broadcasts;
    }

    public async Task<T> LedgerAsync<T>(Func<MassLedger, Task<T>> use)
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<MassLedger>());
    }

    /// <summary>Waits until a broadcast is in a state.</summary>
    public Task IsAsync(int broadcast, MassState state) => Eventually.HoldsAsync(async () =>
        (await LedgerAsync(ledger => ledger.ReadAsync(broadcast, default)))!.State == state);

    /// <summary>Lets the pauses between attempts pass until a broadcast is over.</summary>
    public async Task EndsAsync(int broadcast, int pauses = 8)
    {
        for (var pause = 0; pause < pauses; pause++)
        {
            await Eventually.HoldsAsync(() => Database.ScalarAsync<bool>("SELECT NOT EXISTS (SELECT FROM mass_slice WHERE state = 1 OR (state = 0 AND not_before IS NULL))"));
            if (await Database.ScalarAsync<bool>("SELECT NOT EXISTS (SELECT FROM mass_slice WHERE state = 0)")) break;

            await WaitAsync(TimeSpan.FromSeconds(30));
        }

        await IsAsync(broadcast, MassState.Finished);
    }

    /// <summary>What was ordered and has not happened yet never will.</summary>
    public async Task RecoverAsync()
    {
        using var response = await Sandbox.Http.DeleteAsync(new Uri("/sandbox/faults", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>How many people of a broadcast have a fate.</summary>
    public async Task<long> CountAsync(int broadcast, params OutboundStatus[] statuses) =>
        (await LedgerAsync(ledger => ledger.CountsAsync(broadcast, default))).Where(c => statuses.Contains(c.Status)).Sum(c => c.People);

    public async Task<MassFate[]> FatesAsync(int broadcast) => await LedgerAsync(async ledger =>
    {
        var fates = new List<MassFate>();
        await foreach (var fate in ledger.FatesAsync(broadcast, default)) fates.Add(fate);
        return fates.ToArray();
    });

    /// <summary>How many messages a follower got that went to many.</summary>
    public async Task<int> GotAsync(string openId) =>
        (await DeliveredAsync(openId)).Count(item => (string)item!["via"]! is "custom" or "template" or "subscription" or "mass");

    public async Task<int[]> GotAsync(string[] openIds) => await Task.WhenAll(openIds.Select(GotAsync));

    public Task OrderAsync(object fault) => Sandbox.ControlAsync("/sandbox/faults", fault);

    private BusinessClock Clock => Bot.Services.GetRequiredService<BusinessClock>();
}

/// <summary>What broadcasts say, in a test: a word to each person, but where the test says something else.</summary>
internal sealed class MassWords : IMassContents
{
    /// <summary>The word for a person; null when there is none.</summary>
    public Func<long, string?> Of { get; set; } = _ => "夏送清凉";

    /// <summary>What goes to lists.</summary>
    public ListContent List { get; set; } = new ListContent.Words("夏送清凉");

    public Task<ListContent> ListAsync(int broadcastId, CancellationToken ct) => Task.FromResult(List);

    public Task<IReadOnlyDictionary<long, PersonalContent>> WordAsync(
        int broadcastId, SendRoute route, IReadOnlyList<long> people, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<long, PersonalContent>>(people
            .Where(person => Of(person) is not null)
            .ToDictionary(person => person, person => Word(route, Of(person)!)));

    private static PersonalContent Word(SendRoute route, string word) => route is SendRoute.Custom
        ? new PersonalContent.Words(word)
        : new PersonalContent.Form(MassCity.FormId, new Dictionary<string, string> { ["thing1"] = word });
}
