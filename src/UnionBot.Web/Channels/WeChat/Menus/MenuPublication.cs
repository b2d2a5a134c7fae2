namespace UnionBot.Web.Channels.WeChat.Menus;

/// <summary>What became of publishing the menu.</summary>
/// <param name="Advice">What an operator can do about it; null unless the platform refused or did not answer.</param>
internal sealed record MenuPublication(MenuFate Fate, string? Advice = null)
{
    /// <summary>Whether it may succeed by itself later.</summary>
    public bool IsWorthRepeating { get; init; }
}

internal enum MenuFate
{
    Published,

    /// <summary>The account shows our menu already.</summary>
    AsItWas,

    /// <summary>The account's menu was made or removed by somebody else; left alone.</summary>
    MadeElsewhere,

    /// <summary>The platform refused, or did not answer.</summary>
    Refused,
}
