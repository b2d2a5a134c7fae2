using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.Imports.Drafts;
using UnionBot.Core.Media;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Photos;
using UnionBot.Services.Knowledge.Review;
using UnionBot.Services.Knowledge.Templates;
using UnionBot.Services.Membership;
using UnionBot.Services.Membership.Codes;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Subscriptions;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Membership;
using UnionBot.SystemTests.Messaging;
using UnionBot.WeChat.Api;
using UnionBot.Web.Channels.WeChat;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Keys;
using UnionBot.Web.Setup.Keys.Rotation;

namespace UnionBot.SystemTests.Keys;

/// <summary>A database in which every encrypted column holds something, written and read by the code that does so.</summary>
internal sealed class SealedCity : IAsyncDisposable
{
    private const string Phone = "13800000001";
    private const string IdentityNumber = "11010519491231002X";
    private const string AnnualLeave = "knowledge/annual-leave.md";

    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly MemberTalks _talks;

    private SealedCity(MemberTalks talks) => _talks = talks;

    public TestDatabase Database => _talks.Database;

    public TestInbox Inbox => _talks.Inbox;

    public static async Task<SealedCity> FillAsync(EncryptionKeys keys)
    {
        var city = new SealedCity(await MemberTalks.StartAsync(keys));
        await city.TalkAsync();
        await city.WorkAsync();
        await city.OfferWorkAsync();
        await city.AdviseAsync();
        await city.TeachAsync();
        await city.KeepFilesAsync();
        await city.KeepImportAsync();
        await city.KeepMachineryAsync();
        return city;
    }

