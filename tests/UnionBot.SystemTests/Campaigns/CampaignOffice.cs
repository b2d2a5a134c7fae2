using System.Globalization;
using System.Text;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Households.Importing;
using UnionBot.Services.Campaigns.Money;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Sites.Importing;
using UnionBot.Services.Campaigns.Stock;
using UnionBot.Services.Campaigns.Targets;
using UnionBot.Services.Campaigns.Visits;
using UnionBot.SystemTests.Cases;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Campaigns;

/// <summary>A union that plans and makes visits, on a database of its own. It is ten on the morning of Monday 12 January 2026.</summary>
internal sealed class CampaignOffice : IAsyncDisposable
{
    public const long City = 1;
    public const long Lixia = 2;
    public const string Households = "工会,档案编号,姓名,身份证号,手机号,户主,户主身份证号,行政区划代码,街道,家庭住址,家庭人口,困难类别,慰问对象类型,档案状态\n";
    public const string Sites = "工会,名称,类型,行政区划代码,地址,人数,联系人,联系人手机,已完工\n";

    private static readonly CancellationToken Ct = CancellationToken.None;

    private CampaignOffice(UnionOffice union) => Union = union;

    public UnionOffice Union { get; }

    public TestDatabase Database => Union.Database;

    /// <summary>经办, 审批, 走访员 and a second one.</summary>
    public long Planner { get; private set; }

    public long Approver { get; private set; }

    public long Visitor { get; private set; }

    public long Second { get; private set; }

    public static async Task<CampaignOffice> OpenAsync(TestDatabase database)
    {
        await RegionFiles.LoadAsync(database.Source, Ct);
        var office = new CampaignOffice(await UnionOffice.OpenAsync(database));
        office.Union.Clock.Offset = At("01-12 10:00") - TimeProvider.System.GetUtcNow();
        await database.ExecuteAsync(
            """
            INSERT INTO organisation (id, parent_id, path, name, level, region_code) VALUES
              (1, NULL, '1.', '济南市总工会', 2, '370100'), (2, 1, '1.2.', '历下区总工会', 3, '370102'), (3, 1, '1.3.', '市中区总工会', 3, '370103')
            """);
        (office.Planner, office.Approver) = (await office.StaffAsync("经办", RoleKind.Operator), await office.StaffAsync("审批", RoleKind.Approver));
        (office.Visitor, office.Second) = (await office.StaffAsync("走访一", RoleKind.VisitorLead), await office.StaffAsync("走访二", RoleKind.VisitorLead));
        return office;
    }

