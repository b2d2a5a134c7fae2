namespace UnionBot.Core.Messaging;

/// <summary>Chooses for each due message the first way of its kind that is open, and spends what it costs.</summary>
/// <param name="silent">Days on which nobody is told anything unasked, from today on.</param>
public sealed class RouteChooser(
    SendingRules rules, IReadOnlyDictionary<SendRoute, ApiQuota> account, IReadOnlySet<DateOnly> silent, DateTimeOffset now)
{
    public RouteChoice Choose(DueMessage message, PersonQuota person)
    {
        if (message.UnsureSince is { } since) return Repeat(message, since);
        if (message.NotAfter <= now) return new RouteChoice.Expire();
        if (message.IsSpokenOver) return new RouteChoice.Withhold(WithheldReason.Cancelled);
        if (person.IsUnfollowed) return new RouteChoice.Withhold(WithheldReason.Unfollowed);
        if (person.IsUnknown) return new RouteChoice.Withhold(WithheldReason.NotKnown);
        if (IsUnwanted(message, person)) return new RouteChoice.Withhold(WithheldReason.OptedOut);

        if (SparedUntil(message, person) is var until && until > now)
            return until < message.NotAfter ? new RouteChoice.Wait(until) : new RouteChoice.Withhold(WithheldReason.Spared);

        // A host claimed it and did not begin: what it costs is spent.
        if (message.Route is { } chosen) return new RouteChoice.Go(chosen);

        return TrySpend(message, person, out var wait) is { } go ? go : Without(message, wait);
    }

    /// <summary>Whether the person said that they do not want to be told it. What their own act called for always is.</summary>
    public static bool IsUnwanted(DueMessage message, PersonQuota person) =>
        SendRoutes.IsUnasked(message.Kind) && person.OptedOut.Contains(message.Kind);

    // What was claimed before is counted already; its time may have passed all the same.
    private DateTimeOffset SparedUntil(DueMessage message, PersonQuota person)
    {
        if (message.IsCritical) return now;

        var free = SendRoutes.IsUnasked(message.Kind) && message.Route is null ? person.FreeForPushAt(message.Kind, now, rules.Times) : now;
        return rules.Times.FirstFor(message.Kind, free, silent);
    }

    // Only the same call may be repeated, and only while the platform knows it by its id.
    private RouteChoice Repeat(DueMessage message, DateTimeOffset since)
    {
        if (message.Route is not SendRoute.Template || now < since || now - since > rules.TemplateRepeat) return new RouteChoice.GiveUp();

        var quota = account[SendRoute.Template];
        if (quota.FreeAt is { } at) return at - since > rules.TemplateRepeat ? new RouteChoice.GiveUp() : new RouteChoice.Wait(at);

        quota.Spend();
        return new RouteChoice.Go(SendRoute.Template);
    }

    private RouteChoice.Go? TrySpend(DueMessage message, PersonQuota person, out DateTimeOffset? wait)
    {
        wait = null;
        foreach (var route in SendRoutes.Of(message.Kind))
        {
            if (!IsOpen(route, message, person)) continue;
            if (account[route].FreeAt is { } at)
            {
                wait = wait < at ? wait : at;
                continue;
            }

            account[route].Spend();
            if (SendRoutes.IsUnasked(message.Kind)) person.CountPush(message.Kind, now);
            if (route is SendRoute.Notice) person.SpendConsent(rules.Notices[message.Kind]);
            return new RouteChoice.Go(route, route is SendRoute.Custom ? person.SpendCustom(now) : null);
        }

        return null;
    }

    private bool IsOpen(SendRoute route, DueMessage message, PersonQuota person) => account[route].HasRight && route switch
    {
        SendRoute.Custom => person.HasCustom(now),
        SendRoute.Notice => message.HasShortForm && rules.Notices.TryGetValue(message.Kind, out var id) && person.HasConsent(id),
        SendRoute.Preview => message.HasShortForm,
        SendRoute.Template => message.HasShortForm && rules.Templates.Contains(message.Kind),
        _ => false,
    };

    private static RouteChoice Without(DueMessage message, DateTimeOffset? wait) =>
        wait < message.NotAfter ? new RouteChoice.Wait(wait.Value) :
        SendRoutes.WaitsForContact(message.Kind) ? new RouteChoice.Hold() :
        new RouteChoice.Withhold(WithheldReason.NoWay);
}

/// <summary>A due message as its way is chosen.</summary>
/// <param name="HasShortForm">Whether it fits into a template's fields.</param>
/// <param name="Route">By which it was to go when a host claimed it before; null when none did, or it surely did not go.</param>
/// <param name="UnsureSince">Since when it may have arrived; null when it surely has not. UTC.</param>
public sealed record DueMessage(
    MessageKind Kind, DateTimeOffset NotAfter, bool HasShortForm = false, SendRoute? Route = null, DateTimeOffset? UnsureSince = null)
{
    /// <summary>Whether a named person decided that it is sent at any time.</summary>
    public bool IsCritical { get; init; }

    /// <summary>Whether it waits for a silence that somebody broke: the person wrote again, or staff took the talk.</summary>
    public bool IsSpokenOver { get; init; }
}
