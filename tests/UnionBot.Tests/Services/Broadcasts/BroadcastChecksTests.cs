using UnionBot.Chat.Templates;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;

namespace UnionBot.Tests.Services.Broadcasts;

public sealed class BroadcastChecksTests
{
    private static readonly BroadcastForm Form = new("form", new Dictionary<string, string>
    {
        ["thing1"] = "事项",
        ["time2"] = "时间",
    });

    [Fact]
    public void What_is_well_written_is_taken() => Assert.Empty(ProblemsOf(Drafts.Content));

    [Theory]
    [InlineData("{{姓名}}您好", BroadcastRoute.Custom, null)]
    [InlineData("{{ 工会 }}通知", BroadcastRoute.Custom, null)]
    [InlineData("{{手机}}您好", BroadcastRoute.Custom, ProblemKind.UnknownField)]
    [InlineData("{{#each 姓名}}{{/each}}", BroadcastRoute.Custom, ProblemKind.UnknownField)]
    [InlineData("{{姓名.Length}}", BroadcastRoute.Custom, ProblemKind.UnknownField)]
    [InlineData("{{{姓名}}}", BroadcastRoute.Custom, ProblemKind.UnknownField)]
    [InlineData("您好 {{姓名", BroadcastRoute.Custom, ProblemKind.UnknownField)]
    [InlineData("{{姓名}}您好", BroadcastRoute.Mass, ProblemKind.NoFieldsHere)]
    public void A_text_reaches_named_fields_only_and_none_where_all_read_the_same(string text, BroadcastRoute route, ProblemKind? expected) =>
        Assert.Equal(expected, ProblemsOf(Drafts.Content with { Text = text, Route = route }).SingleOrDefault()?.Kind);

    [Theory]
    [InlineData("困难职工慰问开始了")]
    [InlineData("您的仲裁有结果了")]
    public void What_must_not_be_read_on_a_locked_phone_is_refused(string text)
    {
        Assert.Equal(ProblemKind.ForbiddenWord, Assert.Single(ProblemsOf(Drafts.Content with { Text = text })).Kind);
        Assert.Equal(ProblemKind.ForbiddenWord, Assert.Single(ProblemsOf(Drafts.Content with { Title = text })).Kind);
    }

    [Theory]
    [InlineData("事项: 春送岗位招聘会\n时间: 2026-03-07 09:00", null)]
    [InlineData("事项：春送岗位招聘会\n时间：3月7日9时", null)]
    [InlineData("事项: 一二三四五六七八九十一二三四五六七八九十\n时间: 3月7日", null)]
    [InlineData("事项: 一二三四五六七八九十一二三四五六七八九十一\n时间: 3月7日", ProblemKind.BadValue)]
    [InlineData("事项: 招聘会\n时间: 周六上午", ProblemKind.BadValue)]
    [InlineData("事项: \n时间: 3月7日", ProblemKind.BadValue)]
    [InlineData("事项: 招聘会", ProblemKind.MissingLine)]
    [InlineData("事项: 招聘会\n时间: 3月7日\n地点: 泉城广场", ProblemKind.UnknownLine)]
    [InlineData("事项: 招聘会\n时间: 3月7日\n欢迎参加", ProblemKind.NoLine)]
    [InlineData("事项: 招聘会\n时间: 3月7日\n事项: 培训", ProblemKind.NoLine)]
    public void A_notice_fills_the_fields_of_its_template_within_the_platforms_limits(string text, ProblemKind? expected) =>
        Assert.Equal(expected, ProblemsOf(Drafts.Content with { Text = text, Route = BroadcastRoute.Notice }).SingleOrDefault()?.Kind);

    [Fact]
    public void Without_a_template_of_the_account_nothing_goes_by_notice() => Assert.Equal(
        ProblemKind.NoForm, Assert.Single(ProblemsOf(Drafts.Content with { Route = BroadcastRoute.Notice }, new(null, null))).Kind);

    [Fact]
    public void Advertising_by_template_is_refused_and_news_of_ones_own_case_is_not()
    {
        var content = Drafts.Content with { Text = "事项: 您的诉求有进展\n时间: 3月7日", Route = BroadcastRoute.Template };

        Assert.Equal(ProblemKind.TemplateAdvertises, Assert.Single(ProblemsOf(content)).Kind);
        Assert.Equal(ProblemKind.NoOwnAct, Assert.Single(ProblemsOf(content with { Purpose = BroadcastPurpose.Service })).Kind);
        Assert.Empty(ProblemsOf(content with { Purpose = BroadcastPurpose.Service, Audience = Audience.Everybody with { CaseKind = "handover/asked" } }));
    }

