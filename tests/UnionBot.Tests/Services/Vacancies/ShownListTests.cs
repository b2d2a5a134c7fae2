using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Talking;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>How a list of vacancies is worded.</summary>
public sealed class ShownListTests
{
    private const int Longest = 300;

    public static TheoryData<VacancyPage> Pages => [Sampling.Page, Long, Long with { Said = Sampling.Everything, Exact = 1, Given = Sampling.GivenEverything }];

    private static VacancyPage Long => Sampling.Page with
    {
        Cards = [.. Sampling.Page.Cards.Select(card => card with { Title = "数控加工中心操作工(两班)", Employer = "山东济南高新技术产业开发区某某精密机械制造有限公司", Kilometres = "12.5" })],
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_list_is_read_without_scrolling(VacancyPage page)
    {
        Assert.InRange(Words.Book.Word(new ShowVacancies(page, IsSenior: true, Next: "媳妇")).Length, 1, Longest);
        Assert.InRange(Words.Of([new AskWish(Who: null), new ShowVacancies(page, IsSenior: false, Next: null)]).Length, 1, Longest);
    }

    [Fact]
    public void A_list_that_fits_keeps_everything()
    {
        var page = Sampling.Page with { Said = Sampling.Nothing, Cards = [.. Sampling.Page.Cards.Take(1)] };

        var worded = Words.Book.Word(new ShowVacancies(page, IsSenior: false, Next: null));

        Assert.Contains("济南市泉城物业服务有限公司第一分公司｜工会 11", worded, StringComparison.Ordinal);
    }

    [Fact]
    public void A_brief_list_ends_without_a_mark_that_promises_more()
    {
        var brief = Words.Book.Word(new ShowVacancies(Sampling.Page, IsSenior: false, Next: null).InBrief());

        Assert.DoesNotContain("；\n", brief, StringComparison.Ordinal);
        Assert.Contains("1 保洁员(急招)；2 保洁员(急招)；3 保洁员(急招)\n", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_a_long_answer_the_brief_list_says_only_that_it_is_still_there()
    {
        var worded = Words.Of([new SigningChecklist(), (ShowVacancies)new ShowVacancies(Long, IsSenior: false, Next: null).InBrief()]);

        Assert.Contains("刚才找到的岗位还在。", worded, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_is_no_district_is_named_when_the_search_goes_beyond_it()
    {
        var page = Sampling.Page with { Exact = 0, Given = GivenWay.Nothing with { Quarter = true, Beyond = "高新区" } };

        Assert.Contains("“高新区”以外", Words.Book.Word(new ShowVacancies(page, IsSenior: false, Next: null)), StringComparison.Ordinal);
    }
}
