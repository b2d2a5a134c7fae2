using System.Globalization;
using Microsoft.Extensions.Primitives;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Services.Broadcasts;
using UnionBot.Web.Commands;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Broadcasts;

/// <summary>Where broadcasts are written and changed.</summary>
internal sealed class ComposeRoom(
    ConsoleVisit visit,
    BroadcastRegister register,
    AudienceReader audiences,
    BroadcastTyping typing,
    BroadcastWords words,
    BroadcastForms forms,
    BroadcastArticles articles,
    AudienceChoices choices,
    SendingRules rules,
    BusinessClock clock)
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '\n'];

    private long Staff => visit.Known.Staff;

    /// <summary>A form for tomorrow, from nine in the morning.</summary>
    public async Task<IResult> ShowNewAsync(CancellationToken ct)
    {
        var tomorrow = UnionCalendar.DayOf(clock.GetUtcNow()).AddDays(1);
        var typed = TypedBroadcast.Empty with
        {
            From = $"{tomorrow:yyyy-MM-dd} 09:00",
            Until = $"{tomorrow:yyyy-MM-dd} {rules.Times.BroadcastUntil:HH:mm}",
        };
        return await ShowAsync(new Composition(null, 0, typed, [], null, null), ct);
    }

    public async Task<IResult> ShowOldAsync(int number, CancellationToken ct) =>
        await register.FindAsync(number, Staff, ct) is { } broadcast
            ? await ShowAsync(new Composition(number, broadcast.Version, await typing.TypedAsync(broadcast.Content, ct), [], null, null), ct)
            : ConsolePages.Missing();

    public async Task<IResult> SaveNewAsync(IFormCollection form, CancellationToken ct)
    {
        var (typed, problems) = (Read(name => form[name]), new List<BroadcastProblem>());
        var content = await typing.ReadAsync(typed, problems, ct);
        var saved = problems.Count > 0 ? new SavedBroadcast(null, null, problems) : await register.CreateAsync(content, Staff, ct);
        return saved.Number is { } number
            ? ConsolePages.GoTo(BroadcastEndpoints.AddressOf(number))
            : await ShowAsync(new Composition(null, 0, typed, saved.Problems, saved.Refusal, null), ct);
    }

    public async Task<IResult> SaveOldAsync(int number, IFormCollection form, CancellationToken ct)
    {
        if (await register.FindAsync(number, Staff, ct) is not { } broadcast) return ConsolePages.Missing();
        if (!int.TryParse(form[BroadcastPage.VersionField], CultureInfo.InvariantCulture, out var seen)) return ConsolePages.Stale();

        var (typed, problems) = (Read(name => form[name]), new List<BroadcastProblem>());
        var content = await typing.ReadAsync(typed, problems, ct);
        var saved = problems.Count > 0 ? new SavedBroadcast(null, null, problems) : await register.ChangeAsync(number, seen, content, Staff, ct);
        if (saved.Number is not null) return ConsolePages.GoTo(BroadcastEndpoints.AddressOf(number));

        // The second of two editors sees what the first made of it beside what they typed themselves, and may save upon it.
        var theirs = saved.Refusal is BroadcastRefusal.Changed ? await typing.TypedAsync(broadcast.Content, ct) : null;
        return await ShowAsync(new Composition(number, theirs is null ? seen : broadcast.Version, typed, saved.Problems, saved.Refusal, theirs), ct);
    }

    /// <summary>How many are meant by what stands in the form now.</summary>
    public async Task<IResult> CountAsync(IQueryCollection query, CancellationToken ct)
    {
        // Whom it reaches does not depend on what it says, and the platform need not be asked for its drafts at every stroke.
        var (typed, problems) = (Read(name => query[name]) with { Draft = "" }, new List<BroadcastProblem>());
        var content = await typing.ReadAsync(typed, problems, ct);
        problems.RemoveAll(problem => problem.Field is BroadcastField.Title or BroadcastField.Text or BroadcastField.From or BroadcastField.Until);
        var plan = problems.Count == 0 && await register.MayWriteToAsync(content.Audience, Staff, ct) ? await audiences.PlanAsync(content, ct) : null;
        return ConsolePages.Show<AudienceCount>((nameof(AudienceCount.Plan), plan), (nameof(AudienceCount.Problems), problems));
    }

    private async Task<IResult> ShowAsync(Composition composition, CancellationToken ct) => ConsolePages.Show<ComposePage>(
        (nameof(ComposePage.Composition), composition),
        (nameof(ComposePage.WorkerTypes), words.WorkerTypes),
        (nameof(ComposePage.Forms), forms),
        (nameof(ComposePage.Times), rules.Times),
        (nameof(ComposePage.Choices), await choices.ReadAsync(Staff, ct)),
        (nameof(ComposePage.Drafts), await articles.OfferAsync(ct)));

    private static TypedBroadcast Read(Func<string, StringValues> field) => new(
        field(nameof(TypedBroadcast.Title)).ToString(),
        field(nameof(TypedBroadcast.Channel)).ToString(),
        field(nameof(TypedBroadcast.Purpose)).ToString(),
        field(nameof(TypedBroadcast.Text)).ToString(),
        field(nameof(TypedBroadcast.Organisation)).ToString(),
        Words(field(nameof(TypedBroadcast.Districts))),
        Words(field(nameof(TypedBroadcast.WorkerTypes))),
        Words(field(nameof(TypedBroadcast.Tags))),
        Words(field(nameof(TypedBroadcast.Levels))),
        field(nameof(TypedBroadcast.Case)).ToString(),
        Time(field(nameof(TypedBroadcast.From))),
        Time(field(nameof(TypedBroadcast.Until))))
    {
        Draft = field(nameof(TypedBroadcast.Draft)).ToString(),
    };

    private static string[] Words(StringValues typed) =>
        [.. typed.SelectMany(t => (t ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Browsers put a T between day and time.</summary>
    private static string Time(StringValues typed) => StaffWork.ReadTime(typed.ToString()) is { } time ? StaffWork.Show(time) : typed.ToString();
}

/// <summary>What somebody writes, so that nothing of it is lost when it is refused.</summary>
/// <param name="Number">Null for a new one.</param>
/// <param name="Version">That it is written upon.</param>
/// <param name="Theirs">What a colleague saved meanwhile; null when nobody did.</param>
public sealed record Composition(
    int? Number,
    int Version,
    TypedBroadcast Typed,
    IReadOnlyList<BroadcastProblem> Problems,
    BroadcastRefusal? Refusal,
    TypedBroadcast? Theirs)
{
    public IEnumerable<BroadcastProblem> Of(BroadcastField field) => Problems.Where(problem => problem.Field == field);
}