    [Theory]
    [InlineData(0, 9, null)]
    [InlineData(-1, 9, ProblemKind.OutsideDay)]
    [InlineData(0, 12, ProblemKind.OutsideDay)]
    [InlineData(9, 0, ProblemKind.Backwards)]
    [InlineData(-48, -44, ProblemKind.Over)]
    [InlineData(0, 33, null)]
    public void The_window_lies_within_the_day_and_before_us(int from, int until, ProblemKind? expected) => Assert.Equal(
        expected,
        ProblemsOf(Drafts.Content with { NotBefore = Drafts.NineTomorrow.AddHours(from), NotAfter = Drafts.NineTomorrow.AddHours(until) })
            .SingleOrDefault()?.Kind);

    [Fact]
    public void Kinds_of_workers_and_districts_are_known_ones()
    {
        var audience = Audience.Everybody with { WorkerTypes = ["快递员", "飞行员"], Districts = ["370102", "999999"] };

        Assert.Equal(
            [ProblemKind.UnknownWorkerType, ProblemKind.UnknownDistrict], ProblemsOf(Drafts.Content with { Audience = audience }).Select(p => p.Kind));
    }

    [Fact]
    public void A_warning_may_go_out_at_night_but_by_no_template()
    {
        var warning = Drafts.Content with { Purpose = BroadcastPurpose.Warning, NotBefore = Drafts.NineTomorrow.AddHours(14), NotAfter = Drafts.NineTomorrow.AddHours(18) };

        Assert.Empty(ProblemsOf(warning));
        Assert.Contains(ProblemKind.TemplateAdvertises, ProblemsOf(warning with { Route = BroadcastRoute.Template }).Select(p => p.Kind));
    }

    [Fact]
    public void Articles_go_by_mass_send_only_and_what_people_see_of_them_is_read_on_locked_phones_too()
    {
        var articles = Drafts.Content with { Draft = new BroadcastDraft("MEDIA", "digest") };

        Assert.Empty(ProblemsOf(articles));
        Assert.Equal((BroadcastField.Draft, ProblemKind.ArticlesByMassOnly), Only(articles with { Route = BroadcastRoute.Custom }));
        Assert.Equal((BroadcastField.Draft, ProblemKind.ForbiddenWord), Only(articles with { Text = "困难职工看过来" }));

        static (BroadcastField, ProblemKind) Only(BroadcastContent content) => ProblemsOf(content).Select(p => (p.Field, p.Kind)).Single();
    }

    [Fact]
    public void A_kind_of_case_is_as_long_as_can_be_kept() => Assert.Equal(
        (BroadcastField.Case, ProblemKind.TooLong),
        ProblemsOf(Drafts.Content with { Audience = Audience.Everybody with { CaseKind = new string('x', BroadcastContent.LongestCase + 1) } })
            .Select(p => (p.Field, p.Kind)).Single());

    [Fact]
    public void An_audience_names_no_more_tags_than_are_allowed()
    {
        Assert.Empty(ProblemsOf(Drafts.Content with { Audience = Audience.Everybody with { Tags = ["甲", "乙", "丙"] } }));
        Assert.Equal(
            new BroadcastProblem(BroadcastField.Tags, ProblemKind.TooMany, "3"),
            ProblemsOf(Drafts.Content with { Audience = Audience.Everybody with { Tags = ["甲", "乙", "丙", "丁"] } }).Single());
    }

    private static IReadOnlyList<BroadcastProblem> ProblemsOf(BroadcastContent content, BroadcastForms? forms = null)
    {
        var folder = new DataFolder(Tree.Templates);
        var checks = new BroadcastChecks(
            BroadcastWords.Load(folder),
            LockScreenWords.Load(folder),
            forms ?? new BroadcastForms(Form, Form),
            RegionBook.Load(folder),
            new SendingRules(),
            new BroadcastLimits { MostTags = 3 });
        return [.. checks.ProblemsOf(content, Drafts.Now)];
    }
}
