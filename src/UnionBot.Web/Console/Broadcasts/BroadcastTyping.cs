using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.Web.Commands;

namespace UnionBot.Web.Console.Broadcasts;

/// <summary>A broadcast as it was typed, on the page or in a file.</summary>
/// <param name="Organisation">Name, code or number; empty for the whole union.</param>
/// <param name="From">In China, as in <see cref="StaffWork.TimeFormat"/>.</param>
public sealed record TypedBroadcast(
    string Title,
    string Channel,
    string Purpose,
    string Text,
    string Organisation,
    IReadOnlyList<string> Districts,
    IReadOnlyList<string> WorkerTypes,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Levels,
    string Case,
    string From,
    string Until)
{
    /// <summary>The platform's id of a draft whose articles are sent in place of a text; empty for a text.</summary>
    public string Draft { get; init; } = "";

    public static TypedBroadcast Empty { get; } = new("", "mass", "campaign", "", "", [], [], [], [], "", "", "");
}

/// <summary>Understands what was typed.</summary>
internal sealed class BroadcastTyping(UnionDb db, RegionBook regions, BroadcastChecks checks, BroadcastArticles articles, BusinessClock clock)
{
    public static IReadOnlyDictionary<string, BroadcastRoute> Channels { get; } = Names<BroadcastRoute>();

    public static IReadOnlyDictionary<string, BroadcastPurpose> Purposes { get; } = Names<BroadcastPurpose>();

    public static IReadOnlyDictionary<string, MemberLevel> Levels { get; } = new Dictionary<string, MemberLevel>(StringComparer.Ordinal)
    {
        ["follower"] = MemberLevel.Follower,
        ["phone"] = MemberLevel.PhoneConfirmed,
        ["member"] = MemberLevel.Member,
    };

    /// <param name="problems">
    /// Takes what cannot be understood, and then also what is wrong with the rest, so that all is told at once. Where there is any,
    /// the content is worth nothing.
    /// </param>
    public async Task<BroadcastContent> ReadAsync(TypedBroadcast typed, List<BroadcastProblem> problems, CancellationToken ct)
    {
        var found = await ReadDraftAsync(typed, problems, ct);
        var content = new BroadcastContent(
            typed.Title.Trim(),
            OneOf(typed.Channel, Channels, BroadcastField.Channel, problems),
            OneOf(typed.Purpose, Purposes, BroadcastField.Purpose, problems),
            found is null ? typed.Text.ReplaceLineEndings("\n").Trim() : BroadcastArticles.CardOf(found.Articles),
            await ReadAudienceAsync(typed, problems, ct),
            Time(typed.From, BroadcastField.From, problems),
            Time(typed.Until, BroadcastField.Until, problems))
        {
            Draft = found is null ? null : new BroadcastDraft(typed.Draft.Trim(), found.Digest),
        };
        if (problems.Count > 0)
        {
            var seen = problems.Select(problem => problem.Field).ToHashSet();
            if (seen.Contains(BroadcastField.Draft)) seen.Add(BroadcastField.Text);
            problems.AddRange(checks.ProblemsOf(content, clock.GetUtcNow()).Where(problem => !seen.Contains(problem.Field)));
        }

        return content;
    }

    /// <returns>Null where no draft is named, or it cannot be taken.</returns>
    private async Task<DraftReading.Found?> ReadDraftAsync(TypedBroadcast typed, List<BroadcastProblem> problems, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(typed.Draft)) return null;

        if (!string.IsNullOrWhiteSpace(typed.Text))
        {
            problems.Add(new(BroadcastField.Draft, ProblemKind.TextBesideArticles));
            return null;
        }

        var reading = await articles.ReadAsync(typed.Draft.Trim(), ct);
        if (reading is DraftReading.Found found) return found;

