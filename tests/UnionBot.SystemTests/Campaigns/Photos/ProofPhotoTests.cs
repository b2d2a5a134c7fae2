using UnionBot.Core.Media;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Photos;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Campaigns.Photos;

/// <summary>No photo proves two visits, over all campaigns; and what a card is on is for few eyes.</summary>
public sealed class ProofPhotoTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private TestDatabase _database = null!;
    private ProofRoom _room = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _room = await ProofRoom.OpenAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_photo_is_kept_bare_and_what_its_file_said_stands_beside_it()
    {
        var picture = await PhotoMill.MakeAsync(1);
        var photo = await _room.SendAsync(visit: 1, ExifJpeg.With(picture));

        var report = await _room.HashAsync();

        var kept = Assert.Single(await _room.PhotosAsync(1));
        Assert.Equal((photo, PhotoState.Kept, 0), (kept.Id, kept.State, report.Skipped));
        Assert.Equal((new DateTimeOffset(2026, 1, 15, 2, 20, 30, TimeSpan.Zero), 117.12), (kept.Facts.TakenAt, Math.Round(kept.Facts.Place!.Value.Longitude, 6)));
        Assert.Equal(picture, (await _room.LookAsync(photo, await _room.StaffAsync(RoleKind.Operator))).Picture);
    }

    [Fact]
    public async Task The_same_file_again_is_re_used_whatever_campaign_and_year_and_says_which_visit_had_it_first()
    {
        var picture = await PhotoMill.MakeAsync(2);
        var first = await _room.SendAsync(visit: 7, picture);
        await _room.HashAsync();
        _room.Union.Waits(TimeSpan.FromDays(8 * 365));
        await _room.ForgetAsync();

        await _room.SendAsync(visit: 9001, picture);
        await _room.TakeUpAsync(9001);

        var again = Assert.Single(await _room.PhotosAsync(9001));
        Assert.Equal((PhotoState.Reused, 7L, first), (again.State, again.OtherVisit, again.OtherPhoto));
    }

    [Fact]
    public async Task A_file_that_comes_twice_for_one_visit_is_no_re_use()
    {
        var picture = await PhotoMill.MakeAsync(3);
        await _room.SendAsync(visit: 1, picture);
        await _room.SendAsync(visit: 1, picture, PhotoKind.Receipt);
        await _room.HashAsync();

        Assert.Equal([PhotoState.Kept, PhotoState.SentTwice], (await _room.PhotosAsync(1)).Select(p => p.State));
    }

    [Fact]
    public async Task Of_many_that_send_one_file_at_the_same_time_exactly_one_was_first()
    {
        var picture = await PhotoMill.MakeAsync(4);
        var visits = Enumerable.Range(1, Effort.Of(ordinary: 12, full: 100)).Select(v => (long)v).ToArray();
        foreach (var visit in visits) await _room.SendAsync(visit, picture);

        await Task.WhenAll(visits.Select(_room.TakeUpAsync));

        var photos = new List<VisitPhoto>();
        foreach (var visit in visits) photos.AddRange(await _room.PhotosAsync(visit));
        var first = Assert.Single(photos, p => p.State is PhotoState.Waiting);
        Assert.All(photos.Where(p => p.Id != first.Id), p => Assert.Equal((PhotoState.Reused, first.Id), (p.State, p.OtherPhoto)));
    }

    [Fact]
    public async Task A_copy_that_was_compressed_anew_looks_like_the_first_and_other_photos_do_not()
    {
        var picture = await PhotoMill.MakeAsync(5);
        var first = await _room.SendAsync(visit: 1, picture);
        for (var other = 10; other < 20; other++) await _room.SendAsync(visit: other, await PhotoMill.MakeAsync(other));
        await _room.SendAsync(visit: 2, await PhotoMill.CopyAsync(picture, "2 % cut off each side"));
        await _room.SendAsync(visit: 1, await PhotoMill.CopyAsync(picture, "quality 30"));
        await _room.HashAsync();

        var copy = Assert.Single(await _room.PhotosAsync(2));
        Assert.Equal((PhotoState.LooksLikeAnother, 1L, first), (copy.State, copy.OtherVisit, copy.OtherPhoto));
        Assert.InRange(copy.DifferentBits!.Value, 0, new PhotoRules().LookAlikeBits);
        Assert.All(await _room.PhotosAsync(1), p => Assert.Equal(PhotoState.Kept, p.State));
        for (var other = 10; other < 20; other++) Assert.Equal(PhotoState.Kept, Assert.Single(await _room.PhotosAsync(other)).State);
    }

    [Fact]
    public async Task What_is_no_picture_or_never_came_proves_nothing()
    {
        await _room.SendAsync(visit: 1, [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Repeat((byte)7, 3000)]);
        await _room.SendAsync(visit: 2, "GIF89a"u8.ToArray());
        await _room.SendAsync(visit: 3, await PhotoMill.MakeAsync(6));
        var waiting = await _room.SendAsync(visit: 4, content: null);
        await _database.ExecuteAsync("UPDATE media_file SET status = $1 WHERE id = (SELECT media_id FROM proof_photo WHERE visit_id = 3)", (short)MediaStatus.Lost);
        await _room.HashAsync();

        foreach (var visit in new[] { 1, 2, 3 }) Assert.Equal(PhotoState.Unusable, Assert.Single(await _room.PhotosAsync(visit)).State);
        Assert.Equal((waiting, PhotoState.Waiting), (await _room.PhotosAsync(4)).Select(p => (p.Id, p.State)).Single());
    }

    [Fact]
    public async Task Noting_a_photo_again_changes_nothing()
    {
        var photo = await _room.SendAsync(visit: 1, await PhotoMill.MakeAsync(7));
        var media = await _database.ScalarAsync<long>("SELECT media_id FROM proof_photo");

        var again = await _room.Union.AsAsync<PhotoRegister, long>(r => r.AddAsync(2, media, PhotoKind.Scene, Ct));

        Assert.Equal((photo, 1L), (again, await _database.ScalarAsync<long>("SELECT count(*) FROM proof_photo WHERE visit_id = 1")));
    }

    [Fact]
    public async Task A_card_is_seen_by_few_with_a_reason_and_each_look_is_in_the_audit()
    {
        var (worker, lead) = (await _room.StaffAsync(RoleKind.Operator), await _room.StaffAsync(RoleKind.VisitorLead));
        var picture = await PhotoMill.MakeAsync(8);
        var photo = await _room.SendAsync(visit: 1, picture);
        await _room.HashAsync();

        Assert.Null(await _room.LockAwayAsync(photo, worker, "拍到了身份证"));
        var copy = await _room.SendAsync(visit: 2, picture);
        await _room.HashAsync();

        Assert.Equal(PhotoState.Quarantined, Assert.Single(await _room.PhotosAsync(1)).State);
        foreach (var same in new[] { photo, copy })
        {
            Assert.Equal(PhotoRefusal.LockedAway, (await _room.LookAsync(same, worker, "想看看")).Refusal);
            Assert.Equal(PhotoRefusal.NoReason, (await _room.LookAsync(same, lead)).Refusal);
            Assert.Equal(PhotoRefusal.LockedAway, (await _room.CopyAsync(same, lead)).Refusal);
        }

        Assert.Equal(0L, await SeenAsync());
        Assert.Equal(picture, (await _room.LookAsync(photo, lead, "核实签收")).Picture);
        Assert.Equal(1L, await SeenAsync());

        Assert.Equal(PhotoRefusal.NotAllowed, await _room.ReleaseAsync(photo, worker));
        Assert.Null(await _room.ReleaseAsync(photo, lead));
        Assert.NotNull((await _room.LookAsync(photo, worker)).Picture);
    }

    [Fact]
    public async Task Nobody_without_a_role_sees_a_photo_and_a_copy_for_the_report_is_marked()
    {
        var photo = await _room.SendAsync(visit: 1, await PhotoMill.MakeAsync(9));
        await _room.HashAsync();

        Assert.Equal(PhotoRefusal.NotAllowed, (await _room.LookAsync(photo, await _room.StaffAsync(RoleKind.LegalSupervisor))).Refusal);
        var auditor = await _room.StaffAsync(RoleKind.Auditor);
        Assert.NotEqual((await _room.LookAsync(photo, auditor)).Picture, (await _room.CopyAsync(photo, auditor)).Picture);
    }

    [Fact]
    public async Task An_audit_three_years_later_sees_the_picture_and_after_five_it_is_forgotten()
    {
        var photo = await _room.SendAsync(visit: 1, ExifJpeg.With(await PhotoMill.MakeAsync(10)));
        await _room.HashAsync();
        await _database.ExecuteAsync("DELETE FROM media_chunk");
        var auditor = await _room.StaffAsync(RoleKind.Auditor);

        _room.Union.Waits(TimeSpan.FromDays((3 * 365) + 30));
        await _room.ForgetAsync();
        Assert.NotNull((await _room.LookAsync(photo, auditor)).Picture);

        _room.Union.Waits(TimeSpan.FromDays(2 * 365));
        Assert.Equal(1, (await _room.ForgetAsync()).Done);
        Assert.Equal(PhotoRefusal.NotThere, (await _room.LookAsync(photo, auditor)).Refusal);
        Assert.Equal(PhotoFacts.None, Assert.Single(await _room.PhotosAsync(1)).Facts);
        Assert.Equal(0, (await _room.ForgetAsync()).Done);
    }

    [Fact]
    public async Task While_the_tool_is_missing_files_are_compared_and_pictures_wait()
    {
        await using var bare = await ProofRoom.OpenAsync(_database, new PhotoRules { Tool = "/nowhere/convert" });
        var picture = await PhotoMill.MakeAsync(11);
        await bare.SendAsync(visit: 1, picture);
        await bare.SendAsync(visit: 2, picture);

        Assert.Equal(1, (await bare.HashAsync()).Skipped);
        Assert.Equal(PhotoState.Reused, Assert.Single(await bare.PhotosAsync(2)).State);

        Assert.Equal(0, (await _room.HashAsync()).Skipped);
        Assert.Equal(PhotoState.Kept, Assert.Single(await _room.PhotosAsync(1)).State);
    }

    private Task<long> SeenAsync() => _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'proof-photo/card-seen'");
}
