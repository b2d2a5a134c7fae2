using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Tests.Services.Vacancies;

public sealed class VacancyChecksTests
{
    private static readonly VacancyChecks Checks = new(CheckWords.Load(new DataFolder(Tree.Templates)));

    private static readonly VacancyFacts Good = new()
    {
        Title = "保洁员",
        RegionCode = "370102",
        Pay = new Pay(PayUnit.Month, 3600_00, 3900_00),
        ValidUntil = new DateOnly(2026, 12, 31),
    };

    [Theory]
    [InlineData("入职交体检费200元", VacancyDoubts.Fee)]
    [InlineData("介绍费300，包上岗", VacancyDoubts.Fee)]
    [InlineData("服装押金500", VacancyDoubts.Deposit)]
    [InlineData("押身份证", VacancyDoubts.Deposit)]
    [InlineData("学费可办培训贷", VacancyDoubts.TrainingLoan)]
    [InlineData("限男，未婚", VacancyDoubts.Discrimination)]
    [InlineData("不要河南人", VacancyDoubts.Discrimination)]
    [InlineData("15岁以上即可", VacancyDoubts.ChildLabour)]
    public void Suspicious_words_are_flagged(string text, VacancyDoubts flag) => Assert.Equal(flag, Read(Good, text));

    [Theory]
    [InlineData("不收押金")]
    [InlineData("无押金、培训费")]
    [InlineData("体检费公司报销")]
    [InlineData("免培训费，男女不限")]
    public void Words_that_deny_the_fault_are_no_fault(string text) => Assert.Equal(VacancyDoubts.None, Read(Good, text));

    [Fact]
    public void Missing_and_absurd_pay_is_flagged()
    {
        Assert.Equal(VacancyDoubts.NoPay, Read(Good with { Pay = Pay.Unsaid }));
        Assert.Equal(VacancyDoubts.PayTooHigh, Read(Good with { Pay = new Pay(PayUnit.Month, 80_000_00, null) }));
        Assert.Equal(VacancyDoubts.PayTooLow, Read(Good with { Pay = new Pay(PayUnit.Day, 20_00, 30_00) }));
        Assert.Equal(VacancyDoubts.PayTooLow, Read(Good with { Pay = new Pay(PayUnit.Month, 5000_00, 4000_00) }));
        Assert.Equal(VacancyDoubts.None, Read(Good with { Pay = new Pay(PayUnit.Hour, 20_00, null) }));
    }

    [Fact]
    public void Limits_of_age_and_sex_are_flagged()
    {
        Assert.Equal(VacancyDoubts.AgeLimit, Read(Good with { AgeMin = 18, AgeMax = 35 }));
        Assert.Equal(VacancyDoubts.None, Read(Good with { AgeMin = 18, AgeMax = 55 }));
        Assert.Equal(VacancyDoubts.Discrimination, Read(Good with { Gender = GenderRule.Women }));
        Assert.Equal(VacancyDoubts.ChildLabour, Read(Good with { AgeMin = 15 }));
    }

    [Fact]
    public void An_employer_whose_licence_nobody_has_seen_is_flagged() =>
        Assert.Equal(VacancyDoubts.NoLicence, Checks.Read(Good, "", new Employer("某某公司", null)));

    private static VacancyDoubts Read(VacancyFacts facts, string text = "")
    {
        var employer = new Employer("某某公司", null);
        employer.SeeLicence(new DateOnly(2026, 11, 1));
        return Checks.Read(facts, text, employer);
    }
}