    /// <summary>Adds rows to the roster, whose names and phones are sealed.</summary>
    public async Task AddMembersAsync(int count)
    {
        await using var db = Database.Open();
        var ciphers = Inbox.Get<MemberCiphers>();
        foreach (var id in Enumerable.Range(1000, count).Select(n => (long)n))
        {
            Assert.True(MobileNumber.TryParse($"13{id:D9}", out var phone));
            db.Add(new Member(id, 1, ciphers.Seal(id, $"成员{id}", phone, idNumber: null), $"NO{id}", null, MemberStatus.Active));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>How many values of a column begin as those sealed with a key do.</summary>
    public Task<long> CountAsync(SealedColumn column, string keyId) => Database.ScalarAsync<long>(
        $"SELECT count(*) FROM {column.Table} WHERE substring({column.Column} FROM 1 FOR 4) = $1", CipherColumn.HeadOf(keyId));

    public async Task<long> CountAsync(string keyId)
    {
        var all = 0L;
        foreach (var column in SealedColumns.All) all += await CountAsync(column, keyId);
        return all;
    }

    /// <summary>The very values, by column, that are sealed with a key.</summary>
    public async Task<IReadOnlyList<string>> SealedWithAsync(string keyId)
    {
        var all = new List<string>();
        foreach (var column in SealedColumns.All)
        {
            var values = await Database.ScalarAsync<string[]>(
                $"SELECT coalesce(array_agg(encode({column.Column}, 'hex')), '{{}}') FROM {column.Table} WHERE substring({column.Column} FROM 1 FOR 4) = $1",
                CipherColumn.HeadOf(keyId));
            all.AddRange(values.Select(value => $"{column.Name} {value}"));
        }

        return all;
    }

    /// <summary>Everything that is sealed, as a host with these keys reads it.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(EncryptionKeys keys)
    {
        await using var host = await TestInbox.StartAsync(Database, keys);
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var (services, cipher) = (scope.ServiceProvider, host.Get<FieldCipher>());
        string[][] parts =
        [
            await RosterAsync(services), await PeopleAsync(services), await MessagesAsync(services),
            await OfficeAsync(services), await VacanciesAsync(services), await SealedLegalAid.ReadAsync(services), await SealedCampaigns.ReadAsync(services), await SentencesAsync(services), await FilesAsync(services), await MachineryAsync(cipher),
        ];
        return [.. parts.SelectMany(part => part)];
    }

    public ValueTask DisposeAsync() => _talks.DisposeAsync();

    private async Task TalkAsync()
    {
        Assert.True(MobileNumber.TryParse(Phone, out var phone));
        Assert.True(IdNumber.TryParse(IdentityNumber, new DateOnly(2026, 11, 1), out var number, out _));
        await using var db = Database.Open();
        db.Add(new Member(17, 1, Inbox.Get<MemberCiphers>().Seal(17, "王芳", phone, number), "NO17", null, MemberStatus.Active));
        await db.SaveChangesAsync();

        await _talks.SayAsync("wang", "绑定", "王芳", Phone);
        await _talks.SayAsync("wang", await _talks.LastCodeAsync("wang"), "人工");
        await _talks.SayAsync("li", "绑定", "李强", "13800000002"); // A code is on its way, and the talk is not finished.
        await KeepSecretAsync();
        await KeepNoticeAsync();
    }

    /// <summary>What was masked of a message is kept only until its answer, so one is put back.</summary>
    private async Task KeepSecretAsync()
    {
        var id = await _talks.PersonIdAsync("wang");
        var key = await Database.ScalarAsync<byte[]>("SELECT key FROM inbound WHERE person_id = $1 LIMIT 1", id.Value);
        var secret = Inbox.Get<MessageCiphers>().SealSecret($"我的手机是{Phone}", id, key);
        await Database.ExecuteAsync("UPDATE inbound SET secret = $1 WHERE person_id = $2 AND key = $3", secret, id.Value, key);
    }

    /// <summary>Alarms alone have one.</summary>
    private async Task KeepNoticeAsync()
    {
        var id = await _talks.PersonIdAsync("wang");
        var occasion = await Database.ScalarAsync<string>("SELECT occasion FROM outbound WHERE person_id = $1 ORDER BY id LIMIT 1", id.Value);
        var notice = Inbox.Get<MessageCiphers>().SealNotice("thing1: 有人需要帮助", id, occasion);
        await Database.ExecuteAsync(
            "UPDATE outbound SET notice = $1 WHERE person_id = $2 AND occasion = $3", notice, id.Value, occasion);
    }

    private async Task WorkAsync()
    {
        await using var scope = Inbox.Get<IServiceScopeFactory>().CreateAsyncScope();
        var staff = await scope.ServiceProvider.GetRequiredService<StaffRegister>().AddAsync("赵敏", organisation: null, Ct);
        var @case = await Database.ScalarAsync<long>("SELECT id FROM union_case LIMIT 1");
        Assert.Null(await scope.ServiceProvider.GetRequiredService<CaseDesk>().NoteAsync(@case, staff!.Value, "下午再打", Ct));
    }

    private async Task OfferWorkAsync()
    {
        Assert.True(ContactPhone.TryParse(Phone, out var phone));
        var facts = new VacancyFacts { Title = "挡车工", RegionCode = "370781", ValidUntil = new DateOnly(2026, 12, 31) };
        await using var db = Database.Open();
        var employer = new Employer("青州市第一棉纺厂", code: null);
        db.Add(employer);
        await db.SaveChangesAsync();
        db.Add(new Vacancy(
            1, employer.Id, facts, Inbox.Get<VacancyCiphers>().Seal(1, "李经理", phone), "网站", TimeProvider.System.GetUtcNow()));
        var (call, person) = (Guid.CreateVersion7(), await _talks.PersonIdAsync("wang"));
        Assert.True(MobileNumber.TryParse(Phone, out var mobile));
        db.Add(new VacancyCall(
            call, person, 1, Inbox.Get<VacancyCiphers>().SealCall(call, mobile), CallWay.GivenPhone, TimeProvider.System.GetUtcNow()));
        var (ruleId, wish) = (Guid.CreateVersion7(), new KeptWish(new VacancyWish { Trades = ["挡车工"] }, "媳妇"));
        var rule = new VacancyRule(ruleId, person, owner: 1, TimeProvider.System.GetUtcNow());
        rule.Want(Inbox.Get<VacancyCiphers>().SealRule(ruleId, wish), wish.Wish, TimeProvider.System.GetUtcNow());
        db.Add(rule);
        await db.SaveChangesAsync();
    }

    private async Task AdviseAsync()
    {
        await using var scope = Inbox.Get<IServiceScopeFactory>().CreateAsyncScope();
        await SealedLegalAid.FillAsync(scope.ServiceProvider, await _talks.PersonIdAsync("wang"));
        await SealedCampaigns.FillAsync(scope.ServiceProvider, Database);
    }

    private async Task TeachAsync()
    {
        await _talks.SayAsync("chen", "呜啦哇啦");
        await using var scope = Inbox.Get<IServiceScopeFactory>().CreateAsyncScope();
        var staff = await Database.ScalarAsync<long>("SELECT id FROM staff LIMIT 1");
        Assert.Null(await scope.ServiceProvider.GetRequiredService<KnowledgeReview>().AddOwnAsync("俺想整个那啥本本儿咧", "intent/join_union", staff, Ct));
        var leave = await File.ReadAllTextAsync(Path.Combine(ConversationServices.TemplateFolder, AnnualLeave), Ct);
        var change = await scope.ServiceProvider.GetRequiredService<TemplateDesk>()
            .ChangeAsync(AnnualLeave, leave.Replace("年假有几天", "年假有几天呀", StringComparison.Ordinal), staff, keep: true, Ct);
        Assert.Null(change.Refusal);
    }

    private async Task KeepFilesAsync()
    {
        await using var scope = Inbox.Get<IServiceScopeFactory>().CreateAsyncScope();
        var (store, db) = (scope.ServiceProvider.GetRequiredService<MediaStore>(), scope.ServiceProvider.GetRequiredService<UnionDb>());
        var (person, now) = (await _talks.PersonIdAsync("wang"), TimeProvider.System.GetUtcNow());
        await store.NoteAsync(person, InputKind.Photo, "media-waiting", now, Ct);
        var kept = await store.NoteAsync(person, InputKind.Photo, "media-kept", now, Ct);
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Repeat((byte)7, 300_000)];
        await store.KeepAsync(await db.Set<MediaFile>().SingleAsync(file => file.Id == kept), photo, Ct);
        var (proof, ciphers) = (await scope.ServiceProvider.GetRequiredService<PhotoRegister>().AddAsync(1, kept, PhotoKind.Scene, Ct), scope.ServiceProvider.GetRequiredService<PhotoCiphers>());
        db.Add(new ProofPicture(proof, ciphers.SealPicture(proof, photo)));
        await db.SaveChangesAsync(Ct);
        await Database.ExecuteAsync("UPDATE proof_photo SET taken_up_at = now(), prepared_at = now(), place = $1", ciphers.SealPlace(proof, new PhotoPlace(36.65, 117.12)));
    }

    private async Task KeepImportAsync()
    {
        await using var scope = Inbox.Get<IServiceScopeFactory>().CreateAsyncScope();
        var staff = await Database.ScalarAsync<long>("SELECT id FROM staff LIMIT 1");
        await scope.ServiceProvider.GetRequiredService<ImportDrafts>().CheckAsync(
            "members", "名册.csv", Encoding.UTF8.GetBytes("姓名\n王芳\n"), staff, (_, _, _) => Task.FromResult(new ImportOutcome(new ImportReport(), default, null)), Ct);
    }

    private async Task KeepMachineryAsync()
    {
        var token = new AccessToken("token-of-the-account", TimeProvider.System.GetUtcNow().AddHours(2));
        Assert.NotNull(await Tokens(Inbox.Get<FieldCipher>()).TryReplaceAsync(AccessTokenState.Empty, new(0, token), Ct));
        Cookies(Inbox.Get<FieldCipher>()).StoreElement(new XElement("key", "cookie-key"), "key-1");
    }

    private AccessTokenStore Tokens(FieldCipher cipher) =>
        new(Database.Source, cipher, new WeChatApiOptions("wx-test", "secret", new Uri("http://127.0.0.1")));

    private CookieKeyRepository Cookies(FieldCipher cipher) => new(Database.Source, cipher, TimeProvider.System);

    private static async Task<string[]> RosterAsync(IServiceProvider services)
    {
        var ciphers = services.GetRequiredService<MemberCiphers>();
        var rows = await services.GetRequiredService<UnionDb>().Set<Member>().OrderBy(m => m.Id).ToListAsync();
        return
        [
            .. rows.Select(m =>
                ciphers.OpenName(m.Id, m.Name) + ciphers.OpenPhone(m.Id, m.Phone) +
                (m.IdNumber is null ? "" : ciphers.OpenIdNumber(m.Id, m.IdNumber))),
        ];
    }

    private static async Task<string[]> PeopleAsync(IServiceProvider services)
    {
        var (db, messages, membership) = (
            services.GetRequiredService<UnionDb>(), services.GetRequiredService<MessageCiphers>(), services.GetRequiredService<MembershipCiphers>());
        var phones = services.GetRequiredService<PersonCiphers>();
        var people = await db.Set<Person>().OrderBy(p => p.Id).ToListAsync();
        var talks = await db.Set<Talk>().Where(t => t.State != null).OrderBy(t => t.PersonId).ToListAsync();
        var codes = await db.Set<OneTimeCode>().Where(c => c.Code != null).ToListAsync();
        return
        [
            .. people.Select(p => messages.OpenAddress(p.Address, p.AddressHash)),
            .. people.Where(p => p.Phone is not null).Select(p => phones.OpenPhone(p.Id, p.Phone!).Value),
            .. talks.Select(t => messages.OpenState(t.State!, t.PersonId)),
            .. codes.Select(c => membership.OpenCode(c.Id, c.Code!) + membership.OpenCodePhone(c.Id, c.Phone!).Value),
        ];
    }

    private static async Task<string[]> MessagesAsync(IServiceProvider services)
    {
        var (db, ciphers) = (services.GetRequiredService<UnionDb>(), services.GetRequiredService<MessageCiphers>());
        var heard = await db.Set<InboundMessage>().OrderBy(m => m.SentAt).ThenBy(m => m.Key).ToListAsync();
        var said = await db.Set<OutboundMessage>().OrderBy(m => m.Id).ToListAsync();
        return
        [
            .. heard.Select(m => ciphers.OpenBody(m.Body!, m.PersonId, m.Key)),
            .. heard.Where(m => m.Secret is not null).Select(m => ciphers.OpenSecret(m.Secret!, m.PersonId, m.Key)),
            .. said.Select(m => ciphers.OpenText(m.Text, m.PersonId, m.Occasion)),
        ];
    }

    private static async Task<string[]> OfficeAsync(IServiceProvider services)
    {
        var notes = await services.GetRequiredService<UnionDb>().Set<CaseEntry>().OrderBy(e => e.CaseId).ToListAsync();
        var staff = await services.GetRequiredService<StaffRegister>().ListAsync(Ct);
        return [.. notes.Select(services.GetRequiredService<CaseCiphers>().OpenNote), .. staff.Select(s => s.Name)];
    }

    private static async Task<string[]> VacanciesAsync(IServiceProvider services)
    {
        var ciphers = services.GetRequiredService<VacancyCiphers>();
        var vacancies = await services.GetRequiredService<UnionDb>().Set<Vacancy>().ToListAsync();
        var calls = await services.GetRequiredService<UnionDb>().Set<VacancyCall>().ToListAsync();
        var rules = await services.GetRequiredService<UnionDb>().Set<VacancyRule>().ToListAsync();
        return
        [
            .. vacancies.Select(v => ciphers.OpenName(v) + ciphers.OpenPhone(v)), .. calls.Select(c => ciphers.OpenCall(c.Id, c.Phone!)),
            .. rules.Select(r => ciphers.OpenRule(r.Id, r.Wish).Who + r.Trades[0]),
        ];
    }

    private static async Task<string[]> SentencesAsync(IServiceProvider services)
    {
        var (ciphers, db) = (services.GetRequiredService<ReviewCiphers>(), services.GetRequiredService<UnionDb>());
        var (waiting, added) = (await db.Set<ReviewSentence>().ToListAsync(), await db.Set<AddedSentenceRow>().ToListAsync());
        var changed = await services.GetRequiredService<StaffTemplateBook>().ReadAsync(Ct);
        return [.. waiting.Select(ciphers.Open), .. added.Select(ciphers.Open), .. changed.Select(c => c.Base + c.Text)];
    }

    private static async Task<string[]> FilesAsync(IServiceProvider services)
    {
        var store = services.GetRequiredService<MediaStore>();
        var files = await services.GetRequiredService<UnionDb>().Set<MediaFile>().ToListAsync();
        var kept = await store.ReadAsync(files.Single(f => f.Status is MediaStatus.Kept), Ct);
        var draft = await services.GetRequiredService<UnionDb>().Set<ImportDraft>().SingleAsync();
        var (proofs, ciphers) = (services.GetRequiredService<UnionDb>(), services.GetRequiredService<PhotoCiphers>());
        return
        [
            Convert.ToHexString(ciphers.OpenPicture(await proofs.Set<ProofPicture>().SingleAsync())), ciphers.OpenPlace(await proofs.Set<ProofPhoto>().SingleAsync()).ToString()!,
            store.PlatformIdOf(files.Single(f => f.Status is MediaStatus.Waiting)), Convert.ToHexString(kept),
            Encoding.UTF8.GetString(services.GetRequiredService<ImportDrafts>().Open(draft)),
        ];
    }

    private async Task<string[]> MachineryAsync(FieldCipher cipher) =>
    [
        (await Tokens(cipher).ReadAsync(Ct)).Token!.Value, .. Cookies(cipher).GetAllElements().Select(key => key.ToString()),
    ];
}
