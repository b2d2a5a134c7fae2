using UnionBot.Chat.Understanding;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>What is told for a consultation, on Friday, 27 November 2026.</summary>
public sealed class IntakeReaderTests
{
    private static readonly DateTimeOffset Now = Talk.China("2026-11-27 09:00");

    [Fact]
    public void Two_sentences_of_the_talk_tell_the_matter_the_sum_and_the_dismissal()
    {
        var first = Read("老板三个月没发工资了，想问问律师");
        Assert.Equal(["wage_arrears"], first.Facts.Topics);
        Assert.Equal(3, first.Facts.MonthsOwed);
        Assert.Null(first.When);

        var second = Read("3个月，一万八左右，上个月还把我辞了", first.Facts);
        Assert.Equal(["wage_arrears", "termination"], second.Facts.Topics);
        Assert.Equal(18000_00, second.Facts.AmountFen);
        Assert.False(second.Facts.IsEmployed);
        Assert.Equal(new ToldEvent(LimitEvent.Left, new PastSpan(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31))), Assert.Single(second.Facts.Events));
        Assert.Null(second.Facts.People);
    }

    [Fact]
    public void Everything_may_be_said_at_once()
    {
        var read = Read("帮我妈约个女律师，她在历下区上班，住市中区，去年11月30号被辞退，下周三下午，当面谈");

        Assert.Equal("我妈", read.Facts.ForWhom);
        Assert.Equal(LawyerWish.Woman, read.Facts.Wish);
        Assert.Equal(("历下区", "历下区"), (read.Facts.WorksIn, read.Facts.District));
        Assert.NotNull(read.Facts.LivesIn);
        Assert.Equal(ConsultMode.Onsite, read.Facts.Mode);
        Assert.Equal((new DateOnly(2026, 12, 2), new TimeOnly?()), (read.When!.Date, read.When.Time));
        Assert.Equal(new DateOnly(2025, 11, 30), Assert.Single(read.Facts.Events).On.First);
    }

    [Theory]
    [InlineData("10月8号收到裁决书", LimitEvent.Award)]
    [InlineData("6月5号在工地摔伤了", LimitEvent.Accident)]
    [InlineData("上周三仲裁委说不予受理", LimitEvent.Refusal)]
    [InlineData("11月2号工伤认定决定书下来了", LimitEvent.InjuryDecision)]
    [InlineData("今年3月1号入职到现在没签合同", LimitEvent.Hired)]
    public void A_day_belongs_to_what_happened_on_it_and_is_no_wish_for_a_time(string text, LimitEvent told)
    {
        var read = Read(text);

        Assert.Equal(told, Assert.Single(read.Facts.Events).Event);
        Assert.Null(read.When);
    }

    [Fact]
    public void A_day_told_more_exactly_takes_the_place_of_the_first()
    {
        var read = Read("是上个月5号", Read("上个月把我辞退了").Facts, LimitEvent.Left);

        Assert.Equal(new DateOnly(2026, 10, 5), Assert.Single(read.Facts.Events).On.Last);
    }

    [Theory]
    [InlineData("我们三个月没发工资", null)]
    [InlineData("我们五个人都没发工资", 5)]
    [InlineData("一共12个工友", 12)]
    public void How_many_people_it_concerns(string text, int? people) => Assert.Equal(people, Read(text).Facts.People);

    [Theory]
    [InlineData("有合同和工资流水", Evidence.Contract | Evidence.PayRecords)]
    [InlineData("就微信群聊天记录，还有考勤", Evidence.Attendance | Evidence.Messages)]
    [InlineData("啥都没有", Evidence.Nothing)]
    public void What_there_is_to_prove_it(string text, Evidence evidence) => Assert.Equal(evidence, Read(text).Facts.Evidence);

    [Fact]
    public void What_was_done_already_is_kept_beside_what_was_said_before()
    {
        var read = Read("劳动监察也去过", Read("已经申请仲裁了").Facts);

        Assert.Equal(StepsTaken.Arbitration | StepsTaken.Inspection, read.Facts.Done);
    }

    [Theory]
    [InlineData("我在山东泉城物流有限公司干活", "山东泉城物流有限公司")]
    [InlineData("老板三个月没发工资了，一共两万块，想约律师，单位叫济南蓝天物业", "济南蓝天物业")]
    [InlineData("公司名字叫鑫源机械，欠我工资", "鑫源机械")]
    public void The_employer_is_read_by_name(string text, string name) => Assert.Equal(name, Read(text).Facts.Employer);

    [Theory]
    [InlineData("单位叫我回去上班，欠的工资不给")]
    [InlineData("公司叫停工两个月，一分钱没发")]
    [InlineData("公司叫了辆车把东西拉走了")]
    [InlineData("单位叫什么名字我不知道")]
    public void What_an_employer_calls_for_is_no_name(string text) => Assert.Null(Read(text).Facts.Employer);

    [Theory]
    [InlineData("老板说下周一发工资")]
    [InlineData("单位答应明天给钱")]
    public void What_the_employer_promised_is_no_wish_for_a_time(string text) => Assert.Null(Read(text).When);

    [Theory]
    [InlineData("老板电话打不通，人也找不到了", null)]
    [InlineData("电话吧", ConsultMode.Phone)]
    [InlineData("约律师 电话", ConsultMode.Phone)]
    [InlineData("我想当面谈，单位不给工伤赔偿", ConsultMode.Onsite)]
    public void How_somebody_wants_to_talk(string text, ConsultMode? mode) => Assert.Equal(mode, Read(text).Facts.Mode);

    [Fact]
    public void The_phone_is_no_sum_of_money()
    {
        var read = Read("打给我138****0001");

        Assert.Null(read.Facts.AmountFen);
        Assert.Equal("13800000001", LegalAidWords.Reader.PhoneIn("打给我13800000001", Now)?.Value);
    }

    [Fact]
    public void The_story_is_no_longer_than_a_lawyer_reads()
    {
        var facts = new IntakeFacts();
        for (var i = 0; i < 20; i++) facts = LegalAidWords.Reader.Tell(facts, new string('说', 60));

        Assert.Equal(500, facts.Story.Length);
    }

    [Theory]
    [InlineData("想约个说济南话的律师", "济南话")]
    [InlineData("最好讲菏泽话的", "菏泽话")]
    [InlineData("有会胶州话的吗", "胶州话")]
    [InlineData("老家是菏泽的律师有没有", "菏泽话")]
    [InlineData("找个菏泽人的女律师", "菏泽话")]
    [InlineData("律师最好是临沂老乡", "临沂话")]
    [InlineData("想找讲方言的律师", null)]
    [InlineData("俺普通话说不好，找个能听懂的", null)]
    public void A_dialect_is_wished_by_its_name_or_by_where_the_lawyer_is_from(string text, string? dialect)
    {
        var facts = Read(text).Facts;

        Assert.True(facts.Wish.HasFlag(LawyerWish.Dialect), text);
        Assert.Equal((dialect, null, null), (facts.Dialect, facts.WorksIn, facts.LivesIn));
    }

    [Theory]
    [InlineData("我老家是菏泽的，在济南干活")]
    [InlineData("老板不说实话")]
    [InlineData("想约菏泽的律师")]
    [InlineData("公司说好话哄我")]
    public void Where_people_are_from_and_what_employers_say_is_no_wish_for_a_dialect(string text) =>
        Assert.Equal((LawyerWish.None, null), (Read(text).Facts.Wish, Read(text).Facts.Dialect));

    private static ReadIntake Read(string text, IntakeFacts? before = null, LimitEvent? asked = null) =>
        LegalAidWords.Reader.Read(TextNormaliser.Normalise(text), Now, before ?? new IntakeFacts(), asked);
}
