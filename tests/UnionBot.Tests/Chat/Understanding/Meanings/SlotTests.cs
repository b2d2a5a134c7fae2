namespace UnionBot.Tests.Chat.Understanding.Meanings;

public sealed class SlotTests
{
    [Theory]
    [InlineData("想找个一个月五千五以上的保安工作", "salary_min", "5500")]
    [InlineData("有没有四到六千的保洁", "salary_min", "4000")]
    [InlineData("有没有四到六千的保洁", "salary_max", "6000")]
    [InlineData("工资两三千的门卫有吗", "salary_min", "2000")]
    [InlineData("找月薪1.2万的司机工作", "salary_min", "12000")]
    [InlineData("找个一天二百五的零工", "salary_day_min", "250")]
    [InlineData("一小时25块的兼职有没有", "salary_hour_min", "25")]
    [InlineData("想找七千往上的厨师工作", "salary_min", "7000")]
    [InlineData("有不超过八千的会计岗位吗", "salary_max", "8000")]
    [InlineData("找份工作，工资过万的", "salary_min", "10000")]
    public void Pay_is_read_in_every_form(string message, string slot, string value) => Assert.Equal(value, Slot(message, slot));

    [Theory]
    [InlineData("帮我绑定会员，电话幺三八零零零零零零零五", "phone", "13800000005")]
    [InlineData("绑定会员 138 0000 0006", "phone", "13800000006")]
    [InlineData("身份证110105194912310021，绑定会员", "id_last4", "0021")]
    [InlineData("我叫欧阳明，要绑定会员卡", "name", "欧阳明")]
    [InlineData("会员号370100009999，绑定", "member_no", "370100009999")]
    public void Who_somebody_is_is_read(string message, string slot, string value) => Assert.Equal(value, Slot(message, slot));

    [Fact]
    public void Never_more_than_the_last_four_of_an_identity_number_are_given()
    {
        var slots = Understood.Of("绑定会员，身份证号码是110105194912310021").Slots;

        Assert.DoesNotContain(slots.All, s => s.ToString().Length > 4);
    }

    [Theory]
    [InlineData("历下有没有招电工的", "历下区")]
    [InlineData("想在济南市中区找个保安的活", "济南市市中区")]
    [InlineData("枣庄的市中区招保洁吗", "枣庄市市中区")]
    [InlineData("市中区招保洁吗", "市中区")]
    [InlineData("青岛市北区招保洁吗", "市北区")]
    [InlineData("青岛市市南区招保洁吗", "市南区")]
    [InlineData("青岛市北边有没有招保洁的", "青岛市")]
    [InlineData("济南高新区有招文员的吗", "高新区")]
    [InlineData("不是历下，是槐荫找保安的工作", "槐荫区")]
    public void A_district_is_named_officially(string message, string district) => Assert.Equal(district, Slot(message, "district"));

    [Theory]
    [InlineData("不要销售，找个文员的工作", "文员")]
    [InlineData("以前是瓦工，现在想找保安的活", "保安")]
    [InlineData("有没有招二保焊的", "二保焊")]
    [InlineData("找个看孩子的活", "看孩子")]
    public void The_job_that_is_wanted_is_read(string message, string title) => Assert.Equal(title, Slot(message, "job_title"));

    [Theory]
    [InlineData("我要应聘第三个", "ordinal", "3")]
    [InlineData("C2088这个岗位我想应聘", "vacancy_no", "C2088")]
    [InlineData("取消预约LA20270104002", "booking_no", "LA20270104002")]
    [InlineData("预约周静律师", "lawyer", "周静律师")]
    [InlineData("律师那边推迟一个星期", "shift_text", "推迟一个星期")]
    [InlineData("从远大测试机械厂转到新华测试电子厂，怎么转会", "from_company", "远大测试机械厂")]
    [InlineData("从远大测试机械厂转到新华测试电子厂，怎么转会", "to_company", "新华测试电子厂")]
    [InlineData("二号车间的配电箱漏电了没人修", "place", "二号车间")]
    [InlineData("报名篮球比赛", "activity", "篮球比赛")]
    [InlineData("我们四个人报名健步走", "people", "4")]
    public void What_is_named_is_given_back_as_it_was_said(string message, string slot, string value) =>
        Assert.Equal(value, Slot(message, slot));

    [Theory]
    [InlineData("怀孕被公司辞退了合法吗", "topic", "female_workers")]
    [InlineData("包工头压着工钱不给怎么办", "topic", "wage_arrears")]
    [InlineData("送单路上摔了平台不管", "topic", "new_forms")]
    [InlineData("哪里有喂奶的地方", "place_type", "mother_room")]
    [InlineData("儿子考上职高了有没有助学金", "stage", "vocational")]
    [InlineData("脚手架没有护栏太危险了，举报一下", "hazard_type", "height")]
    [InlineData("每周给我推一次保安的岗位", "frequency", "weekly")]
    public void Subjects_are_told_by_codes(string message, string slot, string code) => Assert.Equal(code, Slot(message, slot));

    [Fact]
    public void There_are_600_trades_at_least() => Assert.InRange(Understood.Data.Trades.All.Count, 600, int.MaxValue);

    private static string? Slot(string message, string slot) => Understood.Of(message).Slots.Text(slot);
}
