using System.Text.Json.Nodes;
using Npgsql;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Sandbox;

namespace UnionBot.SystemTests.Faults;

/// <summary>The platform's stand-in, and the bot as one or two processes that can be killed, on one database.</summary>
internal sealed class KillableCity : IAsyncDisposable
{
    public const string Member = "王芳";
    public const string MemberPhone = "13800000001";

    private readonly string _connectionString;
    private readonly (string Name, string Value)[] _more;
    private readonly BotProcess?[] _hosts;
    private readonly Uri[] _addresses;

    private KillableCity(string connectionString, SandboxUnderTest sandbox, int hosts, (string Name, string Value)[] more)
    {
        (_connectionString, Sandbox, _more) = (connectionString, sandbox, more);
        (_hosts, _addresses) = (new BotProcess[hosts], new Uri[hosts]);
        // A pool would keep connections to a server that was killed.
        Source = NpgsqlDataSource.Create($"{connectionString};Pooling=false");
    }

    public SandboxUnderTest Sandbox { get; }

    /// <summary>The test's own way into the bot's database.</summary>
    public NpgsqlDataSource Source { get; }

    public MessageCiphers Ciphers { get; } = new(new FieldCipher(RunningBot.Keys));

    /// <summary>Opens it with one member on the roster, whom nobody is bound to.</summary>
    /// <param name="answerTimeout">How long the platform waits for an answer, and so for a bot that is started again.</param>
    /// <param name="more">Settings of the bot beside the usual ones.</param>
    public static async Task<KillableCity> OpenAsync(
        string connectionString, int hosts = 1, string answerTimeout = "00:00:05", params (string Name, string Value)[] more)
    {
        var city = new KillableCity(
            connectionString, await SandboxUnderTest.StartAsync("--mode", "safe", "--Sandbox:AnswerTimeout", answerTimeout), hosts, more);
        await Task.WhenAll(Enumerable.Range(0, hosts).Select(city.StartAsync));
        await city.AddMemberAsync();
        return city;
    }

    /// <summary>Starts a host, also one that was killed.</summary>
    public async Task StartAsync(int host)
    {
        (string, string)[] settings =
        [
            .. RunningBot.Usual,
            ("ConnectionStrings:UnionBot", _connectionString),
            ("WeChat:AppId", SandboxUnderTest.AppId),
            ("WeChat:AppSecret", SandboxUnderTest.Secret),
            ("WeChat:Token", SandboxUnderTest.Token),
            ("WeChat:EncodingAESKey", SandboxUnderTest.AesKey),
            ("WeChat:OriginalId", SandboxUnderTest.OriginalId),
            ("WeChat:ApiBaseUrl", Sandbox.Http.BaseAddress!.AbsoluteUri),
            ("Demo:Enabled", "true"),
            .. _more,
        ];
        _hosts[host] = BotProcess.Start(["run"], settings);
        _addresses[host] = await _hosts[host]!.AddressAsync();
        var callbacks = _addresses.Where(address => address is not null).Select(address => new Uri(address, "/wechat"));
        await Sandbox.ControlAsync("/sandbox/settings", new { callbacks });
    }

    /// <summary>Where a host is reached.</summary>
    public Uri AddressOf(int host) => _addresses[host];

    public void Kill(int host = 0)
    {
        _hosts[host]!.Kill();
        _hosts[host]!.Dispose();
        _hosts[host] = null;
    }

    /// <summary>For a time in which nobody kills any.</summary>
    /// <exception cref="InvalidOperationException">One ended by itself; with what it said last.</exception>
    public Task HostsRunAsync() => Task.WhenAll(_hosts.OfType<BotProcess>().Select(host => host.RunsAsync()));

    public async Task<T> ScalarAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    public Task<long> PersonAsync(string openId) =>
        ScalarAsync<long>("SELECT id FROM person WHERE address_hash = $1", Ciphers.AddressHash("wechat", openId));

    /// <summary>Whether a word of theirs was kept, also when a kill met the first.</summary>
    public Task<bool> KnowsAsync(string openId) => ScalarAsync<bool>(
        "SELECT EXISTS (SELECT 1 FROM person WHERE address_hash = $1)", Ciphers.AddressHash("wechat", openId));

    /// <summary>Holds the talk of somebody, so that no turn of theirs can begin (alone) or commit (in a batch).</summary>
    public async Task<HeldLock> HoldTalkAsync(string openId) => await HeldLock.TakeAsync(
        Source, "SELECT 1 FROM talk WHERE person_id = $1 FOR UPDATE", await PersonAsync(openId));

    /// <summary>Lets so much time pass that whatever a dead host left behind is taken up by a living one.</summary>
    public Task LetTimePassAsync() => ExecuteAsync(
        """
        UPDATE inbound SET received_at = received_at - interval '2 minutes' WHERE answered_at IS NULL;
        UPDATE outbound SET leased_until = leased_until - interval '10 minutes', not_before = not_before - interval '10 minutes'
         WHERE status IN (0, 1);
        UPDATE media_file SET next_try_at = next_try_at - interval '1 hour' WHERE status = 0
        """);

    /// <summary>Returns when nothing is left to answer, to send or to fetch.</summary>
    public Task SettledAsync() => Eventually.HoldsAsync(() => ScalarAsync<bool>(
        """
        SELECT NOT EXISTS (SELECT 1 FROM inbound WHERE answered_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM outbound WHERE status IN (0, 1))
           AND NOT EXISTS (SELECT 1 FROM media_file WHERE status = 0)
        """));

    /// <summary>The newest code that reached the member's phone; null when there is none but these.</summary>
    public async Task<string?> CodeAsync(params string[] known)
    {
        var messages = await Sandbox.GetAsync($"/sandbox/sms?phone={MemberPhone}");
        return messages.AsArray().Select(CodeOf).FirstOrDefault(code => !known.Contains(code));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) host?.Dispose();
        await Sandbox.DisposeAsync();
        await Source.DisposeAsync();
    }

    private static string CodeOf(JsonNode? sms) =>
        string.Concat(((string)sms!["text"]!).SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));

    private async Task AddMemberAsync()
    {
        Assert.True(MobileNumber.TryParse(MemberPhone, out var phone));
        var identity = new MemberCiphers(new FieldCipher(RunningBot.Keys)).Seal(17, Member, phone, idNumber: null);
        await using var db = Web.Setup.Database.DatabaseSchema.Open(Source);
        await ExecuteAsync(
            "INSERT INTO organisation (id, path, name, level, region_code) VALUES (1, '1.', '青州市第一棉纺厂工会', 5, '370781')");
        db.Add(new Member(17, 1, identity, "NO17", new DateOnly(2019, 5, 1), MemberStatus.Active));
        await db.SaveChangesAsync();
    }

    private NpgsqlCommand Command(string sql, object[] parameters)
    {
        var command = Source.CreateCommand(sql);
        foreach (var value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
