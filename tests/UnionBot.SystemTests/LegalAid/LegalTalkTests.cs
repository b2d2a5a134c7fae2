using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Talks;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>The talks of the folder <c>Talks</c>, held with the real bot over a real schedule on Monday, 12 January 2026.</summary>
public sealed class LegalTalkTests : IAsyncLifetime
{
    private static readonly TalkFolder Folder = TalkFolder.Beside("Talks");

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;
    private LegalStage _stage = null!;

    public static TheoryData<string> Talks => [.. Folder.Names];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        _stage = await LegalStage.SetAsync(_office);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task A_talk_goes_as_it_is_written_and_nothing_is_sent_that_others_must_not_read(string name)
    {
        await TalkPlayer.PlayAsync(Folder.Read(name), _stage);

        foreach (var (text, isShortForm) in (IEnumerable<(string, bool)>)[.. await _office.AllSentAsync(), .. _stage.Sent.Select(sent => (sent, false))])
            Assert.True(LockScreen.FaultIn(text, isShortForm) is null, $"“{LockScreen.FaultIn(text, isShortForm)}” is in\n{text}");
    }
}
