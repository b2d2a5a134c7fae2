using UnionBot.Core.Messaging;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>What the platform's answer to one attempt means for the message, and for what may be sent later.</summary>
internal static class SendFates
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // A list of this id came less than a minute ago.
    private const int KnownList = 45066;

    private const int MostPreparations = 5;

    private const int NoSuchPerson = 40003;

    // The account has no right to this API; others still work.
    private static readonly int[] NoRight = [48001, 48008, 50001, 61007, 40200];

    /// <summary>Of a call that names many: one of them is wrong, gone or of another account.</summary>
    public static readonly IReadOnlyCollection<int> SomebodyIsWrong = [40003, 40031, 40032, 49003, 43004, 46004, 50005];

    // Sent anew at once: the ledger chooses the next way, now that this one is closed.
    private static readonly SendFate NextWay = new(OutboundStatus.Queued, TimeSpan.Zero);

    // Somebody has to mend it first.
    private static readonly SendFate Mended = new(OutboundStatus.HeldForContact) { Closes = Closing.Template };

    public static SendFate Of(SendOutcome outcome, SendAttempt message) => FateOf(outcome, message) with
    {
        ErrorCode = outcome.ErrorCode == 0 ? null : outcome.ErrorCode,
        IsAccountWide = outcome.IsAccountWide,
    };

    /// <summary>Of somebody alone who was named in a call that the platform refused for one of its people.</summary>
    public static SendFate OfWrong(int code) =>
        new(OutboundStatus.Failed, ErrorCode: code) { Closes = code is NoSuchPerson ? Closing.Address : Closing.Nothing };

    /// <summary>What comes of something to be done before a list can be sent: nobody was told anything by it.</summary>
    public static SendFate OfPreparation(SendOutcome outcome, SendAttempt first) => OfPreparation(outcome, first.Attempts);

    /// <param name="attempts">How often it was tried, this time included.</param>
    public static SendFate OfPreparation(SendOutcome outcome, int attempts) => outcome.Kind switch
    {
        SendOutcomeKind.UntilTomorrow => new SendFate(OutboundStatus.Queued, Hour, outcome.ErrorCode),
        SendOutcomeKind.RetryLater or SendOutcomeKind.NextMinute or SendOutcomeKind.Unknown when attempts <= MostPreparations =>
            new SendFate(OutboundStatus.Queued, outcome.RetryAfter ?? Minute, outcome.ErrorCode),
        _ => Mended with { ErrorCode = outcome.ErrorCode, IsAccountWide = outcome.IsAccountWide },
    };

    private static SendFate FateOf(SendOutcome outcome, SendAttempt message) => outcome.Kind switch
    {
        SendOutcomeKind.Sent or SendOutcomeKind.AlreadySent => new SendFate(OutboundStatus.Accepted),
        SendOutcomeKind.Unknown => new SendFate(OutboundStatus.Unknown),
        SendOutcomeKind.RetryLater => Later(outcome, message),
        SendOutcomeKind.NextMinute => new SendFate(OutboundStatus.Queued, Minute) { MayHaveArrived = outcome.ErrorCode == KnownList },
        SendOutcomeKind.UntilTomorrow => NextWay with { Closes = Closing.RouteUntilTomorrow },
        SendOutcomeKind.HoldUntilContact => NextWay with { Closes = Closing.Windows },
        SendOutcomeKind.StopPersonForTemplate when message.Route is SendRoute.Notice => NextWay with { Closes = Closing.Consents },
        SendOutcomeKind.StopPersonForTemplate => new SendFate(OutboundStatus.Failed),
        SendOutcomeKind.StopPerson when outcome.ErrorCode is NoSuchPerson => OfWrong(outcome.ErrorCode),
        SendOutcomeKind.StopPerson => new SendFate(OutboundStatus.Failed) { Closes = Closing.Person },
        SendOutcomeKind.StopBatch when NoRight.Contains(outcome.ErrorCode) => NextWay with { Closes = Closing.RouteForAWhile },

        // Somebody has to mend the account or the template first; the person is told with their next message at the latest.
        SendOutcomeKind.StopBatch => Mended,
        SendOutcomeKind.Misconfigured when message.Route is SendRoute.Mass && !outcome.IsAccountWide => Mended with
        {
            Closes = SomebodyIsWrong.Contains(outcome.ErrorCode) ? Closing.List : Closing.Template,
        },
        SendOutcomeKind.Misconfigured => new SendFate(OutboundStatus.HeldForContact),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.Kind}."),
    };

    // Without a number the answer was lost. By template, or to a list, the call may be repeated as it is; should it never be answered,
    // nobody knows. By another way it is tried again only if it never left.
    private static SendFate Later(SendOutcome outcome, SendAttempt message)
    {
        var isLost = outcome.ErrorCode == 0 && message.Route is SendRoute.Template or SendRoute.Mass;
        if (message.Attempts <= outcome.MostRetries)
            return new SendFate(OutboundStatus.Queued, outcome.RetryAfter ?? UsualPause * message.Attempts) { MayHaveArrived = isLost };

        if (isLost || message.IsRepeat) return new SendFate(OutboundStatus.Unknown);
        return message.Route is SendRoute.Mass ? Mended : new SendFate(OutboundStatus.HeldForContact);
    }
}
