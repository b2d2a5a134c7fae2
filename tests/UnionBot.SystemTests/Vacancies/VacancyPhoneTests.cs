using UnionBot.SystemTests.Talks;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>Talks about work as on the phone page: through the platform, its signatures and its limits.</summary>
public sealed class VacancyPhoneTests(VacancyCity city) : IClassFixture<VacancyCity>
{
    [Theory]
    [InlineData("01-问岗位")]
    [InlineData("02-签约前")]
    [InlineData("16-离家近点")]
    public async Task A_talk_goes_the_same_way_on_the_phone(string name)
    {
        var talk = VacancyTalkTests.Folder.Read(name);

        await TalkPlayer.PlayAsync(talk, await CityStage.EnterAsync(city, talk));
    }
}
