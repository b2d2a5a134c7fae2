using System.Globalization;
using System.Text;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Talks;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>An office with two lawyers, 周静 who sees people on the spot and 李明 who calls, and one worker.</summary>
internal sealed class LegalStage(LegalOffice office) : ITalkStage
{
    private const int LongestMessage = 2048;

    /// <summary>In the words of whoever speaks, the code that staff opened last.</summary>
    private const string BindCode = "{绑定码}";

    private readonly LegalStaff _staff = new(office);

    private string _worker = "o-worker";
    private string _heard = "";

    /// <summary>Everything that was sent to the worker by itself, in order.</summary>
    public List<string> Sent { get; } = [];

    public static async Task<LegalStage> SetAsync(LegalOffice office)
    {
        var site = await office.SiteAsync("职工服务中心", rooms: 2);
        await office.LawyerAsync("周静", site, new LawyerFacts { Office = "历下律师事务所", IsWoman = true });
        await office.LawyerAsync("李明");
        return new LegalStage(office);
    }

    public async Task SayAsync(string words) => Hear(await office.Union.SaysAsync(_worker, words.Replace(BindCode, _staff.BindCode, StringComparison.Ordinal)));

    public async Task DoAsync(TalkDeed deed)
    {
        switch (deed.What)
        {
            case "照片": Hear(await office.Union.SendsPhotoAsync(_worker)); break;
            case "收消息": await ReceiveAsync(); break;
            case "换号": _worker = deed.About; break;
            case "取消关注": await office.Union.UnfollowsAsync(_worker); break;
            default: throw new InvalidDataException($"Nobody can {deed} here.");
        }
    }

    public async Task WorkAsync(TalkDeed deed)
    {
        switch (deed.What)
        {
            case "时间": office.ItBecomes(deed.About); break;
            case "过": Pass(deed.About); break;
            default: await _staff.WorkAsync(_worker, deed); break;
        }
    }

    public Task<string> HearAsync() => Task.FromResult(_heard);

    /// <summary>过 9 分钟, 过 61 秒.</summary>
    private void Pass(string about)
    {
        var (count, unit) = (int.Parse(about.Split(' ')[0], CultureInfo.InvariantCulture), about.Split(' ')[1]);
        office.Union.Waits(unit is "秒" ? TimeSpan.FromSeconds(count) : TimeSpan.FromMinutes(count));
    }

    /// <summary>What is due goes out; of what the worker gets they read all.</summary>
    private async Task ReceiveAsync()
    {
        var texts = await office.SendAsync(_worker);
        Sent.AddRange(texts);
        Hear(string.Join('\n', texts));
    }

    private void Hear(string answer)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(answer), 0, LongestMessage);
        _heard = answer;
    }
}
