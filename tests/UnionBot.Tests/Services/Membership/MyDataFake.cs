using UnionBot.Chat.Dialogs;
using UnionBot.Services.Membership.MyData;

namespace UnionBot.Tests.Services.Membership;

/// <summary>Data of a person who first wrote on 1 November.</summary>
internal sealed class MyDataFake : IMyData
{
    public static readonly ShowMyData Summary = new(new DateOnly(2026, 11, 1), null, null, "138****0001", null, 0, null);

    public int LinksOpened { get; private set; }

    public Task<ShowMyData> SummariseAsync(Speaker speaker, CancellationToken ct) => Task.FromResult(Summary);

    public Task<Uri> OpenLinkAsync(Speaker speaker, CancellationToken ct)
    {
        LinksOpened++;
        return Task.FromResult(new Uri("https://bot.test/my-data/secret"));
    }
}