        problems.Add(new(BroadcastField.Draft, reading is DraftReading.Gone ? ProblemKind.UnknownDraft : ProblemKind.NoAnswer));
        return null;
    }

    private async Task<Audience> ReadAudienceAsync(TypedBroadcast typed, List<BroadcastProblem> problems, CancellationToken ct) => new(
        await OrganisationAsync(typed.Organisation.Trim(), problems, ct),
        [.. typed.Districts.Select(name => District(name.Trim(), problems)).OfType<string>().Distinct()],
        [.. typed.WorkerTypes.Distinct()],
        [.. typed.Tags.Select(tag => tag.Trim()).Distinct()],
        [.. typed.Levels.Select(level => OneOf(level, Levels, BroadcastField.Levels, problems)).Distinct()],
        string.IsNullOrWhiteSpace(typed.Case) ? null : typed.Case.Trim());

    /// <summary>What would be typed to get a broadcast: the organisation by its name, or by its number where several are called so.</summary>
    public async Task<TypedBroadcast> TypedAsync(BroadcastContent content, CancellationToken ct)
    {
        var audience = content.Audience;
        return new TypedBroadcast(
            content.Title,
            NameOf(Channels, content.Route),
            NameOf(Purposes, content.Purpose),
            content.Draft is null ? content.Text : "",
            await NameOfAsync(audience.OrganisationId, ct),
            [.. audience.Districts.Select(NameOf)],
            audience.WorkerTypes,
            audience.Tags,
            [.. audience.Levels.Select(level => NameOf(Levels, level))],
            audience.CaseKind ?? "",
            StaffWork.Show(content.NotBefore),
            StaffWork.Show(content.NotAfter))
        {
            Draft = content.Draft?.MediaId ?? "",
        };
    }

    private async Task<string> NameOfAsync(long? organisation, CancellationToken ct)
    {
        if (organisation is not { } id) return "";

        var name = await db.Set<Organisation>().Where(o => o.Id == id).Select(o => o.Name).SingleAsync(ct);
        var isOnlyOne = await db.Set<Organisation>().CountAsync(o => o.Name == name, ct) == 1;
        return isOnlyOne ? name : id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>As short as it can be found again.</summary>
    private string NameOf(string code) =>
        regions.ByCode(code) is { } region && regions.Find(region.Name) is [_] ? region.Name : code;

    private async Task<long?> OrganisationAsync(string typed, List<BroadcastProblem> problems, CancellationToken ct)
    {
        if (typed.Length == 0) return null;

        var number = long.TryParse(typed, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var found = await db.Set<Organisation>().Where(o => o.Id == number || o.Name == typed || o.Code == typed)
            .OrderBy(o => o.Id).Select(o => o.Id).Take(5).ToListAsync(ct);
        if (found is [var one]) return one;

        problems.Add(found.Count == 0
            ? new(BroadcastField.Organisation, ProblemKind.UnknownOrganisation, typed)
            : new(BroadcastField.Organisation, ProblemKind.SeveralOrganisations, string.Join("、", found)));
        return null;
    }

    private string? District(string name, List<BroadcastProblem> problems)
    {
        if (regions.Find(name) is [var one]) return one.Code;

        problems.Add(new(BroadcastField.Districts, ProblemKind.UnknownDistrict, name));
        return null;
    }

    private static T OneOf<T>(string typed, IReadOnlyDictionary<string, T> names, BroadcastField field, List<BroadcastProblem> problems) where T : struct
    {
        if (names.TryGetValue(typed, out var value)) return value;

        problems.Add(new(field, ProblemKind.NotOneOf, string.Join(", ", names.Keys)));
        return default;
    }

    private static DateTimeOffset Time(string typed, BroadcastField field, List<BroadcastProblem> problems)
    {
        if (StaffWork.ReadTime(typed.Trim()) is { } time) return time;

        problems.Add(new(field, ProblemKind.NoTime));
        return default;
    }

    private static Dictionary<string, T> Names<T>() where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static string NameOf<T>(IReadOnlyDictionary<string, T> names, T value) => names.First(name => name.Value!.Equals(value)).Key;
}
