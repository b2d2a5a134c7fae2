namespace UnionBot.Services.Broadcasts;

/// <summary>The account's templates that a broadcast can go by, from the settings.</summary>
/// <param name="Notice">For subscription notices of the kind broadcast; null when none is set up.</param>
/// <param name="Template">For template messages about a case; null when none is set up.</param>
public sealed record BroadcastForms(BroadcastForm? Notice, BroadcastForm? Template)
{
    /// <returns>Null when none is set up, or the way needs none.</returns>
    public BroadcastForm? Of(BroadcastRoute route) => route switch
    {
        BroadcastRoute.Notice => Notice,
        BroadcastRoute.Template => Template,
        _ => null,
    };
}

/// <summary>A template of the account.</summary>
/// <param name="Fields">The names of the lines by the template's own fields, such as thing1 = title.</param>
public sealed record BroadcastForm(string TemplateId, IReadOnlyDictionary<string, string> Fields);
