using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Wishes;
using UnionBot.Services.Vacancies.Words;
using UnionBot.Tests.Chat.Understanding.Knowledge;

namespace UnionBot.Tests.Services.Vacancies;

public sealed class WishWordsTests
{
    [Theory]
    [InlineData("places.yaml", "kinds:", "sorts:")]
    [InlineData("age.yaml", "years:", "year:")]
    [InlineData("schools.yaml", "any: [小学]", "any: [小学, 初中]")]
    [InlineData("pay.yaml", "net: [到手,", "net: 到手 # [")]
    [InlineData("travel.yaml", "kmh: 15", "kmh: fast")]
    [InlineData("start.yaml", "work:", "works:")]
    [InlineData("cues.yaml", "restart:", "afresh:")]
    [InlineData("quarters.yaml", "历下区:", "火星区:")]
    public void A_broken_file_is_named(string file, string old, string with)
    {
        using var templates = new TemplatesCopy();
        templates.Replace(Path.Combine("understanding", "vacancies", file), old, with);

        var broken = Assert.Throws<BrokenFileException>(() => WishWords.Load(
            new DataFolder(templates.Folder), VacancyWords.Trades, VacancyWords.Regions, VacancyWords.Traits));

        Assert.Contains(file, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_of_negations_or_questions_is_named()
    {
        using var templates = new TemplatesCopy();
        templates.Replace(Path.Combine("understanding", "vacancies", "negation.yaml"), "ends: [的", "ends: [的话");
        templates.Replace(Path.Combine("understanding", "vacancies", "questions.yaml"), "hours:", "hour:");
        templates.Replace(Path.Combine("understanding", "vacancies", "pay-column.yaml"), "piece:", "pieces:");
        var folder = new DataFolder(templates.Folder);

        Assert.Contains("negation.yaml", Assert.Throws<BrokenFileException>(() => TraitWords.Load(folder)).Message, StringComparison.Ordinal);
        Assert.Contains("questions.yaml", Assert.Throws<BrokenFileException>(() => QuestionWords.Load(folder, VacancyWords.Traits)).Message, StringComparison.Ordinal);
        Assert.Contains("pay-column.yaml", Assert.Throws<BrokenFileException>(() => PayText.Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_is_added_is_read()
    {
        using var templates = new TemplatesCopy();
        templates.Replace(Path.Combine("understanding", "vacancies", "schools.yaml"), "none: [", "none: [大字不识, ");

        var words = WishWords.Load(new DataFolder(templates.Folder), VacancyWords.Trades, VacancyWords.Regions, VacancyWords.Traits);

        Assert.NotNull(words.School.Read("俺大字不识一个"));
    }
}
