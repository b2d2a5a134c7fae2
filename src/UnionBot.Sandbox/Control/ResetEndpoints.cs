using UnionBot.Sandbox.Faults;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Media;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Templates;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Control;

/// <summary>Forgets everything and begins again with the invented cast.</summary>
internal static class ResetEndpoints
{
    public static void MapReset(this IEndpointRouteBuilder routes) => routes.MapPost("/sandbox/reset", Reset);

    private static void Reset(
        Journal journal,
        TalkLog log,
        MassLetters letters,
        MediaStore media,
        FaultBook faults,
        FollowerDirectory followers,
        TemplateBooks templates,
        BubbleFeed feed)
    {
        lock (journal.Gate)
        {
            letters.Clear();
            log.Clear();
            media.Clear();
            faults.Clear();
            journal.Clear();
            followers.BeginAgain();
            templates.Messages.TakeLibraryWhenEmpty();
            templates.Subscriptions.TakeLibraryWhenEmpty();
        }

        feed.Announce("followers");
    }
}