    /// <summary>A moment of 2026 in China: 01-16 14:30.</summary>
    public static DateTimeOffset At(string text) =>
        new DateTimeOffset(DateTime.ParseExact($"2026-{text}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), UnionCalendar.ChinaOffset).ToUniversalTime();

    /// <param name="organisation">For which part of the tree; null for the whole union.</param>
    public async Task<long> StaffAsync(string name, RoleKind role, long? organisation = null)
    {
        var staff = await Union.StaffAsync(name);
        await Database.ExecuteAsync("INSERT INTO staff_role (staff_id, kind, organisation_id) VALUES ($1, $2, nullif($3, 0))", staff, (short)role, organisation ?? 0);
        return staff;
    }

    public Task<ImportOutcome> HouseholdsAsync(params string[] lines) => ImportAsync<HouseholdImport>(Households, lines, (import, file, request) => import.RunAsync(file, request, Ct));

    public Task<ImportOutcome> SitesAsync(params string[] lines) => ImportAsync<WorkSiteImport>(Sites, lines, (import, file, request) => import.RunAsync(file, request, Ct));

    /// <summary>So many households of the district of 历下, each of one person.</summary>
    public async Task HouseholdsAsync(int count)
    {
        var lines = Enumerable.Range(1, count).Select(n => string.Create(
            CultureInfo.InvariantCulture, $"历下区总工会,LX-{n:D4},职工{n},,1390000{n:D4},,,370102,千佛山街道,历山路 {n} 号,3,深度困难,,在档"));
        var outcome = await HouseholdsAsync([.. lines]);
        Assert.True(outcome.IsGood, string.Join('\n', outcome.Report.FirstFaults));
    }

    /// <summary>A winter of the city with 800 yuan, one sack of rice and one bottle of oil each.</summary>
    public static CampaignContent Winter(string audience = "在档 且 困难职工", long budgetFen = 1_000_000_00, long? ceilingFen = null) =>
        new("winter", "2026年冬送温暖", City, new DateOnly(2026, 1, 5), new DateOnly(2026, 3, 3))
        {
            Audience = audience,
            CashFen = 800_00,
            CeilingFen = ceilingFen,
            Budget = [new BudgetPlan(BudgetSource.Own, budgetFen)],
            Kit = [new KitPlan("大米", "袋", 1), new KitPlan("食用油", "桶", 1)],
        };

    public Task<T> DoAsync<T>(Func<CampaignRegister, Task<T>> work) => Union.AsAsync(work);

    public async Task<Campaign> SeeAsync(int number) => (await DoAsync(r => r.FindAsync(number, Planner, Ct)))!;

    /// <summary>Written, approved, and its targets fixed.</summary>
    public async Task<int> RunningAsync(CampaignContent content)
    {
        var (number, refusal) = await DoAsync(r => r.CreateAsync(content, Planner, Ct));
        Assert.Null(refusal);
        Assert.Null(await DoAsync(async r => await r.ApproveAsync(number!.Value, (await r.FindAsync(number.Value, Approver, Ct))!.Version, "可以", Approver, Ct)));
        Assert.Null((await FreezeAsync(number!.Value)).Refusal);
        await Database.ExecuteAsync(
            "INSERT INTO campaign_visitor (campaign_id, staff_id, regions, per_day) VALUES ($1, $2, '{370102}', 8), ($1, $3, '{370102}', 8)", number.Value, Visitor, Second);
        return number.Value;
    }

    public async Task<(FrozenTargets? Frozen, CampaignRefusal? Refusal)> FreezeAsync(int number) =>
        await DoAsync(async r => await r.FreezeAsync(number, (await r.FindAsync(number, Planner, Ct))!.Version, "按方案", Planner, Ct));

    /// <summary>Every target is visited by the two visitors on a day, in the order of the targets.</summary>
    /// <returns>The numbers of the visits.</returns>
    public async Task<long[]> PlanVisitsAsync(int number, string day = "2026-01-12") => await Database.ScalarAsync<long[]>(
        """
        WITH made AS (
          INSERT INTO visit (campaign_id, target_id, lead_id, second_id, planned_on, ordinal, state, paid_fen, refuses_press, version)
          SELECT $1, t.id, $2, $3, $4, row_number() OVER (ORDER BY t.id), 0, 0, false, 1 FROM campaign_target t WHERE t.campaign_id = $1 AND t.state = 0
          RETURNING id)
        SELECT array_agg(id ORDER BY id) FROM made
        """, number, Visitor, Second, DateOnly.Parse(day, CultureInfo.InvariantCulture));

    /// <summary>Rice and oil come in, and the visitor takes so many of each along.</summary>
    public async Task<(long Rice, long Oil)> StockAsync(int number, int received, int taken)
    {
        var (rice, oil) = (await ReceiveAsync(number, "大米", received), await ReceiveAsync(number, "食用油", received));
        foreach (var lot in new[] { rice, oil })
            Assert.Null(await Union.AsAsync<StockDesk, StockRefusal?>(desk => desk.IssueAsync(lot, Visitor, taken, AuditActor.Staff(Planner), Ct)));

        return (rice, oil);
    }

    public async Task<long> ReceiveAsync(int number, string item, int count, DateOnly? expires = null) =>
        (await Union.AsAsync<StockDesk, long?>(desk => desk.ReceiveAsync(number, item, "区总仓库", expires, count, AuditActor.Staff(Planner), Ct)))!.Value;

    public Task<ReportedVisit> ReportAsync(long visit, VisitReport report, long? by = null) =>
        Union.AsAsync<VisitDesk, ReportedVisit>(desk => desk.ReportAsync(visit, report, by ?? Visitor, Ct));

    /// <summary>As planned, with the signature photographed, at no known place.</summary>
    public static VisitReport Given(long fen = 800_00, int rice = 1, int oil = 1) => new(VisitOutcome.Visited)
    {
        PaidFen = fen,
        Given = new Dictionary<string, int> { ["大米"] = rice, ["食用油"] = oil },
        Receipt = ReceiptKind.SignaturePhoto,
        PlaceReason = "没有定位",
    };

    public ValueTask DisposeAsync() => Union.DisposeAsync();

    private Task<ImportOutcome> ImportAsync<TImport>(string header, string[] lines, Func<TImport, ImportFile, ImportRequest, Task<ImportOutcome>> run)
        where TImport : notnull => Union.AsAsync<TImport, ImportOutcome>(async import =>
        {
            using var file = new ImportFile(new MemoryStream(Encoding.UTF8.GetBytes(header + string.Join('\n', lines))), "名单.csv");
            return await run(import, file, new ImportRequest(AuditActor.Operator("test")));
        });
}
