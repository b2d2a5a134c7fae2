using UnionBot.Chat.Dialogs;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Campaigns;

/// <summary>A visitor's day in their own chat: where they are, one sentence, a photo of the signature, read back, kept.</summary>
public sealed class RoundTalkTests : IAsyncLifetime
{
    private const string Visitor = "走访一";

    private static readonly GeoPoint AtTheirDoor = new(36.6601, 117.1002, "历山路");

    private TestDatabase _database = null!;
    private CampaignOffice _office = null!;
    private int _number;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await CampaignOffice.OpenAsync(_database);
        await _office.HouseholdsAsync(
            "历下区总工会,A,李建华,,13900000001,,,370102,千佛山街道,历山路 1 号,3,深度困难,,", "历下区总工会,B,王芳,,13900000002,,,370102,千佛山街道,历山路 9 号,2,相对困难,,");
        await _database.ExecuteAsync("UPDATE household SET latitude = 36.66, longitude = 117.1 WHERE file_no = 'A'");
        _number = await _office.RunningAsync(CampaignOffice.Winter());
        await _office.PlanVisitsAsync(_number);
        await _office.StockAsync(_number, received: 10, taken: 2);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_visit_is_told_in_five_messages_and_kept_with_stock_money_and_a_case_for_the_new_need()
    {
        Has(await SaysAsync("名单"), "走访 2 处", "1 李*华 千佛山街道历山路 1 号", "2 王*", "大米 2 袋");
        Has(await SaysAsync("到了"), "李*华", "位置");
        Has(await _office.Union.SendsAsync(Visitor, InputKind.Location, AtTheirDoor), "离登记的地方", "大米 1 袋，食用油 1 桶，现金", "两人在场");
        Has(await SaysAsync("按标准给的，他媳妇签的，说孩子明年高考，想问助学"), "签字单");
        Has(await _office.Union.SendsPhotoAsync(Visitor), "代领", "配偶", "大米 1 袋、食用油 1 桶、现金 800 元", "1 对");
        Has(await SaysAsync("对"), "今天 2 处，完成 1 处", "大米 1 袋，食用油 1 桶", "下一处：王*");

        Assert.Equal((1L, 800_00L), (await CountAsync("visit WHERE state = 1 AND outcome = 2 AND metres < 40 AND received_by IS NOT NULL"), await _database.ScalarAsync<long>("SELECT paid_fen FROM budget_line")));
        Assert.Equal((2L, 1L), (await CountAsync("visit_gift"), await CountAsync("union_case WHERE kind = 'campaigns/need'")));
        Assert.Equal(1L, await CountAsync("proof_photo p JOIN visit v ON v.id = p.visit_id WHERE v.state = 1 AND p.kind = 1"));
    }

    [Fact]
    public async Task What_is_read_back_can_be_put_right_before_it_is_kept()
    {
        await ArriveAsync();
        Has(await SaysAsync("给了一袋米，没给油，没给钱，本人签的"), "签字单");
        Has(await _office.Union.SendsPhotoAsync(Visitor), "大米 1 袋", "1 对");
        Has(await SaysAsync("不对"), "送完说一句");
        Has(await SaysAsync("给了一袋米一桶油，没给钱，本人签的"), "大米 1 袋、食用油 1 桶");
        Has(await SaysAsync("1"), "完成 1 处");

        Assert.Equal((2L, 0L), (await CountAsync("visit_gift"), await _database.ScalarAsync<long>("SELECT paid_fen FROM budget_line")));
    }

    [Fact]
    public async Task Nobody_at_home_is_one_sentence_and_gone_to_again_when_they_say()
    {
        await ArriveAsync();
        Has(await SaysAsync("不在家，后天上午再来"), "不在家", "1 对");
        Has(await SaysAsync("对"), "会再安排一次");

        Assert.Equal(new DateOnly(2026, 1, 14), await _database.ScalarAsync<DateOnly>("SELECT planned_on FROM visit WHERE state = 0 AND ordinal > 100"));
    }

    [Fact]
    public async Task Too_far_away_the_visitor_says_why_and_more_than_is_carried_is_not_kept()
    {
        Has(await SaysAsync("到了"), "位置");
        Has(await _office.Union.SendsAsync(Visitor, InputKind.Location, new GeoPoint(36.69, 117.1, "村里")), "3336 米");
        Has(await SaysAsync("给了三袋米一桶油，本人签的，没给钱"), "签字单");
        await _office.Union.SendsPhotoAsync(Visitor);
        Has(await SaysAsync("对"), "离登记的地方有 3336 米", "原因");
        Has(await SaysAsync("他家搬回村里了"), "大米不够");

        Assert.Equal((0L, 0L), (await CountAsync("visit_gift"), await CountAsync("visit WHERE state = 1")));
    }

    [Fact]
    public async Task Who_is_no_visitor_is_answered_as_if_these_words_were_not_there()
    {
        Assert.DoesNotContain("走访", await _office.Union.SaysAsync("工人", "名单"), StringComparison.Ordinal);
        Assert.DoesNotContain("走访", await _office.Union.SaysAsync("经办", "到了"), StringComparison.Ordinal);
    }

    private async Task ArriveAsync()
    {
        await SaysAsync("到了");
        await _office.Union.SendsAsync(Visitor, InputKind.Location, AtTheirDoor);
    }

    private Task<string> SaysAsync(string words) => _office.Union.SaysAsync(Visitor, words);

    private Task<long> CountAsync(string of) => _database.ScalarAsync<long>($"SELECT count(*) FROM {of}");

    private static void Has(string answer, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, answer, StringComparison.Ordinal));
}
