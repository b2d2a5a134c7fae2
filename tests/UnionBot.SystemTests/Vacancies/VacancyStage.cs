using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.SystemTests.Talks;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>An office with the vacancies of <c>Talks/posts.csv</c>, all verified, and one worker who looks for work.</summary>
internal sealed class VacancyStage(VacancyOffice office) : ITalkStage
{
    private const int LongestMessage = 2048;
    private const string Worker = "o-worker";

    private static readonly string[] Others = ["o-1", "o-2", "o-3"];
    private static readonly string Posts = Path.Combine(VacancyTalkTests.Folder.Path, "posts.csv");

    private string _heard = "";

    /// <summary>The list, whose vacancies end on a day.</summary>
    public static string PostsUntil(string day) => Until(File.ReadAllText(Posts), day);

    public async Task SayAsync(string words) => Hear(await office.Union.SaysAsync(Worker, words));

    public async Task FollowAsync() => Hear(await office.Union.SendsAsync(Worker, InputKind.Followed));

    public async Task DoAsync(TalkDeed deed) => Hear(deed.What switch
    {
        "语音" => await office.Union.SendsAsync(Worker, InputKind.Voice),
        "位置" => await office.Union.SendsAsync(Worker, InputKind.Location, PlaceOf(deed.About)),
        _ => throw new InvalidDataException($"Nobody can {deed} here."),
    });

    public async Task WorkAsync(TalkDeed deed)
    {
        switch (deed.What)
        {
            case "过": office.Union.Waits(TimeSpan.FromMinutes(int.Parse(deed.About.Split(' ')[0], CultureInfo.InvariantCulture))); break;
            case "关闭": await CloseAsync(deed.About); break;
            case "导入": Assert.True((await office.ImportFileAsync($"{File.ReadLines(Posts).First()}\n{Until(deed.About, office.InAMonth)}\n")).IsGood); break;
            case "三人举报": await ReportAsync(deed.About, Others); break;
            default: throw new InvalidDataException($"Staff cannot {deed}.");
        }
    }

    public Task<string> HearAsync() => Task.FromResult(_heard);

    public async Task ReportAsync(string title, params string[] people)
    {
        var vacancy = await IdOfAsync(title);
        foreach (var who in people)
        {
            await office.Union.SaysAsync(who, "你好");
            var person = await office.Union.PersonAsync(who);
            await office.Union.AsAsync<IServiceProvider, int>(services => ReportAsync(services, person, vacancy));
        }
    }

    public async Task<long> IdOfAsync(string title) => (await office.AllAsync()).First(v => v.Title == title).Id;

    private async Task<int> ReportAsync(IServiceProvider services, PersonId person, long vacancy)
    {
        var (desk, db) = (services.GetRequiredService<IVacancyDesk>(), services.GetRequiredService<UnionDb>());
        await using var transaction = await db.Database.BeginTransactionAsync();
        await desk.ReportAsync(person, vacancy, ReportReason.Fraud, office.Union.Now, CancellationToken.None);
        var changed = await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return changed;
    }

    private async Task CloseAsync(string title)
    {
        var id = await IdOfAsync(title);
        Assert.Null(await office.Union.AsAsync<VacancyReview, VacancyRefusal?>(r => r.CloseAsync(id, 1, "已招满", CancellationToken.None)));
    }

    private void Hear(string answer)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(answer), 1, LongestMessage);
        _heard = answer;
    }

    private static string Until(string rows, string day) => rows.Replace("{month}", day, StringComparison.Ordinal);

    /// <summary>36.6661,117.0561 济南市历下区解放路.</summary>
    private static GeoPoint PlaceOf(string about)
    {
        var (numbers, label) = (about.Split(' ')[0].Split(','), about.Split(' ')[1]);
        return new GeoPoint(
            double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture), label);
    }
}
