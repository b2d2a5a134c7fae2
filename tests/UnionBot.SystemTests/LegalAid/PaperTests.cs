using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Media;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>A photo that is sent in the middle of a talk belongs to the booking, and goes with what was told.</summary>
public sealed class PaperTests : IAsyncLifetime
{
    private const string Worker = "o-paper";

    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Repeat((byte)7, 300_000)];

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        await _office.LawyerAsync("周静");
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_photo_in_the_middle_of_a_talk_belongs_to_the_booking_and_is_erased_with_the_person()
    {
        var booking = await BookWithPhotoAsync();

        var waiting = Assert.Single(await PapersAsync(booking));
        Assert.Equal((MediaStatus.Waiting, null), (waiting.Status, waiting.Content));
        await KeepAsync(waiting.Id);
        Assert.Equal(Photo, Assert.Single(await PapersAsync(booking)).Content);

        await _office.Union.AsAsync<IServiceProvider, int>(async scope =>
        {
            foreach (var data in scope.GetServices<IPersonalData>()) await data.EraseAsync(booking.PersonId!.Value, _office.Union.Now, Ct);
            return 0;
        });
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM media_chunk"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_booking WHERE told IS NOT NULL"));
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_not_shown_whatever_a_booking_names()
    {
        var booking = await BookWithPhotoAsync();
        var stranger = await _office.PersonAsync("o-stranger");
        var other = await _office.Union.AsAsync<MediaStore, long>(store => store.NoteAsync(stranger, InputKind.Photo, "photo-x", _office.Union.Now, Ct));

        var papers = await _office.Union.AsAsync<BookingPapers, IReadOnlyList<BookingPaper>>(p => p.ReadAsync(booking, new ToldDetails { Files = [other] }, Ct));

        Assert.Empty(papers);
    }

    private async Task<Booking> BookWithPhotoAsync()
    {
        await _office.PersonAsync(Worker);
        await _database.ExecuteAsync("UPDATE person SET phone_confirmed_at = now()");
        await _office.Union.SaysAsync(Worker, "老板三个月没发工资了，想问问律师");
        await _office.Union.SendsPhotoAsync(Worker);
        foreach (var words in new[] { "一万八，上个月还把我辞了", "周五下午吧", "好" }) await _office.Union.SaysAsync(Worker, words);
        return await _office.Union.ReadsAsync(db => db.Set<Booking>().AsNoTracking().SingleAsync());
    }

    private Task<IReadOnlyList<BookingPaper>> PapersAsync(Booking booking) => _office.Union.AsAsync<IServiceProvider, IReadOnlyList<BookingPaper>>(scope =>
        scope.GetRequiredService<BookingPapers>().ReadAsync(booking, scope.GetRequiredService<LegalAidCiphers>().OpenTold(booking)!, Ct));

    /// <summary>The platform has given it.</summary>
    private Task<int> KeepAsync(long id) => _office.Union.AsAsync<IServiceProvider, int>(async scope =>
    {
        var file = await scope.GetRequiredService<UnionDb>().Set<MediaFile>().SingleAsync(f => f.Id == id);
        await scope.GetRequiredService<MediaStore>().KeepAsync(file, Photo, Ct);
        return 0;
    });
}
