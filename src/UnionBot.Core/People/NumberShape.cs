namespace UnionBot.Core.People;

/// <summary>Which digits may be an identity, bank or mobile number.</summary>
internal static class NumberShape
{
    /// <summary>The longest bank card.</summary>
    public const int MostDigits = 19;

    /// <summary>Without the country's code.</summary>
    public const int Mobile = 11;

    private const int FewestOfCard = 16;
    private const int OldIdNumber = 15;
    private const int IdNumber = 18;
    private const int MobileWith86 = 13;
    private const int MobileWith0086 = 15;

    /// <summary>One group: whatever contains such a number is hidden as a whole.</summary>
    public static MaskedKind? OfGroup(string value)
    {
        if (OfGroups(value) is { } kind) return kind;

        var digits = value.TrimEnd('X');
        return digits.Length >= OldIdNumber || ContainsMobile(digits) ? MaskedKind.Other : null;
    }

    /// <summary>Groups joined: only what is exactly such a number, as anything may stand beside it.</summary>
    public static MaskedKind? OfGroups(string value)
    {
        if (value.Length < Mobile || value.AsSpan(..^1).Contains('X')) return null;
        if (value.Length == IdNumber) return MaskedKind.IdNumber;
        if (value[^1] == 'X') return OfGroups(value[..^1]) is null ? null : MaskedKind.Other;

        return value.Length switch
        {
            Mobile or MobileWith86 or MobileWith0086 when IsMobile(value) => MaskedKind.Mobile,
            >= FewestOfCard and <= MostDigits => MaskedKind.Card,
            _ => null,
        };
    }

    private static bool IsMobile(string value) =>
        value[..^Mobile] is "" or "86" or "0086" && MobileNumber.IsMobile(value.AsSpan()[^Mobile..]);

    private static bool ContainsMobile(string digits)
    {
        for (var i = 0; i + Mobile <= digits.Length; i++)
        {
            if (MobileNumber.StartsLikeMobile(digits.AsSpan(i))) return true;
        }

        return false;
    }
}
