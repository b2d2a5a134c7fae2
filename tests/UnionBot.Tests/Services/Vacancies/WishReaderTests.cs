using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;
using UnionBot.Tests.Chat.Understanding.Meanings;
using static UnionBot.Services.Vacancies.Posts.VacancyTraits;

namespace UnionBot.Tests.Services.Vacancies;

public sealed class WishReaderTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void One_sentence_says_place_trade_shift_pay_and_what_would_be_nice()
    {
        var wish = Read("历下这边有没有保洁的活，白天干，一个月三千五往上，管饭最好").Wish;

        Assert.Equal(["保洁"], wish.Trades);
        Assert.Equal(["370102"], wish.Regions);
        Assert.Equal((Day, Board, None), (wish.Wants, wish.Likes, wish.Refuses));
        Assert.Equal(new PayWish(PayUnit.Month, 3500_00), wish.Pay);
    }

    [Theory]
    [InlineData("不要夜班", Night)]
    [InlineData("不去厂里", Factory)]
    [InlineData("不用加班的", Overtime)]
    [InlineData("不要销售，不要中介", Sales | Agency)]
    [InlineData("槐荫找个不上夜班的工作", Night)]
    [InlineData("不要晚上", Night)]
    [InlineData("晚上不干", Night)]
    [InlineData("晚上我可不干", Night)]
    [InlineData("不上夜班", Night)]
    [InlineData("晚上没空", Night)]
    [InlineData("不去工地", Site)]
    [InlineData("不要工地的", Site)]
    public void What_is_refused_is_refused(string text, VacancyTraits refused)
    {
        var wish = Read(text).Wish;

        Assert.Equal(refused, wish.Refuses);
        Assert.Equal(None, wish.Wants);
    }

    [Theory]
    [InlineData("晚上六点下班的保洁")]
    [InlineData("晚上好，找个保洁")]
    public void An_evening_that_is_not_refused_says_nothing_of_the_shift(string text) =>
        Assert.Equal((None, None), (Read(text).Wish.Wants, Read(text).Wish.Refuses));

    [Fact]
    public void Whoever_does_not_go_to_building_sites_is_shown_no_trade_of_theirs()
    {
        var never = VacancyWords.Ladder.Terms(Read("不去工地").Wish, Relaxation.None).Never;

        Assert.Contains("t:钢筋工", never);
        Assert.DoesNotContain("t:保洁", never);
        Assert.DoesNotContain("t:木工", VacancyWords.Ladder.Terms(Read("木工，不去工地").Wish, Relaxation.None).Never);
    }

    [Theory]
    [InlineData("不要站着的", "站着")]
    [InlineData("历下保洁，能坐着干的", "坐着干")]
    public void What_no_post_tells_is_no_trade_and_no_demand(string text, string untold)
    {
        var read = Read(text);

        Assert.Equal((untold, null, None), (read.Untold, read.Wish.Words, read.Wish.Wants));
    }

    [Theory]
    [InlineData("换")]
    [InlineData("换吧")]
    public void A_bare_change_wants_the_next_of_the_list(string text) => Assert.Equal((Cue.Another, false), (Read(text).Cues, Read(text).IsWish));

    [Fact]
    public void Overtime_pay_is_a_matter_of_law_and_no_wish_for_overtime()
    {
        Assert.False(Read("加班费怎么算").IsWish);
        Assert.Equal(None, Read("历下保洁，加班费照给的").Wish.Wants);
        Assert.Equal(Overtime, Read("不要加班").Wish.Refuses);
    }

    [Fact]
    public void Posts_that_name_no_age_can_be_looked_for() => Assert.True(Read("有没有不看年龄的").Wish.AnyAge);

    [Theory]
    [InlineData("三千二以上保洁 管午饭", "保洁")]
    [InlineData("历下包洁员有没有", "保洁")]
    [InlineData("我是厨子，济阳有食堂招吗", "厨师")]
    public void A_trade_is_read_whatever_stands_around_it_and_however_it_is_written(string text, string trade) =>
        Assert.Equal([trade], Read(text).Wish.Trades);

    [Fact]
    public void A_factory_named_beside_the_trade_is_liked_and_not_demanded() =>
        Assert.Equal((None, Factory), (Read("食品厂包装工").Wish.Wants, Read("食品厂包装工").Wish.Likes));

    [Fact]
    public void Trades_are_refused_too()
    {
        Assert.Equal(["保安"], Read("除了保安都行").Wish.NotTrades);
        Assert.Equal(["保洁"], Read("找保洁，不要保安").Wish.Trades);
        Assert.Equal(["保安"], Read("找保洁，不要保安").Wish.NotTrades);
    }

    [Fact]
    public void An_exception_from_a_refusal_is_no_refusal()
    {
        var wish = Read("不要夜班，除了保安").Wish;

        Assert.Equal(Night, wish.Refuses);
        Assert.Equal(["保安"], wish.ExceptTrades);
        Assert.Empty(wish.NotTrades);
    }

    [Theory]
    [InlineData("一天二百二的零工", PayUnit.Day, 220)]
    [InlineData("日结两百以上的", PayUnit.Day, 200)]
    [InlineData("25块一小时", PayUnit.Hour, 25)]
    [InlineData("3.5k起", PayUnit.Month, 3500)]
    [InlineData("五千来块", PayUnit.Month, 5000)]
    [InlineData("叉车司机，八千，日结", PayUnit.Month, 8000)]
    [InlineData("焊工 6500 槐荫", PayUnit.Month, 6500)]
    [InlineData("保安，三千五", PayUnit.Month, 3500)]
    public void Pay_is_read_with_its_unit(string text, PayUnit unit, long yuan) =>
        Assert.Equal(new PayWish(unit, yuan * 100), Read(text).Wish.Pay);

    [Fact]
    public void Two_wishes_are_told_apart_by_who_wants_them()
    {
        var read = Read("我找焊工，媳妇找保洁");

        Assert.Equal(["焊工"], read.Wish.Trades);
        Assert.Equal("媳妇", read.Others!.Who);
        Assert.Equal(["保洁"], read.Others.Wish.Trades);
    }

    [Fact]
    public void A_place_that_is_said_once_counts_for_both_where_it_is_meant_so()
    {
        Assert.Equal(["370102"], Read("我在历下找焊工，媳妇找保洁").Others!.Wish.Regions);
        Assert.Equal(["370102"], Read("我找焊工，我老婆找保洁，都要在历下").Wish.Regions);
        Assert.Empty(Read("我找焊工，媳妇在历下找保洁").Wish.Regions);
    }

    [Theory]
    [InlineData("媳妇也想找保洁", "媳妇")]
    [InlineData("给我妈找个保洁的活", "我妈")]
    [InlineData("老婆想在历下做保洁", "老婆")]
    [InlineData("我媳妇想找个保结保洁的活在槐荫", "媳妇")]
    [InlineData("闺女呢,想当会计", "闺女")]
    public void For_whom_work_is_looked_for_is_read(string text, string who) =>
        Assert.Equal(who, VacancyWords.Reader.SeekerIn(text, [])!.Who);

    [Theory]
    [InlineData("朋友介绍的保洁靠谱吗")]
    [InlineData("孩子上学，想找个近点的保洁")]
    [InlineData("我对象在历下上班，找个离他近的保安")]
    [InlineData("历下保洁，白班")]
    public void Who_is_only_named_does_not_look_for_work(string text) =>
        Assert.Null(VacancyWords.Reader.SeekerIn(text, [])?.Who);

    [Fact]
    public void Whoever_is_called_otherwise_is_the_same() =>
        Assert.Equal("媳妇", VacancyWords.Reader.SeekerIn("老婆想找保洁", ["儿子", "媳妇"])!.Who);

    [Theory]
    [InlineData("媳妇的工资降到三千二", "媳妇")]
    [InlineData("别给老婆发了", "媳妇")]
    [InlineData("我的先别发", null)]
    public void Whose_rule_is_meant_is_read(string text, string? who)
    {
        var named = VacancyWords.Reader.NamedIn(text, ["媳妇"]);

        Assert.NotNull(named);
        Assert.Equal(who, named.Who);
    }

    [Fact]
    public void A_sentence_that_names_nobody_names_no_rule() => Assert.Null(VacancyWords.Reader.NamedIn("工资降到三千二", ["媳妇"]));

    [Fact]
    public void A_district_of_two_cities_is_unclear_until_the_city_is_said()
    {
        Assert.Equal(["济南市市中区", "枣庄市市中区"], Read("市中区有保洁吗").Unclear!.Names);
        Assert.Equal(["370103"], Read("济南市中区有保洁吗").Wish.Regions);
    }

    [Fact]
    public void Several_places_and_trades_are_all_wanted()
    {
        var wish = Read("历下或者槐荫，保洁、保安都行").Wish;

        Assert.Equal(["370102", "370104"], wish.Regions);
        Assert.Equal(["保洁", "保安"], wish.Trades);
    }

    [Fact]
    public void A_place_that_is_refused_is_not_wanted()
    {
        var wish = Read("不去历城，在历下找个保洁").Wish;

        Assert.Equal(["370102"], wish.Regions);
        Assert.Equal(["370112"], wish.NotRegions);
    }

    [Fact]
    public void A_road_or_quarter_is_read_beside_the_district()
    {
        var wish = Read("就是历城洪楼那一块找个超市收银员").Wish;

        Assert.Equal(["370112"], wish.Regions);
        Assert.Equal("洪楼", wish.Quarter);
    }

    [Theory]
    [InlineData("天桥找活", null, "370105")]
    [InlineData("在洪楼找个收银员", "洪楼", "370112")]
    [InlineData("济南西站附近有保洁吗", "济南西站", "370104")]
    [InlineData("我想在解放路找保洁", "解放路", null)]
    [InlineData("找保洁解放路的", "解放路", null)]
    [InlineData("高新区的保安", "高新区", null)]
    [InlineData("想换成刘庄附近的，管饭最好", "刘庄", null)]
    [InlineData("改成洛口附近的", "洛口", "370105")]
    [InlineData("在市中心找个活", null, null)]
    public void A_place_is_read_with_or_without_the_word_for_its_kind(string text, string? quarter, string? region)
    {
        var read = Read(text);

        Assert.Equal((quarter, region), (read.Wish.Quarter, read.Wish.Regions.SingleOrDefault()));
        Assert.Null(read.Unclear);
    }

    [Theory]
    [InlineData("除了临港那边", "临港")]
    [InlineData("历城保安，不去临港", "临港")]
    [InlineData("历下保洁，不要去解放路", "解放路")]
    public void A_road_or_quarter_can_be_refused(string text, string refused)
    {
        Assert.Equal([refused], Read(text).Wish.NotQuarters);
        Assert.Null(Read(text).Wish.Quarter);
    }

    [Fact]
    public void Whoever_wants_to_be_paid_every_day_does_not_ask_for_short_work() =>
        Assert.Equal(DailyPay, Read("有日结的活不").Wish.Wants);

    [Theory]
    [InlineData("我初中毕业，找个活", Education.Junior)]
    [InlineData("大专学历 文员", Education.College)]
    [InlineData("俺没上过学，有啥活", Education.Any)]
    [InlineData("山东大学附近的保洁", null)]
    public void The_workers_own_schooling_is_read(string text, Education? school) => Assert.Equal(school, Read(text).Wish.School);

    [Theory]
    [InlineData("腰不好，找个保洁")]
    [InlineData("保洁，干不了重活")]
    [InlineData("不要重体力的")]
    public void Whoever_cannot_lift_is_shown_no_heavy_work(string text) => Assert.Equal(Heavy, Read(text).Wish.Refuses);

    [Theory]
    [InlineData("第二个，帮我联系", 2)]
    [InlineData("联系", null)]
    public void A_sentence_may_speak_of_one_of_a_list(string text, int? ordinal) =>
        Assert.Equal(ordinal, VacancyWords.Reader.OrdinalIn(TextNormaliser.Normalise(text), At));

    [Theory]
    [InlineData("我四十八了还能找着工作吗，会开铲车", 48)]
    [InlineData("62岁保安", 62)]
    [InlineData("六十二了，槐荫有啥活", 62)]
    [InlineData("我15岁想打工", 15)]
    [InlineData("今年五十", 50)]
    public void The_workers_own_age_is_read(string text, int age) => Assert.Equal(age, Read(text).Wish.Age);

    [Theory]
    [InlineData("早上干半天的活", HalfDay | MorningsOnly)]
    [InlineData("历下保洁，只能上午", MorningsOnly)]
    [InlineData("我下午有空，有啥活", AfternoonsOnly)]
    [InlineData("接完孩子再干，有活吗", HalfDay)]
    [InlineData("找个半天班", HalfDay)]
    public void Half_a_day_is_part_time_work(string text, VacancyTraits liked)
    {
        var wish = Read(text).Wish;

        Assert.Equal((PartTime, liked), (wish.Wants, wish.Likes));
    }

    [Theory]
    [InlineData("找了半天也没找着保洁的活")]
    [InlineData("上午好，找个保洁")]
    public void What_only_sounds_like_half_a_day_is_not(string text) => Assert.Equal(None, Read(text).Wish.Wants);

    [Theory]
    [InlineData("招聘会几点")]
    [InlineData("谢谢")]
    [InlineData("今天天气不错")]
    public void What_says_nothing_of_work_is_no_wish(string text) => Assert.False(Read(text).IsWish);

    [Theory]
    [InlineData("就在这里")]
    [InlineData("他们要介绍费")]
    [InlineData("不靠谱")]
    [InlineData("换一批")]
    [InlineData("离家近点")]
    [InlineData("签约前注意什么")]
    [InlineData("不要夜班，除了保安")]
    [InlineData("我腰不好，干不了重活")]
    public void What_people_say_in_a_talk_about_work_calls_nobody_to_their_rescue(string text)
    {
        var meaning = Understood.Of(text);

        Assert.Null(meaning.Danger);
        Assert.Null(meaning.MayBeDanger);
    }

    [Fact]
    public void What_nobody_may_learn_is_heard_and_not_kept()
    {
        var read = Read("我怀孕四个月了，能找个保洁吗");

        Assert.True(read.Cues.HasFlag(Cue.Sensitive));
        Assert.DoesNotContain("孕", System.Text.Json.JsonSerializer.Serialize(read.Wish), StringComparison.Ordinal);
    }

    private static ReadWish Read(string text, VacancyWish? before = null) =>
        VacancyWords.Reader.Read(TextNormaliser.Normalise(text), At, before ?? new VacancyWish());
}
