using System.Globalization;
using UnionBot.Core.People;
using UnionBot.Services.Knowledge.Review;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Sentences;

/// <summary>
/// 没听懂的话: what the bot did not understand, to be taught or put aside. Whose words they were is kept nowhere, so they
/// belong to no part of the tree.
/// </summary>
internal static class SentenceEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/not-understood";

    public const string Teach = "teach";
    public const string Drop = "drop";

    public static ConsoleAccess Readers { get; } = ConsoleAccess.ForWhole(RoleKind.Operator, RoleKind.Auditor);

    public static ConsoleAccess Teachers { get; } = ConsoleAccess.ForWhole(RoleKind.Operator);

    public static void MapSentences(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, (SentenceRoom room, CancellationToken ct) => room.ShowAsync(null, ct));
        routes.MapForm(Page, Teachers, DecideAsync);
    }

    private static async Task<IResult> DecideAsync(
        HttpContext http, ConsoleVisit visit, KnowledgeReview review, SentenceRoom room, CancellationToken ct)
    {
        long[] numbers = [.. http.Request.Form[SentencePage.SentenceField].Select(n => long.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        var (deed, target) = (http.Request.Field(ConsoleForms.DeedField), http.Request.Field(SentencePage.TargetField));
        if (numbers.Length == 0) return await room.ShowAsync("请先选几句话。", ct);
        if (deed == Teach && target.Length == 0) return await room.ShowAsync("请选一下教成什么意思。", ct);

        var (gone, refused) = (new List<long>(), new List<long>());
        foreach (var number in numbers)
        {
            var fault = deed switch
            {
                Teach => await review.AddAsync(number, target, visit.Known.Staff, ct),
                Drop => await review.DropAsync(number, visit.Known.Staff, ct),
                _ => "There is no such deed.",
            };
            if (fault is not null) (fault.IsGone ? gone : refused).Add(number);
        }

        return gone.Count + refused.Count == 0 ? ConsolePages.GoTo(Page) : await room.ShowAsync(SentenceTexts.Of(gone, refused), ct);
    }
}
