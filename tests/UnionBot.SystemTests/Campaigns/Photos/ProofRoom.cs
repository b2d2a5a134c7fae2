using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Media;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Photos;
using UnionBot.SystemTests.Cases;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Campaigns.Photos;

/// <summary>A union whose visitor sends photos, and whose job and staff look at them.</summary>
internal sealed class ProofRoom : IAsyncDisposable
{
    private const string Visitor = "o-visitor";

    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly PhotoRules _rules;
    private readonly PhotoTool _tool;
    private PersonId _visitor;

    private ProofRoom(UnionOffice union, PhotoRules rules) => (Union, _rules, _tool) = (union, rules, new PhotoTool(rules, NullLogger<PhotoTool>.Instance));

    public UnionOffice Union { get; }

    public static async Task<ProofRoom> OpenAsync(TestDatabase database, PhotoRules? rules = null)
    {
        var room = new ProofRoom(await UnionOffice.OpenAsync(database), rules ?? new PhotoRules());
        await room.Union.SaysAsync(Visitor, "菜单");
        room._visitor = await room.Union.PersonAsync(Visitor);
        return room;
    }

    /// <param name="content">Null for a file that has not come yet.</param>
    public Task<long> SendAsync(long visit, byte[]? content, PhotoKind kind = PhotoKind.Scene) => Union.AsAsync<IServiceProvider, long>(async scope =>
    {
        var store = scope.GetRequiredService<MediaStore>();
        var media = await store.NoteAsync(_visitor, InputKind.Photo, "photo", Union.Now, Ct);
        var photo = await scope.GetRequiredService<PhotoRegister>().AddAsync(visit, media, kind, Ct);
        if (content is not null) await store.KeepAsync(await scope.GetRequiredService<UnionDb>().Set<MediaFile>().SingleAsync(f => f.Id == media), content, Ct);
        return photo;
    });

    /// <summary>The job runs.</summary>
    public Task<JobReport> HashAsync() => Union.AsAsync<IServiceProvider, JobReport>(scope =>
    {
        var db = scope.GetRequiredService<UnionDb>();
        var preparation = new PhotoPreparation(
            db, scope.GetRequiredService<MediaStore>(), _tool, scope.GetRequiredService<PhotoCiphers>(), new LookAlikes(db, _rules), _rules, scope.GetRequiredService<BusinessClock>());
        return new HashPhotos(scope.GetRequiredService<PhotoIntake>(), preparation).RunAsync(Union.Now, Ct);
    });

    public Task<JobReport> ForgetAsync() => Union.AsAsync<ForgetPhotos, JobReport>(job => job.RunAsync(Union.Now, Ct));

    public Task TakeUpAsync(long visit) => Union.AsAsync<PhotoRegister, int>(async register =>
    {
        await register.TakeUpAsync(visit, Ct);
        return 0;
    });

    public Task<IReadOnlyList<VisitPhoto>> PhotosAsync(long visit) => Union.AsAsync<PhotoRegister, IReadOnlyList<VisitPhoto>>(r => r.OfVisitAsync(visit, Ct));

    public Task<PhotoOutcome> LookAsync(long photo, long staff, string? reason = null) =>
        Union.AsAsync<PhotoDesk, PhotoOutcome>(desk => desk.LookAsync(photo, staff, reason, Ct));

    public Task<PhotoOutcome> CopyAsync(long photo, long staff) =>
        Union.AsAsync<PhotoDesk, PhotoOutcome>(desk => desk.CopyAsync(photo, new PhotoMark("W-031", new DateOnly(2026, 1, 15)), staff, Ct));

    public Task<PhotoRefusal?> LockAwayAsync(long photo, long staff, string reason) =>
        Union.AsAsync<PhotoDesk, PhotoRefusal?>(desk => desk.QuarantineAsync(photo, staff, reason, Ct));

    public Task<PhotoRefusal?> ReleaseAsync(long photo, long staff) =>
        Union.AsAsync<PhotoDesk, PhotoRefusal?>(desk => desk.ReleaseAsync(photo, staff, "不是证件", Ct));

    public async Task<long> StaffAsync(RoleKind role)
    {
        var id = (await Union.AsAsync<StaffRegister, long?>(staff => staff.AddAsync($"员工{role}", organisation: null, Ct)))!.Value;
        await using var db = Union.Database.Open();
        db.Add(new StaffRole(id, role, organisation: null));
        await db.SaveChangesAsync(Ct);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        _tool.Dispose();
        await Union.DisposeAsync();
    }
}
