using System.Globalization;
using System.Text;
using UnionBot.Core.Calendar;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Talks;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>An office with two lawyers, 周静 who sees people on the spot and 李明 who calls, and one worker.</summary>
internal sealed class LegalStage(LegalOffice office) : ITalkStage
{
    private const int LongestMessage = 2048;
    private const string Worker = "o-worker";

    private string _heard = "";

    public static async Task<LegalStage> SetAsync(LegalOffice office)
    {
        var site = await office.SiteAsync("职工服务中心", rooms: 2);
        await office.LawyerAsync("周静", site, new LawyerFacts { Office = "历下律师事务所", IsWoman = true });
        await office.LawyerAsync("李明");
        return new LegalStage(office);
    }

    public async Task SayAsync(string words) => Hear(await office.Union.SaysAsync(Worker, words));

    public async Task DoAsync(TalkDeed deed) => Hear(deed.What switch
    {
        "照片" => await office.Union.SendsPhotoAsync(Worker),
        _ => throw new InvalidDataException($"Nobody can {deed} here."),
    });

    public async Task WorkAsync(TalkDeed deed)
    {
        switch (deed.What)
        {
            case "手机已确认": await ConfirmPhoneAsync(); break;
            case "时间": office.ItBecomes(deed.About); break;
            case "过": office.Union.Waits(TimeSpan.FromMinutes(int.Parse(deed.About.Split(' ')[0], CultureInfo.InvariantCulture))); break;
            case "别人约走": await TakeAsync(deed.About); break;
            case "没有律师": await office.Database.ExecuteAsync("UPDATE legal_lawyer SET is_active = false"); break;
            case [.. var lawyer, '服', '务']: await ServeAsync(lawyer, deed.About); break;
            default: throw new InvalidDataException($"Staff cannot {deed}.");
        }
    }

    public Task<string> HearAsync() => Task.FromResult(_heard);

    private async Task ConfirmPhoneAsync()
    {
        var person = await office.PersonAsync(Worker);
        await office.Database.ExecuteAsync("UPDATE person SET phone_confirmed_at = now() WHERE id = $1", person.Value);
    }

    /// <summary>Every lawyer's time that begins then.</summary>
    private async Task TakeAsync(string start)
    {
        for (var n = 0; ; n++)
        {
            var at = LegalOffice.At(start);
            var day = UnionCalendar.DayOf(at);
            var slot = (await office.FindAsync(new SlotWish { From = day, Until = day })).FirstOrDefault(s => s.StartsAt == at);
            if (slot is null) return;

            await office.BookAsync(await office.PersonAsync($"o-other-{start}-{n}"), start);
        }
    }

    private async Task ServeAsync(string lawyer, string employer)
    {
        var ciphers = await office.Union.AsAsync<LegalAidCiphers, LegalAidCiphers>(Task.FromResult);
        await using var db = office.Database.Open();
        var all = db.Set<Lawyer>().ToList();
        var id = all.Single(l => ciphers.OpenLawyer(l.Id, l.Name) == lawyer).Id;
        var hash = ciphers.EmployerHash(employer);
        db.Add(new ServedEmployer(id, hash, ciphers.SealServed(id, hash, employer)));
        await db.SaveChangesAsync();
    }

    private void Hear(string answer)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(answer), 0, LongestMessage);
        _heard = answer;
    }
}
